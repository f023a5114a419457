import type { Session } from '../../mysql/session.ts';
import type { Key, KeyRange } from '../../sql/keys.ts';
import {
  compareRange,
  compareSums,
  createConverted,
  emptyConverted,
  fillConverted,
  type Part,
  selectDifferences,
  selectRepeatedKeys,
  selectSurplusRows,
  type VerifyTables,
} from '../../sql/verify.ts';
import { readKey } from '../copy/chunker.ts';
import { dataDoesNotFit } from '../copy/row-errors.ts';

/** One look finds at most so many different rows. A list of this length may have been cut short. */
export const maxSuspects = 500;

export interface ComparedChunk {
  readonly rows: number;
  /** Keys whose rows differ at this moment, perhaps only because a change is on its way. */
  readonly suspects: readonly Key[];
}

/** Compares sums of hashes first where the table has them, and row by row where they differ. */
export async function compareChunk(tables: VerifyTables, session: Session, range: KeyRange): Promise<ComparedChunk> {
  const [look] = tables.sums === null ? [] : await session.rows(compareSums(tables, tables.sums, range));
  if (Number(look?.same) === 1) return { rows: Number(look?.original_rows), suspects: [] };
  await convert(tables, session, { range });
  const [count] = await session.rows(compareRange(tables, range));
  const suspects = Number(count?.different_rows) > 0 ? await differentRows(tables, session, { range }) : [];
  if (!reordersKeys(tables) && Number(count?.ghost_rows) !== Number(count?.copied_rows)) {
    suspects.push(...(await surplusRows(tables, session, { range })));
  }
  suspects.push(...(await repeatedKeys(tables, session, { range })));
  return { rows: Number(count?.original_rows), suspects };
}

/** @returns the keys among them whose rows differ */
export async function compareKeys(tables: VerifyTables, session: Session, keys: readonly Key[]): Promise<Key[]> {
  if (keys.length === 0) return [];
  const part = { keys };
  await convert(tables, session, part);
  const different = await differentRows(tables, session, part);
  const surplus = await surplusRows(tables, session, part);
  return [...new Set([...different, ...surplus, ...(await repeatedKeys(tables, session, part))])];
}

/**
 * Keys that only the ghost has.
 * @param part `null` for the whole table
 */
export async function surplusRows(tables: VerifyTables, session: Session, part: Part | null): Promise<Key[]> {
  const rows = await session.rows(selectSurplusRows(tables, part, maxSuspects));
  return rows.map((row) => readKey(tables.copy, row));
}

/** A row that is in the ghost twice is like its original both times. */
async function repeatedKeys(tables: VerifyTables, session: Session, part: Part): Promise<Key[]> {
  if (tables.copy.ghostIsUnique) return [];
  const rows = await session.rows(selectRepeatedKeys(tables, part, maxSuspects));
  return rows.map((row) => readKey(tables.copy, row));
}

/**
 * True where the ghost's collation puts keys into another order. Then a range of the original is no range of the ghost, and
 * rows that only the ghost has are looked for in the whole table.
 */
export function reordersKeys({ copy }: VerifyTables): boolean {
  return copy.key.some(({ exact }) => exact);
}

async function differentRows(tables: VerifyTables, session: Session, part: Part): Promise<Key[]> {
  const rows = await session.rows(selectDifferences(tables, part, maxSuspects));
  return rows.map((row) => readKey(tables.copy, row));
}

/**
 * Where values are converted, the server converts those of the original once more, so that equal types are compared.
 * @throws GhostshipError `data-does-not-fit`
 */
async function convert(tables: VerifyTables, session: Session, part: Part): Promise<void> {
  if (!tables.converts) return;
  await session.run(createConverted(tables));
  await session.run(emptyConverted);
  try {
    await session.run(fillConverted(tables, part));
  } catch (error) {
    // A row that came a moment ago, before the applier has met it.
    throw dataDoesNotFit(error, tables.copy.original);
  }
}
