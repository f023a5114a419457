import type { TableName } from '../../sql/inspect.ts';
import { ledgerTable } from '../../sql/ledger.ts';
import { GhostshipError } from '../../support/errors.ts';

/** @throws GhostshipError `unsupported-table` for what says which statements were applied */
export function refuseLedger({ name }: TableName): void {
  if (name.toLowerCase() !== ledgerTable) return;
  throw new GhostshipError('unsupported-table', `${name} is the ledger of Ghostship, which no file changes.`, {
    hint: 'Take the statement out.',
  });
}
