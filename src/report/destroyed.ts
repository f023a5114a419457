import type { Destroyed } from '../engine/plan/statement-facts.ts';
import { formatNumberOf } from './quantity.ts';
import { enumerate } from './words.ts';

/**
 * What nobody can bring back once the statement has run; a sentence each. An index is none of it: it can be built again. A table
 * that is dropped is gone for whoever uses it, though its rows are kept for a while.
 *
 * @param quote how names are set
 */
export function destroyedBy(destroyed: Destroyed, quote: (name: string) => string): string[] {
  if (destroyed.isTable) return ['Takes the table away with all its rows.'];
  const columns = destroyed.columns.map(quote);
  return [
    ...(columns.length === 0 ? [] : [`Destroys the ${several('column', columns)} with all values.`]),
    ...(destroyed.rows === 'unknown' ? [`Destroys ${rowsOf(destroyed.partitions.map(quote))}.`] : []),
  ];
}

/** The same with the indexes, in one sentence for a terminal; `null` where nothing goes. */
export function describeDestroyed({ isTable, columns, indexes, partitions, rows }: Destroyed): string | null {
  const parts = [
    ...(columns.length === 0 ? [] : [`the ${several('column', columns)}`]),
    ...(indexes.length === 0 ? [] : [`the ${several('index', indexes)}`]),
    ...(rows === 'unknown' ? [rowsOf(partitions)] : []),
  ];
  const count = rows === 'unknown' || rows === 0 ? null : `about ${formatNumberOf(rows, 'row')}`;
  if (isTable) return `Taken away: the table${count === null ? '' : `, with ${count}`}.`;
  if (parts.length === 0) return null;
  return `Destroyed: ${enumerate(parts)}${count === null ? '' : `, in ${count}`}.`;
}

function rowsOf(partitions: readonly string[]): string {
  return partitions.length === 0
    ? 'the rows of the partitions that go'
    : `the rows of the ${several('partition', partitions)}`;
}

function several(what: 'column' | 'index' | 'partition', names: readonly string[]): string {
  const plural = what === 'index' ? 'indexes' : `${what}s`;
  return `${names.length === 1 ? what : plural} ${enumerate(names)}`;
}
