import type { CheckConstraint, ColumnDefinition } from './column-definition.ts';
import { readColumnType } from './read-column-type.ts';
import { readCheck, readConstraintName, readReferences } from './read-constraint.ts';
import { readDefault } from './read-default.ts';
import { spanOf, type TokenCursor } from './token-cursor.ts';

/**
 * Takes the column whose name comes next, and with it all the rest. Attributes that are not known here are skipped:
 * the server decides what is valid. Null if there is not even a name.
 */
export function readColumn(text: string, cursor: TokenCursor): ColumnDefinition | null {
  const name = cursor.name();
  if (name === null) return null;
  const type = readColumnType(text, cursor, name.end);
  const column: Draft = { ...noAttributes, ...(type.name === 'SERIAL' ? serial : {}), checks: [], name, type };
  const mark = cursor.mark;
  while (!cursor.done) readAttribute(cursor, column);
  return { ...column, start: name.start, end: spanOf(cursor.since(mark), type.end).end };
}

type Draft = {
  -readonly [Key in Exclude<keyof ColumnDefinition, 'start' | 'end' | 'checks'>]: ColumnDefinition[Key];
} & {
  readonly checks: CheckConstraint[];
};

const noAttributes = {
  nullability: 'unspecified',
  default: null,
  autoIncrement: false,
  key: null,
  generated: null,
  references: null,
  onUpdate: null,
  comment: null,
  charset: null,
  collation: null,
  position: null,
} as const satisfies Omit<Draft, 'name' | 'type' | 'checks'>;

/** What the type SERIAL, and the attribute SERIAL DEFAULT VALUE, stand for besides the type. */
const serial = { nullability: 'not-null', autoIncrement: true, key: 'unique' } as const satisfies Partial<Draft>;

/** Takes at least one token, so that the caller's loop ends. */
function readAttribute(cursor: TokenCursor, column: Draft): void {
  if (!attributeWords.has(cursor.peek()?.keyword ?? '')) cursor.next();
  else readKnownAttribute(cursor, column);
}

/** How attributes begin that are known here. */
const attributeWords: ReadonlySet<string> = new Set(
  (
    'CONSTRAINT CHECK NOT NULL DEFAULT SERIAL ON AUTO_INCREMENT UNIQUE PRIMARY KEY COMMENT COLUMN_FORMAT STORAGE AS REFERENCES ' +
    'CHARACTER CHARSET COLLATE FIRST AFTER'
  ).split(' '),
);

function readKnownAttribute(cursor: TokenCursor, column: Draft): void {
  if (cursor.sees('CONSTRAINT') || cursor.sees('CHECK')) readColumnCheck(cursor, column);
  else if (cursor.take('NOT', 'NULL')) column.nullability = 'not-null';
  else if (cursor.take('NULL')) column.nullability = 'null';
  else if (cursor.take('DEFAULT')) column.default = readDefault(cursor, column.name.end);
  else if (cursor.take('SERIAL', 'DEFAULT', 'VALUE')) Object.assign(column, serial);
  else if (cursor.take('ON', 'UPDATE')) column.onUpdate = readDefault(cursor, column.name.end);
  else if (cursor.take('AUTO_INCREMENT')) column.autoIncrement = true;
  else if (cursor.take('UNIQUE', 'KEY') || cursor.take('UNIQUE')) column.key = 'unique';
  else if (cursor.take('PRIMARY', 'KEY') || cursor.take('KEY')) column.key = 'primary';
  else if (cursor.take('COMMENT')) column.comment = cursor.next() ?? null;
  else if (cursor.takeAny(['COLUMN_FORMAT', 'STORAGE']) !== null) cursor.next();
  else if (cursor.take('AS')) readGenerated(cursor, column);
  else if (cursor.sees('REFERENCES')) column.references = readReferences(cursor);
  else if (cursor.take('CHARACTER', 'SET') || cursor.take('CHARSET')) column.charset = cursor.name();
  else if (cursor.take('COLLATE')) column.collation = cursor.name();
  else if (cursor.take('FIRST')) column.position = 'first';
  else if (cursor.take('AFTER')) column.position = cursor.name();
  else cursor.next();
}

function readColumnCheck(cursor: TokenCursor, column: Draft): void {
  const check = readCheck(cursor, readConstraintName(cursor));
  if (check !== null) column.checks.push(check);
}

/** What stands behind AS. Neither word means VIRTUAL; MariaDB calls STORED also PERSISTENT. */
function readGenerated(cursor: TokenCursor, column: Draft): void {
  // Without an expression it is AS ROW START or AS ROW END of a system-versioned table.
  if (cursor.group() === null) return;
  column.generated = cursor.takeAny(['STORED', 'PERSISTENT']) === null ? 'virtual' : 'stored';
}
