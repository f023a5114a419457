import { diffLines } from 'diff';

/** Two table definitions, line by line, as the body of a `diff` code block; empty where they are the same. */
export function diffDefinitions(before: string, after: string): string {
  const changes = diffLines(normalize(before), normalize(after));
  if (changes.every(({ added, removed }) => !added && !removed)) return '';
  return changes
    .flatMap(({ value, added, removed }) => {
      const sign = added ? '+' : removed ? '-' : ' ';
      return value
        .replace(/\n$/u, '')
        .split('\n')
        .map((line) => `${sign} ${line}`);
    })
    .join('\n');
}

/**
 * The next AUTO_INCREMENT value is no part of the definition, and an empty clone has another. Whether a comma follows
 * depends on what stands behind a line, and would show lines as changed that are not.
 */
function normalize(definition: string): string {
  if (definition === '') return '';
  const text = definition.replace(/ AUTO_INCREMENT=\d+/u, '').trimEnd();
  return `${text
    .split('\n')
    .map((line) => line.replace(/,$/u, ''))
    .join('\n')}\n`;
}
