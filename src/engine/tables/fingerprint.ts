import { readCreateStatement, withoutCounter } from '../../mysql/inspect-table.ts';
import { readTableId } from '../../mysql/read-table-id.ts';
import type { Flavor } from '../../mysql/server.ts';
import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import { GhostshipError } from '../../support/errors.ts';

/** Identifies a table by its definition, and by its id in InnoDB where the user may see that. */
export class Fingerprint {
  readonly #table: TableName;
  readonly #flavor: Flavor;
  readonly #taken: string;
  /** Of InnoDB; empty where the user may not see it. */
  readonly id: string;

  private constructor(table: TableName, flavor: Flavor, taken: string) {
    this.#table = table;
    this.#flavor = flavor;
    this.#taken = taken;
    this.id = taken.slice(0, taken.indexOf('\n'));
  }

  /** @param createStatement the definition that was read together with everything else about the table */
  static async take(session: Session, table: TableName, createStatement: string, flavor: Flavor): Promise<Fingerprint> {
    return new Fingerprint(
      table,
      flavor,
      `${await readTableId(session, table, flavor)}\n${withoutCounter(createStatement)}`,
    );
  }

  /** The fingerprint of the same table as it is now. */
  async renewed(session: Session): Promise<Fingerprint> {
    return new Fingerprint(this.#table, this.#flavor, await read(session, this.#table, this.#flavor));
  }

  /** @throws GhostshipError `original-changed` */
  async confirm(session: Session): Promise<void> {
    const now = await read(session, this.#table, this.#flavor).catch(goneOrThrow);
    if (now === this.#taken) return;
    throw new GhostshipError(
      'original-changed',
      `${this.#table.name} was altered, replaced or dropped while it was being migrated.`,
      {
        hint: 'The table is as that change left it. Run the migration again when nobody else changes the table.',
      },
    );
  }
}

async function read(session: Session, table: TableName, flavor: Flavor): Promise<string> {
  const definition = withoutCounter(await readCreateStatement(session, table));
  return `${await readTableId(session, table, flavor)}\n${definition}`;
}

/** A question that got no answer tells nothing of the table. */
function goneOrThrow(error: unknown): null {
  if (isServerError(error, 'ER_NO_SUCH_TABLE')) return null;
  throw error;
}
