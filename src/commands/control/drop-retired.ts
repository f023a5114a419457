import { dropEmptySchemas } from '../../engine/tables/ghost.ts';
import type { NameCase } from '../../mysql/name-case.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { dropTable } from '../../sql/ghost.ts';
import type { RetiredTable } from '../ledger/retired-table.ts';
import type { Settings } from '../options/settings.ts';
import type { Report } from './cleanup-report.ts';
import { findRetired } from './retired-tables.ts';

export async function dropRetired(
  session: Session,
  target: Target,
  entry: RetiredTable,
  nameCase: NameCase,
  reason: string | null,
  report: Report,
): Promise<void> {
  const { retired } = entry;
  const [found, ...others] = await findRetired(session, entry, target, nameCase);
  if (found === undefined) return;
  const why = others.length > 0 ? 'two tables could be meant; drop the right one' : (found.whyOther ?? reason);
  if (why !== null) report.kept.push({ table: retired, reason: why });
  else if (report.dryRun) report.dropped.push(retired);
  else {
    await session.run(dropTable(found.names.retired));
    await dropEmptySchemas(session, found.names);
    report.dropped.push(retired);
  }
}

/** A retired table may be all that is left of somebody's rows: it goes only where this run was told so. */
export function whyKept({ table, ageMs, forMs }: RetiredTable, settings: Settings, olderThanMs: number): string | null {
  const { kind } = settings.valuesFor(null, table).retired;
  const isGiven = settings.isGiven('retired');
  if (isGiven && kind === 'keep') return 'the option retired says keep';
  if (forMs !== null && ageMs >= forMs) return null;
  if (forMs !== null && !isGiven) return `it is kept for another ${inWords(forMs - ageMs)}`;
  if (kind === 'keep') return 'the option retired says keep';
  if (!isGiven) return 'it is retired, and goes only with `--retired drop`';
  if (ageMs < olderThanMs) return `it was retired ${Math.floor(ageMs / 60_000)} min ago, which is not long enough`;
  return null;
}

/** Rounded up, so that it is over when it is said to be. */
function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.ceil(minutes / 60)} h` : `${Math.ceil(minutes / 1_440)} days`;
}
