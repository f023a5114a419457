import type { Flavor } from '../support/servers/index.ts';

/** A type, and values of it as SQL literals, at and around its own bounds and those of the other types. */
export interface ValuedType {
  readonly type: string;
  readonly values: readonly string[];
}

const texts = ["''", "'0'", "'7'", "'9'", "'-1'", "'7 '", "'7.5'", "'1e1'", "'abc'", "'2024'", "'2024-01-01'"];

const common: readonly ValuedType[] = [
  { type: 'TINYINT', values: ['-128', '-1', '0', '1', '2', '7', '127'] },
  {
    type: 'INT',
    values: [
      '-2147483648',
      '-1',
      '0',
      '1',
      '2',
      '3',
      '4',
      '7',
      '8',
      '9',
      '101',
      '1900',
      '2024',
      '20240101',
      '2147483647',
    ],
  },
  { type: 'INT(3) UNSIGNED ZEROFILL', values: ['0', '1', '7', '8', '9'] },
  { type: 'BIGINT UNSIGNED', values: ['0', '1', '2', '8', '18446744073709551615'] },
  { type: 'DECIMAL(10,2)', values: ['-1', '-0.4', '-0.5', '0', '0.5', '1', '2.5', '7', '8.00', '99999999.99'] },
  { type: 'DECIMAL(10,0)', values: ['-1', '0', '1', '2', '7', '8', '20240101'] },
  { type: 'FLOAT', values: ['-1', '0', '0.5', '1', '1.5', '2', '7', '8', '3e38'] },
  { type: 'DOUBLE', values: ['-1', '0', '1', '1.5', '2', '7', '8', '99999.99', '9.3e18', '1e300'] },
  { type: 'DOUBLE(10,2)', values: ['0.5', '1', '7', '-123.4', '99999.99'] },
  { type: 'BIT(4)', values: ["b'0'", "b'1'", "b'10'", "b'111'", "b'1000'", "b'1111'"] },
  { type: 'BIT(64)', values: ['0', '1', '2', '55', '56', '18446744073709551615'] },
  { type: 'YEAR', values: ['0', '1901', '2024', '2155'] },
  { type: 'CHAR(20)', values: texts },
  { type: 'VARCHAR(30)', values: texts },
  { type: 'TEXT', values: texts },
  { type: 'VARBINARY(30)', values: [...texts, "X'ff'"] },
  { type: 'BLOB', values: ["''", "'7'", "'abc'", "X'ff'"] },
  { type: 'DATE', values: ["'0000-00-00'", "'1970-01-01'", "'2000-00-01'", "'2024-01-01'", "'9999-12-31'"] },
  { type: 'DATETIME', values: ["'0000-00-00'", "'1969-12-31 10:00:00'", "'2024-01-01'", "'2024-01-01 10:11:12'"] },
  { type: 'DATETIME(2)', values: ["'2024-01-01 10:11:12.50'"] },
  { type: 'TIMESTAMP NULL', values: ["'0000-00-00'", "'2024-01-01'", "'2024-01-01 10:11:12'"] },
  { type: 'TIME', values: ["'-838:59:59'", "'-00:00:01'", "'00:00:00'", "'00:00:07'", "'10:11:12'", "'838:59:59'"] },
  { type: "ENUM('7','8','x','','2024')", values: ["'7'", "'8'", "'x'", "''", "'2024'", '0'] },
  { type: "SET('7','8','x')", values: ["''", "'7'", "'8'", "'x'", "'7,8'", "'7,8,x'"] },
];

const bounds: readonly string[] = [
  'TINYINT UNSIGNED',
  'DECIMAL(3,1)',
  'DECIMAL(3,1) UNSIGNED',
  'FLOAT(4,1)',
  'BIT(3)',
  'CHAR(2)',
  'VARCHAR(3)',
  'TINYTEXT',
  'BINARY(3)',
  'VARBINARY(3)',
  "ENUM('7','8')",
  "ENUM('0','-1')",
  "ENUM('18446744073709551615','1.5','2024-01-01','10:11:12','2024-01-01 10:11:12')",
  "SET('7','8')",
  "SET('0','-1','2024')",
];

const others: Readonly<Record<Flavor, readonly ValuedType[]>> = {
  mysql: [
    { type: 'JSON', values: ["'7'", "'8'", "'1.5'", "'true'", "'null'", '\'"7"\'', "'[7]'", '\'"2024-01-01"\''] },
  ],
  mariadb: [
    { type: 'JSON', values: ["'7'", "'true'", '\'"7"\'', "'[7]'"] },
    { type: 'UUID', values: ["'01890000-0000-7000-8000-000000000007'"] },
    { type: 'INET4', values: ["'10.0.0.7'"] },
    { type: 'INET6', values: ["'2001:db8::7'", "'::ffff:10.0.0.7'"] },
  ],
};

export function sourcesOf(flavor: Flavor): readonly ValuedType[] {
  return [...common, ...others[flavor]];
}

export function targetsOf(flavor: Flavor): readonly string[] {
  return [...sourcesOf(flavor).map(({ type }) => type), ...bounds].filter((type) => !likeAnother.includes(type));
}

/** The server takes the value and keeps another one. A copy refuses it, and so does its probe. */
export function isChangedInSilence(flavor: Flavor, from: string, to: string, value: string): boolean {
  return changedInSilence.includes(`${flavor}: ${value} from ${from} to ${to}`);
}

const changedInSilence: readonly string[] = [
  "mysql: '2024-01-01' from TEXT to DECIMAL(10,2)",
  "mysql: '2024-01-01' from TEXT to DECIMAL(10,0)",
  'mariadb: 20240101 from INT to TIME',
  'mariadb: 3e38 from FLOAT to BIGINT UNSIGNED',
];

/** What is converted to these is converted as to others in the list. */
const likeAnother: readonly string[] = [
  'DECIMAL(10,0)',
  'BLOB',
  'TEXT',
  'CHAR(20)',
  'DATETIME(2)',
  'INT(3) UNSIGNED ZEROFILL',
];
