import type { ClauseBody, TableOption } from './clause.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';
import { codeOf } from './tokens.ts';

/** A clause of nothing but options, of which it may hold many; null if there is anything else. */
export function readTableOptions(text: string, cursor: TokenCursor): ClauseBody | null {
  const options = readOptions(text, cursor);
  return options.length > 0 && cursor.done ? { kind: 'table-options', options } : null;
}

/** Takes options such as `ENGINE=InnoDB COMMENT='x'` as long as they come. CREATE TABLE allows commas between them. */
export function readOptions(text: string, cursor: TokenCursor): readonly TableOption[] {
  const options: TableOption[] = [];
  for (let option = readOption(text, cursor); option !== null; option = readOption(text, cursor)) {
    options.push(option);
    cursor.take(',');
  }
  return options;
}

/** Names of several words, and the one spelling they are given. */
const spellings: readonly (readonly [words: readonly string[], name: string])[] = [
  [['DEFAULT', 'CHARACTER', 'SET'], 'CHARSET'],
  [['CHARACTER', 'SET'], 'CHARSET'],
  [['DEFAULT', 'CHARSET'], 'CHARSET'],
  [['DEFAULT', 'COLLATE'], 'COLLATE'],
  [['DATA', 'DIRECTORY'], 'DATA DIRECTORY'],
  [['INDEX', 'DIRECTORY'], 'INDEX DIRECTORY'],
];

/** Names that may stand without an equals sign. With one, any name may be an option of some engine. */
const knownNames: ReadonlySet<string> = new Set(
  (
    'AUTOEXTEND_SIZE AUTO_INCREMENT AVG_ROW_LENGTH CHARSET CHECKSUM COLLATE COMMENT COMPRESSION CONNECTION ' +
    'DELAY_KEY_WRITE ENCRYPTION ENGINE ENGINE_ATTRIBUTE INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS ' +
    'PASSWORD ROW_FORMAT SECONDARY_ENGINE STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES STORAGE TABLESPACE UNION'
  ).split(' '),
);

function readOption(text: string, cursor: TokenCursor): TableOption | null {
  const mark = cursor.mark;
  const name = readOptionName(cursor);
  if (name === null) return null;
  cursor.take('=');
  const valueMark = cursor.mark;
  if (cursor.group() === null) cursor.next();
  return { ...spanOf(cursor.since(mark), 0), name, value: codeOf(text, cursor.since(valueMark)) };
}

function readOptionName(cursor: TokenCursor): string | null {
  const spelling = spellings.find(([words]) => cursor.take(...words));
  if (spelling !== undefined) return spelling[1];
  const word = cursor.peek()?.keyword ?? '';
  const isOption = knownNames.has(word) || cursor.peek(1)?.keyword === '=';
  return isOption ? (cursor.name()?.text.toUpperCase() ?? null) : null;
}
