import { readCreateStatement } from '../../mysql/inspect-table.ts';
import { countUnloggedReplications } from '../../mysql/unlogged-replication.ts';
import { digest } from '../../support/digest.ts';
import type { DeferredIndex } from '../indexes/deferral.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import type { MigrationContext } from '../run/context.ts';
import { Fingerprint } from '../tables/fingerprint.ts';
import { copyDigest, definitionDigest, ghostDigest } from './checkpoint.ts';
import type { Unchanging } from './checkpoints.ts';
import { passingIndexes, readServerStart } from './kept-work.ts';

/** What every checkpoint of a copy says alike. The ghost must be as it is while rows are copied. */
export async function describeCopy(
  { request, control, original, fingerprint, names }: MigrationContext,
  plan: CopyPlan,
  deferred: readonly DeferredIndex[],
  keyIndex: string | null,
): Promise<Omit<Unchanging, 'knowsPrepared'>> {
  const { session, server } = control;
  const created = await readCreateStatement(session, names.ghost);
  const ghost = await Fingerprint.take(session, names.ghost, created, server.flavor);
  return {
    format: 1,
    migrationId: request.migrationId,
    statementDigest: digest(request.statement),
    copyDigest: copyDigest(plan, server.timeZone),
    names,
    original: { id: fingerprint.id, definitionDigest: definitionDigest(original.createStatement) },
    ghost: { id: ghost.id, definitionDigest: ghostDigest(created, passingIndexes({ deferred, keyIndex })) },
    deferred,
    keyIndex,
    pinnedSeconds: plan.settings.pinnedSeconds,
    timeZone: server.timeZone,
    sqlMode: server.sqlMode,
    serverStartedAt: await readServerStart(session),
    unloggedReplications: await countUnloggedReplications(session, server.facts),
  };
}
