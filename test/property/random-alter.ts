import type { Random } from '../support/random.ts';
import { quote } from '../support/scenario/table-shape.ts';
import type { Flavor } from '../support/servers/index.ts';
import { anyKind, anyLettering, type Family, labels } from './column-kinds.ts';
import { indexPart, type RandomColumn, type RandomTable } from './random-table.ts';

interface Pen {
  readonly random: Random;
  readonly flavor: Flavor;
  readonly table: RandomTable;
  /** Columns that no clause has been about so far. */
  readonly left: RandomColumn[];
  added: number;
}

/** A statement of one to four clauses. Most servers take most of them; what they refuse must be refused. */
export function randomAlter(table: RandomTable, random: Random, flavor: Flavor): string {
  const pen: Pen = { random, flavor, table, left: [...table.columns], added: 0 };
  const wanted = random.pick([1, 1, 2, 2, 3, 4]);
  const clauses: string[] = [];
  for (let tries = 0; clauses.length < wanted && tries < 20; tries++) clauses.push(...random.pick(kinds)(pen));
  return `ALTER TABLE ${quote(table.name)} ${clauses.length === 0 ? 'ENGINE=InnoDB' : clauses.join(', ')}`;
}

type Clause = (pen: Pen) => string[];

/** How often a kind is listed is how likely it is. */
const kinds: readonly [Clause, ...Clause[]] = [
  addColumn,
  addColumn,
  addGenerated,
  modify,
  modify,
  modify,
  modify,
  changeName,
  changeName,
  renameColumn,
  dropColumn,
  dropColumn,
  setDefault,
  addIndex,
  addUnique,
  dropIndex,
  renameIndex,
  convertLetters,
  replaceKey,
  tableOption,
  addCheck,
];

function addColumn(pen: Pen): string[] {
  const kind = anyKind(pen.random, pen.flavor);
  const name = `new ${pen.added++}`;
  const isNullable = pen.random.chance(0.6);
  if (pen.random.chance(0.1)) return [`ADD COLUMN ${quote(name)} BIGINT DEFAULT (n + 1)${place(pen)}`];
  const literal = kind.literal !== null && pen.random.chance(0.6) ? ` DEFAULT ${kind.literal}` : '';
  return [`ADD COLUMN ${quote(name)} ${kind.type} ${isNullable ? 'NULL' : 'NOT NULL'}${literal}${place(pen)}`];
}

function addGenerated(pen: Pen): string[] {
  const name = `made ${pen.added++}`;
  return [`ADD COLUMN ${quote(name)} BIGINT AS (n * 3) ${pen.random.pick(['VIRTUAL', 'STORED'])}`];
}

function modify(pen: Pen): string[] {
  const column = takeColumn(pen);
  return column === null ? [] : [`MODIFY COLUMN ${quote(column.name)} ${newDefinition(pen, column)}${place(pen)}`];
}

function changeName(pen: Pen): string[] {
  const column = takeColumn(pen);
  if (column === null) return [];
  return [
    `CHANGE COLUMN ${quote(column.name)} ${quote(`${column.name} too`)} ${newDefinition(pen, column)}${place(pen)}`,
  ];
}

function renameColumn(pen: Pen): string[] {
  const column = takeColumn(pen);
  const other = pen.random.chance(0.3) ? takeColumn(pen) : null;
  if (column === null) return [];
  if (other === null) return [`RENAME COLUMN ${quote(column.name)} TO ${quote(`${column.name} two`)}`];
  return [
    `RENAME COLUMN ${quote(column.name)} TO ${quote(other.name)}`,
    `RENAME COLUMN ${quote(other.name)} TO ${quote(column.name)}`,
  ];
}

/** Now and then a new one of the same name comes in its place. */
function dropColumn(pen: Pen): string[] {
  const column = takeColumn(pen);
  if (column === null || (column.inPrimaryKey && pen.random.chance(0.9))) return [];
  const drop = `DROP COLUMN ${quote(column.name)}`;
  return pen.random.chance(0.2)
    ? [drop, `ADD COLUMN ${quote(column.name)} ${anyKind(pen.random, pen.flavor).type}`]
    : [drop];
}

