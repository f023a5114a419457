import { createHash } from 'node:crypto';
import { askAfterLoss } from '../../mysql/end-connection.ts';
import { readCreateStatement, withoutCounter } from '../../mysql/inspect-table.ts';
import { serverOf } from '../../mysql/same-server.ts';
import { askServer } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import { connect, type Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { Rename } from '../../sql/retire.ts';
import type { Algorithm } from '../outcome.ts';
import type { SentName, SentStatement } from '../sent-statement.ts';
import { Fingerprint } from './fingerprint.ts';

const any = 'any';

export type WhatBecame = 'done' | 'not done' | 'unclear';

/** @returns `null` where the statement leaves no trace in the definition: it may be sent again */
export function sentAlter(
  target: Target,
  session: Session,
  table: TableName,
  definitions: { readonly before: string; readonly after: string },
  algorithm: Algorithm,
): SentStatement | null {
  const [before, after] = [digestOf(definitions.before), digestOf(definitions.after)];
  const names = [{ ...table, before, after }];
  return before === after ? null : { ...sentOn(target, session), algorithm, by: 'definition', names, retired: null };
}

export function sentCreation(target: Target, session: Session, table: TableName): SentStatement {
  const names = [{ ...table, before: null, after: any }];
  return { ...sentOn(target, session), algorithm: 'direct', by: 'definition', names, retired: null };
}

export async function sentRenames(
  target: Target,
  session: Session,
  renames: readonly Rename[],
  retired: TableName | null = null,
): Promise<SentStatement> {
  const names = new Map<string, { readonly table: TableName; readonly before: string | null; after: string | null }>();
  for (const table of renames.flatMap(({ from, to }) => [from, to])) {
    const key = JSON.stringify([table.schema, table.name]);
    if (names.has(key)) continue;
    const before = await sightOf(session, table, 'table');
    names.set(key, { table, before, after: before });
  }
  for (const { from, to } of renames) {
    const [source, goal] = [from, to].map(({ schema, name }) => names.get(JSON.stringify([schema, name])));
    if (source === undefined || goal === undefined) continue;
    goal.after = source.after;
    source.after = null;
  }
  const sights = [...names.values()].map(({ table, before, after }) => ({ ...table, before, after }));
  return { ...sentOn(target, session), algorithm: 'direct', by: 'table', names: sights, retired };
}

/** What became of it. Ask when its connection is gone. */
export async function whatBecameOf(session: Session, { by, names }: SentStatement): Promise<WhatBecame> {
  let [isAsBefore, isAsAfter] = [true, true];
  for (const { before, after, ...table } of names) {
    const now = await sightOf(session, table, by);
    if (now !== before) isAsBefore = false;
    if (after === any ? now === null : now !== after) isAsAfter = false;
  }
  if (isAsBefore === isAsAfter) return 'unclear';
  return isAsAfter ? 'done' : 'not done';
}

/**
 * The same for a statement whose answer was lost in this run. It is ended where the server is still at it. `unclear` where the server
 * cannot be asked, too.
 */
export function settleSent(target: Target, lost: Session, sent: SentStatement): Promise<WhatBecame> {
  return askAfterLoss<WhatBecame>(
    () => connect(target, 'asking what became of a statement'),
    lost,
    'now',
    (session) => whatBecameOf(session, sent),
    () => 'unclear',
  );
}

/** The same on a replica, where tables have other sights: of names alone it is told which are taken. */
export async function whatReplicaHas(session: Session, sent: SentStatement): Promise<WhatBecame> {
  if (sent.by === 'definition') return await whatBecameOf(session, sent);
  const taken = new Map<SentName, boolean>();
  for (const name of sent.names) taken.set(name, (await sightOf(session, name, 'definition')) !== null);
  const isAs = (moment: 'before' | 'after'): boolean =>
    [...taken].every(([name, is]) => is === (name[moment] !== null));
  if (isAs('before') === isAs('after')) return 'unclear';
  return isAs('after') ? 'done' : 'not done';
}

function sentOn(target: Target, session: Session): Pick<SentStatement, 'format' | 'connection' | 'server'> {
  return { format: 1, connection: session.id, server: serverOf(target) };
}

async function sightOf(session: Session, table: TableName, by: SentStatement['by']): Promise<string | null> {
  try {
    const definition = await readCreateStatement(session, table);
    if (by === 'definition') return digestOf(definition);
    const { flavor } = await askServer(session);
    const { id } = await Fingerprint.take(session, table, definition, flavor);
    return digestOf(definition, id);
  } catch (error) {
    if (isServerError(error, 'ER_NO_SUCH_TABLE')) return null;
    throw error;
  }
}

/** The server chooses the names of constraints anew, and the first line has that of the table. */
function digestOf(createStatement: string, id = ''): string {
  const [, ...lines] = withoutCounter(createStatement).split('\n');
  const text = lines.map((line) => line.replace(/^ {2}CONSTRAINT `(?:[^`]|``)*`/u, '  CONSTRAINT')).join('\n');
  return createHash('sha256').update(`${id}\n${text}`).digest('hex');
}
