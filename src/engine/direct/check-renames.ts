import { unknownTable } from '../../mysql/find-table.ts';
import { inspectTable, type TableDefinition } from '../../mysql/inspect-table.ts';
import { askNameCase, type NameCase } from '../../mysql/name-case.ts';
import type { Session } from '../../mysql/session.ts';
import { selectSchema, type TableName } from '../../sql/inspect.ts';
import type { Rename } from '../../sql/retire.ts';
import { GhostshipError } from '../../support/errors.ts';
import { refuseLedger } from './refuse-ledger.ts';

/** New names for tables, one after the other. */
export interface Renaming {
  readonly renames: readonly Rename[];
  /** Tables that are not there are passed over. */
  readonly ifExists: boolean;
}

export interface CheckedRenaming {
  /** Without those that are passed over. */
  readonly renames: readonly Rename[];
  /** The tables as they are now, each once. */
  readonly tables: readonly TableDefinition[];
  /** Names that are taken now and free afterwards. Two tables that change places leave none. */
  readonly freed: readonly TableName[];
}

/** The table of a name; `null` where there is none. */
export type Look = (name: TableName) => Promise<TableDefinition | null>;

/**
 * What the server would refuse, said before it is asked. A name counts as free or taken as it will be when its turn comes.
 *
 * @param look where earlier statements of the run are only tried, it tells what they leave
 * @throws GhostshipError `unknown-table`, `invalid-statement`, `unsupported-table`
 */
export async function checkRenames(
  session: Session,
  { renames, ifExists }: Renaming,
  look: Look = (name) => inspectTable(session, name),
): Promise<CheckedRenaming> {
  const names = new Names(look, await askNameCase(session));
  const kept: Rename[] = [];
  for (const { from, to } of renames) {
    refuseLedger(from);
    const source = await names.at(from);
    if (source === null && ifExists) continue;
    if (source === null) throw await missing(session, from, (await names.at(to)) === null ? null : to);
    if ((await names.at(to)) !== null) throw nameTaken(to);
    if (from.schema !== to.schema) await refuseMove(session, source, to);
    names.move(source, from, to);
    kept.push({ from, to });
  }
  return { renames: kept, tables: names.moved, freed: names.freed };
}

/** Which table has which name, as the statement goes on. */
class Names {
  readonly #look: Look;
  readonly #nameCase: NameCase;
  readonly #entries: {
    readonly name: TableName;
    readonly before: TableDefinition | null;
    now: TableDefinition | null;
  }[] = [];

  constructor(look: Look, nameCase: NameCase) {
    this.#look = look;
    this.#nameCase = nameCase;
  }

  async at(name: TableName): Promise<TableDefinition | null> {
    const known = this.#find(name);
    if (known !== undefined) return known.now;
    const before = await this.#look(name);
    this.#entries.push({ name, before, now: before });
    return before;
  }

  move(table: TableDefinition, from: TableName, to: TableName): void {
    const [old, next] = [this.#find(from), this.#find(to)];
    if (old !== undefined) old.now = null;
    if (next !== undefined) next.now = table;
  }

  get freed(): TableName[] {
    return this.#entries.filter(({ before, now }) => before !== null && now === null).map(({ name }) => name);
  }

  get moved(): TableDefinition[] {
    return this.#entries.flatMap(({ before, now }) => (before === null || before === now ? [] : [before]));
  }

  #find({ schema, name }: TableName) {
    return this.#entries.find(
      (entry) => this.#nameCase.same(entry.name.schema, schema) && this.#nameCase.same(entry.name.name, name),
    );
  }
}

/** A run that was cut off between the rename and its note in the ledger leaves just this. */
async function missing(session: Session, from: TableName, to: TableName | null): Promise<GhostshipError> {
  const error = await unknownTable(session, from, 'Check its name, and the database of target.');
  if (to === null) return error;
  return new GhostshipError('unknown-table', `${error.message.replace(/\.$/u, '')}, and ${to.name} is there.`, {
    hint: 'If an earlier run renamed it and was cut off before it could note that, take the statement out of the file.',
  });
}

function nameTaken(to: TableName): GhostshipError {
  return new GhostshipError('invalid-statement', `There is ${to.name} already in ${to.schema}.`, {
    hint: 'Choose another name, or rename or drop what has this one first. No table was renamed.',
  });
}

/** Into another database. */
async function refuseMove(session: Session, { table, kind, triggers }: TableDefinition, to: TableName): Promise<void> {
  if ((await session.rows(selectSchema(to.schema))).length === 0) {
    throw new GhostshipError('invalid-statement', `There is no database ${to.schema}.`, {
      hint: 'Check its name, or create it first. No table was renamed.',
    });
  }
  if (kind === 'view') {
    throw new GhostshipError('unsupported-table', `${table.name} is a view, which cannot leave its database.`, {
      hint: 'Create it there and drop it here by other means.',
    });
  }
  if (triggers.length > 0) {
    const names = triggers.map(({ name }) => name).join(', ');
    throw new GhostshipError(
      'unsupported-table',
      `${table.name} has triggers (${names}), and cannot leave its database with them.`,
      {
        hint: 'Drop them first, and create them again where it goes.',
      },
    );
  }
}
