import type { Target } from '../../mysql/target.ts';
import { inTerminal } from '../../support/command-words.ts';
import type { ErrorCode } from '../../support/errors.ts';
import { Ledger } from './ledger.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/**
 * The refusal of a table whose retired name is taken, with what has kept it, as far as the ledger tells.
 *
 * @param labels of the tables that the statement names
 */
export async function tellWhoKeeps(error: Refusal, labels: readonly string[], target: Target): Promise<Refusal> {
  const { code, message, hint } = error;
  if (code !== 'leftover-tables') return error;
  // The refusal itself matters more than what is behind it.
  const all = await new Ledger(target).retiredTables().catch(() => []);
  const names = labels.map((label) => label.toLowerCase());
  const kept = all.findLast(
    ({ table, retired }) => names.includes(table.toLowerCase()) && message.startsWith(`${baseName(retired)} exists`),
  );
  if (kept === undefined) return { code, message, hint };
  const { table, pullRequest, isByRevert } = kept;
  const of = `${table}${pullRequest === null ? '' : ` (#${pullRequest})`}`;
  const who = isByRevert
    ? `The revert of ${of} has kept it: ${table} as it was before the revert.`
    : `The migration of ${of} has kept it, so that it can be reverted.`;
  return {
    code,
    message: `${message} ${who}`,
    hint: `Once nobody needs it, ${inTerminal('cleanup', table, '--retired drop')} drops it, or drop it yourself. Then run this again.`,
  };
}

function baseName(label: string): string {
  return label.slice(label.lastIndexOf('.') + 1);
}
