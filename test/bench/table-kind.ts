/** A row number, as a literal or as a column. */
type RowNumber = number | string;

export interface Column {
  readonly name: string;
  readonly type: string;
  /** The value in row `n`, as SQL: the server makes the rows, and a writer finds any of them again by its number. */
  readonly valueIn: (n: RowNumber) => string;
}

export interface TableKind {
  readonly key: keyof typeof keys;
  readonly row: keyof typeof rows;
  /** Non-unique secondary indexes. */
  readonly indexes: 0 | 1 | 5;
  readonly rows: number;
}

export const keys = {
  integer: [column('id', 'BIGINT UNSIGNED NOT NULL AUTO_INCREMENT', (n) => `${n}`)],
  'binary uuid': [column('id', 'BINARY(16) NOT NULL', (n) => `UNHEX(${hex128(n)})`)],
  'text uuid': [column('id', 'CHAR(36) CHARACTER SET ascii NOT NULL', dashed)],
  composite: [
    column('tenant', 'INT UNSIGNED NOT NULL', (n) => `${n} MOD 1000`),
    column('id', 'BIGINT UNSIGNED NOT NULL', (n) => `${n}`),
  ],
} as const satisfies Record<string, readonly Column[]>;

/** What a secondary index can be put on. */
export const indexed = [1, 2, 3, 4, 5].map((i) =>
  column(`k${i}`, 'INT UNSIGNED NOT NULL', (n) => `CRC32(CONCAT(${n}, 'k${i}'))`),
);

const usual = [
  column('c', 'CHAR(120) NOT NULL', (n) => `LEFT(SHA2(${n}, 512), 120)`),
  column('pad', 'CHAR(60) NOT NULL', (n) => `LEFT(SHA2(CONCAT(${n}, 'pad'), 256), 60)`),
];

/** About 40, 220 and 1,400 bytes. */
export const rows = {
  narrow: [],
  usual,
  wide: [
    ...usual,
    column('total', 'DECIMAL(12,2) NOT NULL', (n) => `(CRC32(${n}) MOD 1000000) / 100`),
    column('ratio', 'DOUBLE', (n) => `CRC32(${n}) / 7`),
    column('made_at', 'DATETIME(6) NOT NULL', (n) => `'2020-01-01' + INTERVAL CRC32(${n}) MOD 100000000 SECOND`),
    column('kind', "ENUM('new', 'paid', 'sent', 'done') NOT NULL", (n) => `1 + ${n} MOD 4`),
    column('note', 'VARCHAR(200)', (n) => `IF(${n} MOD 3 = 0, NULL, SHA2(CONCAT(${n}, 'note'), 256))`),
    column('detail', 'JSON', (n) => `JSON_OBJECT('n', ${n}, 'tags', JSON_ARRAY('a', 'b', SHA2(${n}, 224)))`),
    ...[1, 2, 3, 4].map((i) => column(`f${i}`, 'VARCHAR(300)', (n) => `CONCAT(SHA2(CONCAT(${n}, 'f${i}'), 512), 'é')`)),
    column('body', 'TEXT', (n) => `REPEAT(SHA2(CONCAT(${n}, 'body'), 256), 6)`),
  ],
} as const satisfies Record<string, readonly Column[]>;

function column(name: string, type: string, valueIn: Column['valueIn']): Column {
  return { name, type, valueIn };
}

function hex128(n: RowNumber): string {
  return `LEFT(SHA2(${n}, 256), 32)`;
}

function dashed(n: RowNumber): string {
  return [24, 19, 14, 9].reverse().reduce((text, at) => `INSERT(${text}, ${at}, 0, '-')`, hex128(n));
}