function setDefault(pen: Pen): string[] {
  const column = takeColumn(pen);
  if (column === null || column.isGenerated || column.kind.literal === null) return [];
  const change = pen.random.chance(0.7) ? `SET DEFAULT ${column.kind.literal}` : 'DROP DEFAULT';
  return [`ALTER COLUMN ${quote(column.name)} ${change}`];
}

function addIndex(pen: Pen): string[] {
  const [text] = pen.random.some(pen.left.filter(({ kind }) => kind.family === 'text'));
  if (text !== undefined && pen.random.chance(0.1))
    return [`ADD FULLTEXT KEY ${quote(`words ${pen.added++}`)} (${quote(text.name)})`];
  const usable = pen.left.filter(({ kind }) => kind.index !== 'none');
  const parts = pen.random
    .some(usable)
    .slice(0, 3)
    .map((column) => indexPart(column, pen.random, pen.flavor));
  return parts.length === 0 ? [] : [`ADD KEY ${quote(`more ${pen.added++}`)} (${parts.join()})`];
}

/** On values that are distinct, as often as not. */
function addUnique(pen: Pen): string[] {
  const [kept] = pen.table.keptUnique;
  const isThere = pen.left.some(({ name }) => name === kept);
  const [any] = pen.random.some(pen.left.filter(({ kind }) => kind.index === 'whole'));
  const name = kept !== undefined && isThere && pen.random.chance(0.8) ? kept : any?.name;
  return name === undefined || pen.random.chance(0.3)
    ? []
    : [`ADD UNIQUE KEY ${quote(`sole ${pen.added++}`)} (${quote(name)})`];
}

function dropIndex({ table, random }: Pen): string[] {
  const [index] = random.some(table.indexes);
  return index === undefined ? [] : [`DROP KEY ${index}`];
}

function renameIndex(pen: Pen): string[] {
  const [index] = pen.random.some(pen.table.indexes);
  return index === undefined ? [] : [`RENAME KEY ${index} TO ${index}_${pen.added++}`];
}

function convertLetters(pen: Pen): string[] {
  if (pen.random.chance(0.5)) return [];
  return [`CONVERT TO ${pen.random.pick([anyLettering(pen.random, pen.flavor).sql, 'CHARACTER SET utf8mb4'])}`];
}

/** Another primary key; the old one stays unique, or rows could not be told apart while they are copied. */
function replaceKey(pen: Pen): string[] {
  const key = pen.table.columns.filter(({ inPrimaryKey }) => inPrimaryKey).map(({ name }) => quote(name));
  if (!pen.table.create.includes('PRIMARY KEY')) return [];
  const more = pen.random.pick([`${key.join()}, n`, `n, ${key.join()}`, key.toReversed().join()]);
  return [
    'DROP PRIMARY KEY',
    `ADD PRIMARY KEY (${more})`,
    ...(pen.random.chance(0.8) ? [`ADD UNIQUE KEY former (${key.join()})`] : []),
  ];
}

function tableOption({ random, table }: Pen): string[] {
  return [
    random.pick([
      "COMMENT='another one'",
      'ROW_FORMAT=COMPACT',
      'ENGINE=InnoDB',
      'FORCE',
      'DEFAULT CHARSET=latin1',
      'STATS_PERSISTENT=1',
      table.hasCounter ? 'AUTO_INCREMENT=50000' : "COMMENT=''",
    ]),
  ];
}

function addCheck(pen: Pen): string[] {
  return [`ADD CONSTRAINT check_${pen.added++} CHECK (n ${pen.random.pick(['> 0', '> 0', '< 50'])})`];
}

function place({ random, left }: Pen): string {
  if (random.chance(0.7)) return '';
  const [after] = random.some(left);
  return after === undefined || random.chance(0.3) ? ' FIRST' : ` AFTER ${quote(after.name)}`;
}

