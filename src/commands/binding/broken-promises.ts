import { changedLines } from '../../support/changed-lines.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import type { Settings } from '../options/settings.ts';
import { durationText } from '../options/value.ts';
import { openIn, type PlanRecord, promisedIn } from '../plan/plan-record.ts';
import type { PlannedStatement } from '../plan/planned-statement.ts';
import { digestOfText, optionsOf, type PlanPromise, promiseOf } from '../plan/promise.ts';
import { placeOf } from '../statements/file-statement.ts';
import { howToProceed } from './how-to-proceed.ts';
import type { LookUpTable, TableNow } from './table-now.ts';

/** What is to be run, as it would be carried out now, and what was approved of it. */
export interface Keeping {
  /** What a plan says now, in the order of the run. */
  readonly planned: readonly PlannedStatement[];
  /** Product and version of the server that says it. */
  readonly server: string | null;
  readonly settings: Settings;
  /** Of the pull request whose file it is; `null` where none was found. */
  readonly recordOf: (file: string) => PlanRecord | null;
  /** Whether the statement was begun before, and is only resumed. */
  readonly isBegun: (statement: PlannedStatement) => boolean;
  readonly lookUp: LookUpTable;
  /** Whether the pull request of the file stands in a merge queue: nothing of it is merged yet. */
  readonly isQueued?: (file: string) => boolean;
}

/**
 * The statements that would not be carried out as their pull requests have shown it, each with `plan-changed`.
 *
 * Each is held against the plan of its own pull request, so what others have done to other tables does not matter. One that is
 * begun goes on under the options that were approved, on the table that was shown: on another one its copy is of no use, and a run would
 * begin anew. Behind it, behind one that is refused now, and behind one that had no plan, nothing is known of its table until it has run.
 */
export async function brokenPromises(keeping: Keeping): Promise<Map<PlannedStatement, GhostshipError>> {
  const { planned, recordOf, isBegun } = keeping;
  const unknown = new Set<string>();
  const broken = new Map<PlannedStatement, GhostshipError>();
  for (const now of planned) {
    const record = now.file === null ? null : recordOf(now.file);
    if (now.kind === 'applied') continue;
    if (isBegun(now)) {
      unknown.add(now.table);
      const error = record === null ? null : await whyNotGoneOn(record, now, keeping);
      if (error !== null) broken.set(now, error);
      continue;
    }
    if (unknown.has(now.table)) continue;
    const wasOpen = record !== null && ['refused', 'untried'].includes(openIn(record, now.file, now.statement));
    if (now.kind !== 'planned' || wasOpen) unknown.add(now.table);
    const changes = record === null ? [] : await changesSince(record, now, keeping);
    const isQueued = now.file !== null && keeping.isQueued?.(now.file) === true;
    if (changes.length > 0) broken.set(now, planChanged(now, changes, isQueued));
  }
  return broken;
}

/** Lines that say what moved; none where the promise is kept, or none was made. */
async function changesSince(
  record: PlanRecord,
  now: Exclude<PlannedStatement, { kind: 'applied' }>,
  { server, settings, lookUp }: Keeping,
): Promise<string[]> {
  const promised = promisedIn(record, now.file, now.statement);
  if (promised.length === 0) return [];
  // Another version writes definitions in another way, and knows other ways.
  const isSameServer = record.server === server;
  const table: TableNow = now.kind === 'planned' || !isSameServer ? { kind: 'unknown' } : await lookUp(now);
  const changes = promised.map((then) => {
    if (now.kind !== 'planned')
      return [...optionChanges(then, optionsOf(now.file, then.table, settings)), ...tableChanges(then, table)];
    const promise = promiseOf(now, settings);
    return [
      ...optionChanges(then, promise.options),
      ...(isSameServer
        ? [...wayChanges(then, promise), ...definitionChanges(then, promise), ...circumstanceChanges(then, promise)]
        : []),
    ];
  });
  // The same text may stand in a file twice.
  const fewest = fewestOf(changes);
  if (now.kind !== 'refused') return fewest;
  // Another table may have moved, to which a foreign key leads.
  const hasMoved = fewest.length > 0 || (isSameServer && ofDefinitions.includes(now.error.code));
  return hasMoved ? [...fewest, `${failureMark}${now.error.message}`] : [];
}

