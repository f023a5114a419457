import type { MigrationState } from '../../engine/outcome.ts';
import { readIfThere } from '../../mysql/read-if-there.ts';
import { connect, type Row } from '../../mysql/session.ts';
import { selectAddressed } from '../../sql/ledger.ts';
import { groupBy } from '../../support/group-by.ts';
import { requireTarget, type Settings } from '../options/settings.ts';
import { textOrNull } from './ledger-run.ts';
import { hasLaterColumn } from './upgrade-ledger.ts';

/** A run that had stopped short of its statements, all of which have come to their end meanwhile. */
export interface StoppedRun {
  readonly runUrl: string;
  readonly kind: 'migrate' | 'revert';
  readonly commit: string | null;
  readonly pullRequest: number | null;
  readonly end: 'completed' | 'failed' | 'aborted';
}

interface Noted {
  readonly id: string;
  /** The same for each run of a statement. */
  readonly key: string;
  readonly isRevert: boolean;
  readonly state: MigrationState;
  readonly runUrl: string;
  readonly commit: string | null;
  readonly pullRequest: number | null;
}

/** As many rows of the ledger are read. What has waited for longer than these is not found. */
const mostRows = 1_000;

/**
 * The earlier runs whose statements this run has brought to their end, newest first.
 *
 * @param own the address of this run, and the id of a migration that it has ended without running anything
 */
export async function findStoppedRuns(
  settings: Settings,
  own: { readonly runUrl: string; readonly id?: string },
): Promise<StoppedRun[]> {
  const target = requireTarget(settings);
  await using session = await connect(target, 'reading the ledger');
  const hasNamespaces = await hasLaterColumn(session, target.database, 'namespace');
  const rows = (await readIfThere(session, selectAddressed(target.database, mostRows, hasNamespaces))) ?? [];
  return stoppedAmong(rows.map(readNoted), own);
}

/** @param noted newest first */
export function stoppedAmong(
  noted: readonly Noted[],
  own: { readonly runUrl: string; readonly id?: string },
): StoppedRun[] {
  const mine = new Set(noted.filter(({ runUrl, id }) => runUrl === own.runUrl || id === own.id).map(({ key }) => key));
  const now = new Map<string, MigrationState>();
  for (const { key, state } of noted) if (!now.has(key)) now.set(key, state);
  return [...groupBy(noted, ({ runUrl }) => runUrl)].flatMap(([runUrl, rows]) => {
    const [first] = rows;
    const stoppedShort = rows.some(({ state }) => state !== 'completed' && state !== 'reverted');
    if (first === undefined || runUrl === own.runUrl || !stoppedShort || !rows.some(({ key }) => mine.has(key)))
      return [];
    const end = endOf(rows.map(({ key, state }) => now.get(key) ?? state));
    const { isRevert, commit, pullRequest } = first;
    return end === null ? [] : [{ runUrl, kind: isRevert ? 'revert' : 'migrate', commit, pullRequest, end }];
  });
}

/** `null` while one of them goes on. */
function endOf(states: readonly MigrationState[]): StoppedRun['end'] | null {
  if (states.every((state) => state === 'completed' || state === 'reverted')) return 'completed';
  if (!states.every((state) => ends.includes(state))) return null;
  return states.includes('failed') ? 'failed' : 'aborted';
}

const ends: readonly MigrationState[] = ['completed', 'reverted', 'failed', 'aborted'];

function readNoted(row: Row): Noted {
  const file = textOrNull(row.file);
  return {
    id: String(row.id),
    key: JSON.stringify(file === null ? [row.statement_digest] : [row.namespace, file, Number(row.ordinal)]),
    isRevert: file === null,
    state: String(row.state) as MigrationState,
    runUrl: String(row.run_url),
    commit: textOrNull(row.commit_sha),
    pullRequest: row.pull_request === null ? null : Number(row.pull_request),
  };
}
