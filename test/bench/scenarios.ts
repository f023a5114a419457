import type { TableKind } from './table-kind.ts';

export interface Scenario extends TableKind {
  readonly name: string;
  /** Small is a fraction of the table, large is room for the table and its copy. */
  readonly bufferPool: 'small' | 'large';
  /** `null` is an idle table. */
  readonly writesPerSecond: number | null;
}

const usual = {
  key: 'integer',
  row: 'usual',
  indexes: 1,
  rows: 500_000,
  bufferPool: 'large',
  writesPerSecond: null,
} as const;

/** Rebuilding one table in every way there is. */
export const scenarios: readonly Scenario[] = [
  { ...usual, name: 'idle' },
  { ...usual, name: 'under load', writesPerSecond: 200 },
  { ...usual, name: 'no index', indexes: 0 },
  { ...usual, name: 'five indexes', indexes: 5 },
  { ...usual, name: 'binary uuid', key: 'binary uuid' },
  { ...usual, name: 'text uuid', key: 'text uuid' },
  { ...usual, name: 'text uuid under load', key: 'text uuid', writesPerSecond: 200 },
  { ...usual, name: 'composite key', key: 'composite' },
  { ...usual, name: 'narrow rows', row: 'narrow', rows: 1_000_000 },
  { ...usual, name: 'wide rows', row: 'wide', rows: 150_000 },
  { ...usual, name: 'beyond the buffer pool', bufferPool: 'small' },
];

/** What `--quick` keeps of them. */
export const quickScenarios = ['idle', 'under load'];

export const bufferPoolBytes = { small: 32 * 1024 ** 2, large: 1024 ** 3 } as const;

/** The table whose cutovers are measured: small, because only the end of a migration counts. */
export const cutoverTable: TableKind = { key: 'integer', row: 'usual', indexes: 1, rows: 5_000 };

/** The table whose changes are applied. */
export const applyTable: TableKind = { key: 'integer', row: 'usual', indexes: 1, rows: 200_000 };