/** Generated columns are left as they are, and keys most of the time. */
function takeColumn({ left, random }: Pen): RandomColumn | null {
  const usable = left.filter(({ isGenerated, inPrimaryKey }) => !isGenerated && (!inPrimaryKey || random.chance(0.25)));
  const column = usable[random.between(0, usable.length - 1)];
  if (column === undefined) return null;
  left.splice(left.indexOf(column), 1);
  return column;
}

function newDefinition(pen: Pen, column: RandomColumn): string {
  const { random } = pen;
  const type = random.chance(0.2) ? column.kind.type : newType(pen, column.kind.family);
  const keepsNulls = column.isNullable ? random.chance(0.9) : column.inPrimaryKey ? false : random.chance(0.3);
  const counter = pen.table.hasCounter && column.inPrimaryKey && random.chance(0.8) ? ' AUTO_INCREMENT' : '';
  return `${type} ${keepsNulls ? 'NULL' : 'NOT NULL'}${counter}${random.chance(0.2) ? " COMMENT 'said anew'" : ''}`;
}

const integers = ['TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', 'INT', 'BIGINT', 'BIGINT', 'BIGINT UNSIGNED'] as const;

/** One that most values of the family fit, as a rule. */
function newType(pen: Pen, family: Family): string {
  const { random, flavor } = pen;
  if (random.chance(0.1)) return anyKind(random, flavor).type;
  const lettered = (...types: readonly [string, ...string[]]): string =>
    `${random.pick(types)} ${anyLettering(random, flavor).sql}`;
  const text = (): string => lettered('VARCHAR(80)', 'TEXT', 'CHAR(90)', 'VARCHAR(400)');
  switch (family) {
    case 'integer':
      return random.chance(0.7) ? random.pick(integers) : random.pick(['DECIMAL(30,2)', 'DOUBLE', text(), 'BIT(64)']);
    case 'decimal':
      return random.pick(['DECIMAL(40,10)', 'DECIMAL(35,2)', 'DOUBLE', 'BIGINT', 'FLOAT', text()]);
    case 'float':
      return random.pick(['DOUBLE', 'FLOAT', 'DECIMAL(40,10)', 'BIGINT', 'INT', text()]);
    case 'text':
      return random.chance(0.8) ? text() : random.pick(['VARBINARY(400)', 'BLOB', 'INT', 'VARCHAR(20)', "ENUM('a')"]);
    case 'bytes':
      return random.pick(['VARBINARY(64)', 'BINARY(32)', 'BLOB', 'LONGBLOB', 'BINARY(16)']);
    case 'date':
      return random.pick(['DATETIME', 'DATETIME(3)', 'TIMESTAMP NULL', 'DATE', 'INT', text()]);
    case 'datetime':
      return random.pick([
        'DATETIME(6)',
        'DATETIME',
        'TIMESTAMP(6)',
        'DATE',
        'TIME',
        'BIGINT',
        'VARCHAR(40)',
        'DATETIME(3)',
      ]);
    case 'time':
      return random.pick(['TIME(6)', 'TIME', 'TIME(3)', 'VARCHAR(40)', 'INT']);
    case 'year':
      return random.pick(['SMALLINT', 'INT', 'VARCHAR(10)', 'YEAR']);
    case 'enum':
      return random.pick([
        `ENUM(${labels(random).join()})`,
        `ENUM('z',${labels(random).join()})`,
        'VARCHAR(40)',
        'INT',
      ]);
    case 'set':
      return random.pick([
        `SET(${labels(random).join()})`,
        `SET('z',${labels(random).join()})`,
        'VARCHAR(90)',
        'BIGINT',
      ]);
    case 'json':
      return random.pick(['LONGTEXT', 'JSON', 'TEXT CHARACTER SET utf8mb4']);
    case 'bit':
      return random.pick(['BIT(64)', 'BIT(8)', 'BIGINT UNSIGNED', 'INT', 'VARBINARY(8)']);
  }
}