function fewestOf(changes: readonly string[][]): string[] {
  const [fewest = []] = changes.toSorted((one, other) => one.length - other.length);
  return fewest;
}

async function whyNotGoneOn(
  record: PlanRecord,
  now: PlannedStatement,
  { settings, server, lookUp }: Keeping,
): Promise<GhostshipError | null> {
  const options = optionsSince(record, now, settings);
  if (options.length > 0) return copyWaits(now, options);
  const copies = promisedIn(record, now.file, now.statement).filter(({ ways }) => ways.every((way) => way === 'copy'));
  if (record.server !== server || copies.length === 0) return null;
  const table = await lookUp(now);
  const moved = fewestOf(copies.map((then) => copiedTableChanges(then, table)));
  return moved.length === 0 ? null : copyIsOfNoUse(now, moved);
}

/** A copy leaves the table as it is until the swap, and then it is the one that was shown. */
function copiedTableChanges({ definitions }: PlanPromise, now: TableNow): string[] {
  if (definitions === null || now.kind !== 'there' || now.definition === definitions.after) return [];
  return beforeChanges(definitions.before, now.definition);
}

function optionsSince(record: PlanRecord, now: PlannedStatement, settings: Settings): string[] {
  return fewestOf(
    promisedIn(record, now.file, now.statement).map((then) =>
      optionChanges(then, optionsOf(now.file, then.table, settings)),
    ),
  );
}

const failureMark = 'It would fail now: ';

/** What the server answers to a statement that does not fit the tables there are. */
const ofDefinitions: readonly ErrorCode[] = ['invalid-statement', 'unknown-table'];

const optionMark = 'Option ';

function optionChanges(then: PlanPromise, now: PlanPromise['options']): string[] {
  return Object.entries(now).flatMap(([option, value]) => {
    const planned = then.options[option];
    return planned === undefined || planned === value
      ? []
      : [`${optionMark}${option}: ${shown(planned)}, now ${shown(value)}.`];
  });
}

function wayChanges(then: PlanPromise, now: PlanPromise): string[] {
  const [planned = ''] = then.ways;
  const [found = ''] = now.ways;
  const way = then.ways.includes(found) ? [] : [`How: ${planned}, now ${found}.${consequence(planned, found)}`];
  const hasMoved = then.key !== null && now.key !== null && then.key.join() !== now.key.join();
  return hasMoved ? [...way, `Walked by: ${then.key.join(', ')}, now ${now.key.join(', ')}.`] : way;
}

function definitionChanges(then: PlanPromise, now: PlanPromise): string[] {
  if (then.shape === now.shape) return [];
  if (then.definitions === null || now.definitions === null)
    return ['The table is not as the plan knew it. The plan was too long to keep what the table was.'];
  if (then.definitions.before === '' && then.definitions.after !== '' && now.definitions.after === '')
    return [`${then.table} was to be made new, and is there already: nothing would be done.`];
  const before = beforeChanges(then.definitions.before, now.definitions.before);
  const after = changedLines(then.definitions.after, now.definitions.after);
  const isSame = before.slice(1).join('\n') === after.join('\n');
  return [
    ...before,
    ...(after.length === 0 || isSame ? [] : ['The table after it (- as planned, + now):', ...after]),
    ...(before.length + after.length === 0 ? ['The order of the lines of its table.'] : []),
  ];
}

