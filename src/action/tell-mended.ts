import { Ledger } from '../commands/ledger/ledger.ts';
import type { LedgerRun } from '../commands/ledger/ledger-run.ts';
import { isDone, type RunOutcome } from '../commands/migrate/run-outcome.ts';
import { requireTarget } from '../commands/options/settings.ts';
import { filesOf } from '../commands/statements/file-statement.ts';
import { code, link } from '../report/markdown.ts';
import { enumerate } from '../report/words.ts';
import type { ActionRun } from './action-run.ts';
import type { FileOwners } from './file-owners.ts';
import { notePlan } from './plan-note.ts';

/** As many rows of the ledger are read. */
const mostRuns = 200;

/** Tells pull requests in which a file has failed that it has shipped as another one has mended it. */
export async function tellMended(run: ActionRun, { migrations }: RunOutcome, owners: FileOwners): Promise<void> {
  const { settings, runner } = run;
  const files = filesOf(migrations).filter((path) =>
    migrations.every(({ file, state }) => file !== path || isDone(state)),
  );
  if (files.length === 0) return;
  const ofFiles = await owners.ownersOf(files);
  // What has shipped is told already, whatever becomes of the database.
  const runs = await new Ledger(requireTarget(settings), settings.values.namespace).runs(mostRuns).catch(() => []);
  const failed = runs.filter(
    ({ runUrl, state }) => state === 'failed' && runUrl?.startsWith(`${runner.repositoryUrl}/`),
  );
  for (const [number, paths] of failedIn(failed)) {
    const by = paths.map((path) => ofFiles.get(path)?.number ?? null);
    // Where one of them has failed and not shipped since, the failure is what counts.
    if (by.some((owner) => owner === null || owner === number)) continue;
    const what = enumerate(paths.map((path) => code(path)));
    const whose = enumerate([...new Set(by)].map((owner) => `#${owner}`));
    const text = `**${what} failed here, and has shipped as mended in ${whose}**, ${link('log', runner.runUrl)}. What was planned:`;
    await notePlan(run, number, { text, whenAbsent: 'skip' });
  }
}

/** The files that have failed in each pull request. */
function failedIn(failed: readonly LedgerRun[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, Set<string>>();
  for (const { pullRequest, file } of failed) {
    if (pullRequest === null || file === null) continue;
    found.set(pullRequest, (found.get(pullRequest) ?? new Set()).add(file));
  }
  return new Map([...found].map(([number, files]) => [number, [...files]]));
}
