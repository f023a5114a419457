/** A line such as `::error file=a.sql,line=3::Message`, taken apart. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** `null` for a line that is only a line. A command stands alone on its line; blanks may come before it. */
export function readCommand(line: string): WorkflowCommand | null {
  const found = /^\s*::([\w-]+)(?: +([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(line);
  if (found === null) return null;
  const [, name = '', properties = '', message = ''] = found;
  return { name: name.toLowerCase(), properties: readProperties(properties), message: unescapeData(message) };
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const end = pair.indexOf('=');
      return [pair.slice(0, end).trim(), unescapeProperty(pair.slice(end + 1).trim())];
    }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return plain.replaceAll('%25', '%');
}