/** What a copy has, and no other way. */
function consequence(then: string, now: string): string {
  if (then === 'copy') return ' Then it has no gate, and no old table is left to go back to.';
  return now === 'copy'
    ? ' Then it has a gate where the option cutover says so, and the old table goes by the option retired.'
    : '';
}

/** What one of the two plans does not tell is not compared. */
function circumstanceChanges(then: PlanPromise, now: PlanPromise): string[] {
  return then.circumstances.flatMap(({ what, digest, is }) => {
    const found = now.circumstances.find((one) => one.what === what);
    if (found === undefined || found.digest === digest) return [];
    if (is === null || found.is === null)
      return [`${what} is not as the plan knew it. The plan was too long to keep how it was.`];
    const lines = changedLines(is, found.is);
    return [`${what} (- as planned, + now):`, ...(lines.length === 0 ? ['Its lines have another order.'] : lines)];
  });
}

/** A statement that cannot be carried out now: the table alone is compared. */
function tableChanges({ definitions, table }: PlanPromise, now: TableNow): string[] {
  if (definitions === null) return [];
  const { before, after } = definitions;
  switch (now.kind) {
    case 'unknown':
      return [];
    case 'gone':
      return before === '' && after !== '' ? [] : [`${table} is not there any more.`];
    case 'there':
      // Of some statements a plan does not show the table.
      return before === '' && after === '' ? [] : beforeChanges(before, now.definition);
  }
}

function beforeChanges(then: string, now: string): string[] {
  const lines = changedLines(then, now);
  return lines.length === 0 ? [] : ['The table before it (- as planned, + now):', ...lines];
}

function planChanged(statement: PlannedStatement, changes: readonly string[], isQueued: boolean): GhostshipError {
  const message = `${placeOf(statement)} would not be carried out as its pull request has shown it.`;
  return new GhostshipError('plan-changed', [message, statement.statement, ...changes].join('\n'), {
    hint: isQueued ? hintInQueue : `Look at what has moved. ${hintAfterMerge(changes)}`,
  });
}

function copyWaits(statement: PlannedStatement, changes: readonly string[]): GhostshipError {
  const message = `${placeOf(statement)} was begun, and would not be ended as its pull request has shown it. Its copy is kept, and waits.`;
  return new GhostshipError('plan-changed', [message, statement.statement, ...changes].join('\n'), {
    hint: `Set the options back as they were approved: the next run goes on with the copy. If they are right as they are, ${howToProceed} To give the copy up, write /ghostship abort.`,
  });
}

function copyIsOfNoUse(statement: PlannedStatement, changes: readonly string[]): GhostshipError {
  const message = `${placeOf(statement)} was begun, and somebody has altered its table since. Its copy is kept, and no run can go on with it.`;
  return new GhostshipError('plan-changed', [message, statement.statement, ...changes].join('\n'), {
    hint: `Give the table back its definition: the next run goes on. If a new copy of the table as it is now is right, ${howToProceed} To give the copy up, write /ghostship abort.`,
  });
}

const hintInQueue =
  'Wait until what stands before it in the queue has shipped. Then write /ghostship plan in a comment of its pull request, look at the new plan, and queue it again.';

function hintAfterMerge(changes: readonly string[]): string {
  if (changes.some((change) => change.startsWith(failureMark)))
    return 'No option makes it work: write what is still wanted into its file, or delete the file, in a new pull request, whose plan shows what would be done.';
  const often = changes.some((change) => change.startsWith(optionMark))
    ? 'An option that one workflow is given and the other is not belongs into the config file, where plan and migration both read it. '
    : '';
  return `${often}If it is right all the same, ${howToProceed} Else revert the pull request and open it again, so that a new plan shows what would be done.`;
}

function shown(value: string): string {
  return value === '' ? 'nothing' : value.replace(/(?<=^keep )\d+(?=s$)/u, (seconds) => durationText(Number(seconds)));
}

export function isSameStatement(one: string, other: string): boolean {
  return digestOfText(one) === digestOfText(other);
}
