import type { Outcome } from '../../engine/outcome.ts';
import { findMigrations } from '../../engine/run/control.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { sentence } from '../../support/sentence.ts';
import type { Settings } from '../options/settings.ts';
import type { Ledger } from './ledger.ts';
import { databasesOf } from './places.ts';

/** A run whose end could not be written down. */
export interface Unwritten {
  /** Of the ledger's row. */
  readonly id: string;
  readonly label: string;
  readonly outcome: Outcome;
  /** Why not. */
  readonly complaint: string;
}

const recentRuns = 100;

/** What could not be written, and what the next run makes of that. It is asked of the server, which may be read still. */
export async function tellUnwritten(
  { id, label, outcome, complaint }: Unwritten,
  target: Target,
  settings: Settings,
  ledger: Ledger,
): Promise<string> {
  const told = `How ${label} ended (${outcome.state}) could not be written to ghostship_migrations, id ${id}: ${sentence(complaint)}`;
  if (outcome.tableState !== 'changed') return `${told} The row shows an older state.`;
  if (await isSwapRecorded(id, target, settings, ledger).catch(() => false))
    return `${told} The next run finds the tables swapped, and writes it down. So does \`ghostship cleanup\`.`;
  const runs = await ledger.runs(recentRuns).catch(() => []);
  const state = runs.find((run) => run.id === id)?.state;
  if (state === outcome.state) return `${told} The row has its state, and lacks its end and its numbers.`;
  return outcome.state === 'completed' && outcome.file !== null
    ? `${told} The next run would carry it out again: set state = 'completed' and finished_at of that row before.`
    : `${told} The row shows an older state.`;
}

/** The changelog of a swap stays where it could not be dropped, and tells the next run of it. */
async function isSwapRecorded(id: string, target: Target, settings: Settings, ledger: Ledger): Promise<boolean> {
  await using session = await connect(target, 'looking whether the swap is recorded');
  const places = databasesOf(target, settings, await ledger.labels(session));
  return (await findMigrations(session, places)).some(
    ({ migration }) => migration.migrationId === id && migration.swapped,
  );
}
