import { type IdentityVariable, identityVariables, selectProduct } from '../sql/server.ts';
import {
  namesInReadBack,
  readAll,
  type SessionSettings,
  type Setting,
  setAll,
  settingsFor,
} from '../sql/session-settings.ts';
import type { Sql } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { flavorOf, refuseProduct } from './product.ts';
import { refuseOtherServer } from './same-server.ts';
import { isServerError, ServerError } from './server-errors.ts';
import { describeTarget, type Target } from './target.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** What is needed of a session that is being opened. */
interface Asking {
  readonly purpose: string;
  run(statement: Sql): Promise<unknown>;
  rows(statement: Sql): Promise<Row[]>;
}

/** Of the servers asked so far, what they do not have. */
const unknown = new WeakMap<Target, Set<string>>();

/**
 * Gives a session the settings it is to run under, and asks the server whether it has them, what it is, and whether it is the one
 * that all other sessions reach.
 *
 * @throws GhostshipError `unsupported-server` saying which of this is not so; ServerError, ConnectionLost
 */
export async function chooseSettings(session: Asking, target: Target, settings: SessionSettings): Promise<void> {
  const absent = unknown.get(target) ?? new Set();
  unknown.set(target, absent);
  const wanted = (): Setting[] => settingsFor(settings).filter(({ name }) => !absent.has(name));
  const identity = (): IdentityVariable[] => identityVariables.filter(({ name }) => !absent.has(name));
  const all = (): string[] => [...wanted(), ...identity()].map(({ name }) => name);
  try {
    await passOverAbsent(absent, all, () => setThem(session, wanted()));
    const row = await passOverAbsent(absent, all, () => readThem(session, readAll(wanted(), identity())));
    refuseProduct(String(row.version), String(row.version_comment));
    const flavor = flavorOf(String(row.version));
    const different = wanted().find((it) => (it.flavor === null || it.flavor === flavor) && !isAsAsked(row, it.name));
    if (different !== undefined) throw notAsAsked(session, target, different, row);
    refuseOtherServer(row, session, target);
  } catch (error) {
    if (error instanceof ServerError) await refuseUnlikeMysql(session);
    throw error;
  }
}

/** What is no MySQL at all may not even know the statements. */
async function refuseUnlikeMysql(session: Asking): Promise<void> {
  const row = await readThem(session, selectProduct).catch(() => null);
  if (row !== null) refuseProduct(String(row.version), String(row.version_comment));
}

/** Older and newer servers lack some: what a server does not have cannot be set in a way that harms. */
async function passOverAbsent<T>(absent: Set<string>, names: () => string[], ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isServerError(error, 'ER_UNKNOWN_SYSTEM_VARIABLE')) throw error;
      const named = names().find((name) => error.message.includes(`'${name}'`));
      if (named === undefined) throw error;
      absent.add(named);
    }
  }
}

/** Where one of them takes a privilege, the others are set all the same; reading them back tells whether that one matters. */
async function setThem(session: Asking, chosen: readonly Setting[]): Promise<void> {
  try {
    await session.run(setAll(chosen));
  } catch (error) {
    if (!isServerError(error, 'ER_SPECIFIC_ACCESS_DENIED_ERROR')) throw error;
    const [mode, ...others] = chosen;
    if (mode === undefined) throw error;
    for (const other of others) {
      await session.run(setAll([mode, other])).catch((denied: unknown) => {
        if (!isServerError(denied, 'ER_SPECIFIC_ACCESS_DENIED_ERROR')) throw denied;
      });
    }
  }
}

async function readThem(session: Asking, question: Sql): Promise<Row> {
  const [row] = await session.rows(question);
  return row ?? {};
}

function isAsAsked(row: Row, name: string): boolean {
  const { is, asked } = valuesOf(row, name);
  if (is === undefined || asked === undefined) return false;
  if (is === asked) return true;
  const found = new Set(is.split(','));
  const words = new Set(asked.split(','));
  // Of the switches only those are named that differ from `default`; of the modes all, in any order.
  const isWhole = !words.delete('default');
  return [...words].every((word) => found.has(word)) && (!isWhole || found.size === words.size);
}

function valuesOf(row: Row, name: string): { is: string | undefined; asked: string | undefined } {
  const columns = namesInReadBack(name);
  const text = (value: Row[string] | undefined): string | undefined => (value === undefined ? value : String(value));
  return { is: text(row[columns.is]), asked: text(row[columns.asked]) };
}

function notAsAsked(session: Asking, target: Target, { name, value }: Setting, row: Row): GhostshipError {
  const { is = 'not shown', asked = value.text } = valuesOf(row, name);
  return new GhostshipError(
    'unsupported-server',
    `The connection to ${describeTarget(target)} for ${session.purpose} must have ${name} = ${asked}, and there it is ${is}.`,
    {
      hint: 'The server, or a proxy before it, passes over SET SESSION. Connect to the server itself, with a user who may set its own session.',
    },
  );
}
