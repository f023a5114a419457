/**
 * The pairs in a file such as the one behind `GITHUB_OUTPUT`: `name=value`, or `name<<delimiter`, the value's lines, and
 * the delimiter on a line of its own. Of two values for one name the later counts.
 *
 * @throws Error when a line is neither, or a delimiter does not come back; the runner fails the step then
 */
export function readFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const [, name, separator, rest = ''] = /^(.*?)(<<|=)(.*)$/.exec(line) ?? [];
    if (name === undefined || name === '') throw new Error(`Invalid format '${line}'`);
    if (separator === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (rest === '' || end === -1) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
