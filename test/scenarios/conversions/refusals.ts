import type { ErrorCode } from '../../../src/support/errors.ts';
import type { Flavor } from '../../support/servers/index.ts';
import type { ColumnType } from './column-types.ts';

/** A conversion that the server's own ALTER accepts, at least for some values, and a migration refuses. */
interface Refusal {
  readonly from: RegExp;
  readonly to: RegExp;
  readonly code: ErrorCode;
  /** Both where it is missing. */
  readonly flavor?: Flavor;
  /** Of these values only. */
  readonly sample?: RegExp;
}

const refusals: readonly Refusal[] = [
  // A copy would round them in another way.
  { from: /^(FLOAT|DOUBLE)/u, to: /^(BIT|YEAR|DATE|TIME)/u, code: 'unsupported-statement' },
  { from: /^(DECIMAL|FLOAT|DOUBLE)/u, to: /^SET/u, code: 'unsupported-statement', flavor: 'mariadb' },
  { from: /^(DATETIME|TIME|TIMESTAMP)\(/u, to: /^BIT/u, code: 'unsupported-statement' },
  { from: /^DATE/u, to: /^YEAR/u, code: 'unsupported-statement', flavor: 'mysql' },
  { from: /^TIMESTAMP/u, to: /^YEAR/u, code: 'unsupported-statement', flavor: 'mysql' },
  // The server takes the highest bit for a sign.
  { from: /^BIT\(64\)/u, to: /^(FLOAT|DOUBLE)/u, code: 'unsupported-statement' },
  { from: /^JSON/u, to: /^(BIT|DATE)/u, code: 'unsupported-statement', flavor: 'mysql' },
  // The server keeps the nearest number that fits and says nothing.
  { from: /^FLOAT/u, to: /^BIGINT$/u, code: 'data-does-not-fit', sample: /1e20/u },
  { from: /^DECIMAL/u, to: /^BIT/u, code: 'data-does-not-fit', flavor: 'mysql', sample: /^-n/u },
  // The server keeps the number at the beginning of the text and says nothing.
  { from: /^TEXT/u, to: /^(DECIMAL|BIT)/u, code: 'data-does-not-fit', flavor: 'mysql', sample: /CONCAT/u },
  { from: /^BLOB/u, to: /^BIT/u, code: 'data-does-not-fit', flavor: 'mysql', sample: /FF00/u },
  // Bytes of a shape as a number.
  { from: /^(POINT|GEOMETRY)/u, to: /^BIT/u, code: 'data-does-not-fit', flavor: 'mysql' },
  // Numbers that look like a date are taken for a mistake.
  { from: /^(INT|BIGINT)$/u, to: /^TIME(\(3\))?$/u, code: 'data-does-not-fit', sample: /^2024/u },
  { from: /^JSON/u, to: /^TIME(\(3\))?$/u, code: 'data-does-not-fit', flavor: 'mysql' },
];

/** The code of the refusal; `null` where the migration must do what the server does. */
export function refusalOf(flavor: Flavor, from: ColumnType, sample: string, to: ColumnType): ErrorCode | null {
  const found = refusals.find(
    (refusal) =>
      refusal.from.test(from.type) &&
      refusal.to.test(to.type) &&
      (refusal.flavor ?? flavor) === flavor &&
      (refusal.sample?.test(sample) ?? true),
  );
  return found?.code ?? null;
}
