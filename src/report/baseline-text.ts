import type { BaselineReport } from '../commands/ledger/baseline-command.ts';
import { formatNumberOf } from './quantity.ts';

export function baselineText({ through, files, noted, namespace }: BaselineReport): string {
  const upTo = `${formatNumberOf(files, 'file')} up to ${through}${namespace === '' ? '' : `, in the namespace ${namespace}`}`;
  return noted === 0
    ? `The ledger has all statements of ${upTo}.`
    : `Noted ${formatNumberOf(noted, 'statement')} of ${upTo} as applied. None of them will be run.`;
}
