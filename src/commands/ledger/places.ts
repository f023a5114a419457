import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Settings } from '../options/settings.ts';

/**
 * Where migrations of a target may be, or have left something: its own database, those that the option databases names now, and
 * those that the ledger knows from other runs.
 *
 * @param labels tables as the ledger names them
 */
export function databasesOf(target: Target, settings: Settings, labels: readonly string[]): string[] {
  const known = labels.flatMap((label) => splits(label).map(({ schema }) => schema));
  return [...new Set([target.database, ...settings.values.databases, ...known])];
}

/** The tables that may be meant by a label: one of the target's database, or one of another. Both kinds of name may have dots. */
export function tablesMeant(label: string, target: Target): TableName[] {
  return [{ schema: target.database, name: label }, ...splits(label)];
}

function splits(label: string): TableName[] {
  return [...label.matchAll(/\./gu)]
    .map(({ index }) => ({ schema: label.slice(0, index), name: label.slice(index + 1) }))
    .filter(({ schema, name }) => schema !== '' && name !== '');
}
