/**
 * The lines that one text has and the other has not, each with `-` or `+` before it, in their order. A line that only moved is
 * left out.
 *
 * @param most as many are given; the last one says how many more there are
 */
export function changedLines(before: string, after: string, most = 20): string[] {
  const gone = linesOf(before);
  const come: string[] = [];
  for (const line of linesOf(after)) {
    const at = gone.indexOf(line);
    if (at === -1) come.push(line);
    else gone.splice(at, 1);
  }
  const lines = [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `… and ${more} more`] : lines;
}

/** A comma at its end does not make another line of a definition. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim().replace(/,$/u, ''));
  return lines.filter((line) => line !== '');
}
