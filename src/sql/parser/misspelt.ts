/** Words with which statements begin, and what follows ALTER, CREATE and DROP. */
const verbs = ['ALTER', 'CREATE', 'DROP', 'RENAME', 'TRUNCATE', 'INSERT', 'UPDATE', 'DELETE'];
const objects = [
  'TABLE',
  'INDEX',
  'UNIQUE',
  'FULLTEXT',
  'SPATIAL',
  'DATABASE',
  'VIEW',
  'TRIGGER',
  'PROCEDURE',
  'FUNCTION',
];

/**
 * What the beginning of a statement was meant to be; `null` where it is like no word that is known.
 *
 * @param words in upper case, as `ALTER TABEL`
 */
export function likelyMeant(words: string): string | null {
  const known = answers.get(words);
  if (known !== undefined) return known;
  const meant = guess(words);
  if (answers.size < maxAnswers) answers.set(words, meant);
  return meant;
}

/** A file may begin thousands of statements with the same words. */
const answers = new Map<string, string | null>();
const maxAnswers = 1_000;

function guess(words: string): string | null {
  const [verb = '', object] = words.split(' ');
  const meantVerb = nearest(verb, verbs);
  if (meantVerb === null) return null;
  if (object === undefined) return meantVerb === verb ? null : meantVerb;
  const meantObject = nearest(object, objects);
  if (meantObject === null) return null;
  const meant = `${meantVerb} ${meantObject}`;
  return meant === words ? null : meant;
}

/** Two letters may be wrong, and no more than a third of the word. */
function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.min(2, Math.floor(word.length / 3));
  if (limit === 0) return known.includes(word) ? word : null;
  const [best] = known
    .filter((one) => Math.abs(one.length - word.length) <= limit)
    .map((one) => ({ one, distance: distanceOf(word, one) }))
    .toSorted((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= limit ? best.one : null;
}

/** Letters that are added, lacking or other ones; two that are swapped count once (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const at = (back: number, across: number): number => rows[row - back]?.[column - across] ?? 0;
      const choices = [at(1, 0) + 1, (line[column - 1] ?? 0) + 1, at(1, 1) + (isSame ? 0 : 1)];
      line.push(Math.min(...choices, ...(isSwapped ? [at(2, 2) + 1] : [])));
    }
    rows.push(line);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
