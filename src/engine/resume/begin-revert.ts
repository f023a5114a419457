import { currentPosition } from '../../binlog/position.ts';
import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import type { Session } from '../../mysql/session.ts';
import { isChangelog, writeCheckpoint } from '../../sql/changelog.ts';
import { inTerminal } from '../../support/command-words.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseZeroUnderCounter } from '../mapping/auto-increment.ts';
import { type ColumnMap, mapColumns } from '../mapping/column-map.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';
import { refuseShortImages } from '../preflight/row-image.ts';
import { refuseHazards } from '../probes/refuse-hazards.ts';
import type { MigrationContext } from '../run/context.ts';
import { dropOwn, readComments } from '../tables/ghost.ts';
import { refuseLeftovers } from '../tables/leftovers.ts';
import { readKeptName, refuseForeignAside, takeRetired } from '../tables/retired-ghost.ts';
import type { TableNames } from '../tables/table-names.ts';
import type { WayBack } from '../way-back.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { describeCopy } from './describe-copy.ts';
import { identify } from './describe-way-back.ts';
import { lostColumns, planRevert } from './plan-revert.ts';

/** From before the swap: nobody takes a heartbeat for one that proves the position. */
const noMarks = { after: -1, upTo: -1 } as const;

/**
 * Makes the retired table the ghost, with a checkpoint that says: everything is copied, as it was at the swap. Whoever goes on from
 * there, this run or another, does what any run does that goes on. Nothing is touched before all refusals are made.
 *
 * @throws GhostshipError `cannot-revert`, and whatever a migration is refused for
 */
export async function beginRevert(
  context: MigrationContext,
  wayBack: WayBack,
  firstRun: number,
  signal: AbortSignal,
): Promise<void> {
  const { control, original, alter, names, recorder } = context;
  const { session, server, sessions } = control;
  refuseLeftovers(names, await readComments(session, [names.ghost, names.changelog]));
  if (await isBegun(session, names)) {
    const ghost = await inspectTable(session, names.ghost);
    if (ghost !== null) sayWhatIsLost(context, mapColumns(original, ghost, alter));
    return;
  }
  await using making = await sessions.open('making the retired table the ghost');
  // What a run has left that died before its checkpoint.
  if (isChangelog((await readComments(session, [names.changelog])).get(names.changelog))) await dropOwn(making, names);
  const retired = await inspectRetired(context, wayBack);
  const plan = planRevert(context, retired);
  refuseShortImages(server.facts, original, plan.key);
  await refuseHazards(control, original, retired, plan.map, true, signal);
  await refuseZeroUnderCounter(session, original, plan.map);
  sayWhatIsLost(context, plan.map);

  const others = retired.indexes.filter(({ unique, name }) => unique && name !== plan.tables.ghostIndex);
  const aside = plan.tables.keeps === null ? null : { withoutKeys: others.map(({ name }) => name) };
  if (aside !== null) await refuseForeignAside(session, names);
  const start = { status: JSON.stringify(recorder.status()), run: firstRun };
  await takeRetired(making, names, wayBack.retired, aside, start);
  const checkpoint = await firstCheckpoint(context, wayBack, plan);
  await making.run(writeCheckpoint(names.changelog, firstRun, JSON.stringify(checkpoint)));
}

/** @throws GhostshipError `already-running` where a migration of the table waits to be resumed */
async function isBegun(session: Session, names: TableNames): Promise<boolean> {
  const { changelog } = names;
  const isRevert = (await readKeptName(session, names)) !== null;
  const found = await readCheckpoint(session, changelog);
  if (found !== null && !isRevert) throw otherWaits(names);
  return found !== null;
}

/** The retired table must be the one that the swap has left, and so must the table that it is to replace. */
async function inspectRetired({ control, original }: MigrationContext, wayBack: WayBack): Promise<TableDefinition> {
  const { session, server } = control;
  const { retired: kept, identities } = wayBack;
  const retired = await inspectTable(session, kept);
  if (retired === null) throw gone(kept.name);
  const now = await identify(session, original.table, server.flavor);
  if (now.definitionDigest !== identities.table.definitionDigest)
    throw altered(`${original.table.name} was altered again since the migration that is to be reverted.`, kept.name);
  const then = await identify(session, kept, server.flavor);
  if (then.definitionDigest !== identities.retired.definitionDigest)
    throw altered(`${kept.name}, the table as it was, was altered since.`, kept.name);
  if (retired.triggers.length > 0) throw hasTriggers(kept.name, retired.triggers);
  return retired;
}

async function firstCheckpoint(context: MigrationContext, wayBack: WayBack, plan: CopyPlan): Promise<Checkpoint> {
  const { session, server } = context.control;
  const described = await describeCopy(context, plan, [], null);
  return {
    ...described,
    original: { ...described.original, id: wayBack.identities.table.id },
    ghost: { ...described.ghost, id: wayBack.identities.retired.id },
    serverStartedAt: wayBack.serverStartedAt,
    knowsPrepared: wayBack.knowsPrepared,
    // Behind any other position no swap is found. So everything is compared.
    position: wayBack.position ?? (await currentPosition(session, server.flavor)),
    marks: noMarks,
    isBeforeSwap: true,
    watermark: { upTo: null },
    rowsCopied: 0,
  };
}

function sayWhatIsLost({ original, recorder }: MigrationContext, map: ColumnMap): void {
  recorder.lostColumns = lostColumns(original, map);
  if (recorder.lostColumns.length > 0) recorder.notice(losesColumns(original, recorder.lostColumns));
}

function losesColumns({ table }: TableDefinition, columns: readonly string[]): string {
  const what = columns.length === 1 ? `The column ${columns[0]} is` : `The columns ${columns.join(', ')} are`;
  return `${what} lost with the revert: ${table.name} as it was has no such column.`;
}

function gone(retired: string): GhostshipError {
  return new GhostshipError('cannot-revert', `${retired}, the table as it was, is gone.`, {
    hint: 'Write the change that undoes the statement as a new statement.',
  });
}

function altered(message: string, retired: string): GhostshipError {
  return new GhostshipError('cannot-revert', message, {
    hint: `Give ${retired} another name, and write the change that undoes the statement as a new one.`,
  });
}

/** The table has those of the altered table afterwards. Any that it has before was made by somebody since. */
function hasTriggers(retired: string, triggers: TableDefinition['triggers']): GhostshipError {
  const names = triggers.map(({ name }) => name);
  const [what, it] = names.length === 1 ? ['a trigger', 'it'] : ['triggers', 'them'];
  return new GhostshipError(
    'cannot-revert',
    `${retired}, the table as it was, has got ${what} since: ${names.join(', ')}. The revert would lose ${it}.`,
    {
      hint: `Drop ${it} with DROP TRIGGER, and run the revert again. Where the table needs ${it}, make ${it} again afterwards.`,
    },
  );
}

function otherWaits({ original: { name } }: TableNames): GhostshipError {
  return new GhostshipError('already-running', `A migration of ${name} is not finished.`, {
    hint: `Run its statement again to go on with it, or end it with ${inTerminal('abort', name)}.`,
  });
}
