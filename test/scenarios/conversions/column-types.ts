import type { Flavor } from '../../support/servers/index.ts';

export interface ColumnType {
  readonly type: string;
  /** Expressions over `n`, a number from 1 on, whose values a column of this type can hold. */
  readonly samples: readonly string[];
}

const dateTime = "TIMESTAMP '2024-02-27 22:13:14.567891' + INTERVAL n HOUR";

/** For types that are converted as VARCHAR is, as far as is known. */
const fewTexts: readonly string[] = ['MOD(n, 2)', "CONCAT('2024-02-', LPAD(n, 2, '0'))", "CONCAT('äöü ', n, '  ')"];

const texts: readonly string[] = [
  'MOD(n, 2)',
  '-n / 7',
  "CONCAT('2024-02-', LPAD(n, 2, '0'))",
  "CONCAT('2024-02-', LPAD(n, 2, '0'), ' 10:11:12.75')",
  "CONCAT('-12:13:', LPAD(n, 2, '0'), '.5')",
  'CONCAT(\'{"a": [1.10, \', n, \', "b"]}\')',
  "ELT(1 + MOD(n, 3), 'x,y', 'y', '')",
  "CONCAT('äöü ', n, '  ')",
];

const common: readonly ColumnType[] = [
  { type: 'TINYINT', samples: ['MOD(n, 2)', '-n'] },
  { type: 'SMALLINT UNSIGNED', samples: ['1900 + n'] },
  { type: 'INT', samples: ['n', '20240100 + n'] },
  { type: 'INT(8) UNSIGNED ZEROFILL', samples: ['n'] },
  { type: 'BIGINT', samples: ['-n', '20240200111213 + n * 1000000', '9007199254740993 + n'] },
  { type: 'BIGINT UNSIGNED', samples: ['18446744073709551615 - n'] },
  { type: 'DECIMAL(20, 4)', samples: ['n / 3', '-n * 1000.5', '20240200 + n'] },
  { type: 'DECIMAL(40, 20)', samples: ['n / 3'] },
  { type: 'FLOAT', samples: ['n / 3', '-n * 1e20', 'n'] },
  { type: 'DOUBLE', samples: ['n / 3', '-n * 1e-20', 'n * 1e15', 'n'] },
  { type: 'FLOAT(10, 2)', samples: ['n / 3'] },
  { type: 'DOUBLE(22, 3)', samples: ['n * 1412345678901.2344'] },
  { type: 'DOUBLE(10, 2)', samples: ['n / 2', '-n * 1000'] },
  { type: 'DOUBLE(40, 20) UNSIGNED ZEROFILL', samples: ['n / 3'] },
  { type: 'BIT(16)', samples: ['n', '12336 + MOD(n, 2)'] },
  { type: 'BIT(64)', samples: ['18446744073709551615 - n'] },
  { type: 'YEAR', samples: ['2000 + n', '0'] },
  { type: 'DATE', samples: [dateTime] },
  { type: 'DATETIME', samples: [dateTime] },
  { type: 'DATETIME(6)', samples: [dateTime] },
  { type: 'TIMESTAMP NULL', samples: [dateTime] },
  { type: 'TIMESTAMP(3) NULL', samples: [dateTime] },
  { type: 'TIME', samples: ['SEC_TO_TIME(n * 1000)'] },
  { type: 'TIME(3)', samples: ['SEC_TO_TIME(-n * 0.25)'] },
  { type: 'CHAR(40) CHARACTER SET utf8mb4', samples: fewTexts },
  { type: 'VARCHAR(40) CHARACTER SET utf8mb4', samples: texts },
  { type: 'VARCHAR(40) CHARACTER SET latin1', samples: fewTexts },
  { type: 'VARCHAR(40) CHARACTER SET utf16', samples: ['MOD(n, 2)'] },
  { type: 'TEXT CHARACTER SET utf8mb4', samples: fewTexts },
  { type: 'BINARY(40)', samples: ['MOD(n, 2)', "UNHEX('FF00')"] },
  { type: 'VARBINARY(40)', samples: ['MOD(n, 2)', "UNHEX('FF00')", "CONCAT('2024-02-', LPAD(n, 2, '0'))"] },
  { type: 'BLOB', samples: ['MOD(n, 2)', "UNHEX('FF00')"] },
  { type: "ENUM('1', 'x', '0', 'y', '2024-02-03') CHARACTER SET utf8mb4", samples: ['1 + MOD(n, 2)', '5', '3'] },
  { type: "SET('x', '1', 'y', '0') CHARACTER SET utf8mb4", samples: ['MOD(n, 16)', '2'] },
];

/** Every type a column may have and be changed from and to. */
export const columnTypes: Readonly<Record<Flavor, readonly ColumnType[]>> = {
  mysql: [
    ...common,
    {
      type: 'JSON',
      samples: ['CAST(n AS CHAR)', "'1.5'", "'true'", '\'"2024-02-03"\'', '\'[1, 2.50, "é"]\'', '\'"x"\''],
    },
    { type: 'POINT', samples: ['POINT(n, n)'] },
    { type: 'GEOMETRY', samples: ['POINT(n, n)'] },
  ],
  mariadb: [
    ...common,
    { type: 'JSON', samples: ['\'[1, 2.50, "é"]\''] },
    { type: 'POINT', samples: ['POINT(n, n)'] },
    { type: 'GEOMETRY', samples: ['POINT(n, n)'] },
    { type: 'UUID', samples: ["CONCAT('01890000-0000-7000-8000-', LPAD(HEX(n), 12, '0'))"] },
    { type: 'INET4', samples: ["CONCAT('10.0.0.', n)"] },
    { type: 'INET6', samples: ["CONCAT('2001:db8::', n)", "CONCAT('::ffff:10.0.0.', n)"] },
  ],
};
