import { readCreateStatement } from '../mysql/inspect-table.ts';
import type { Flavor } from '../mysql/server.ts';
import type { Session } from '../mysql/session.ts';
import { selectTableId, type TableName } from '../sql/inspect.ts';
import { GhostshipError } from '../support/errors.ts';

/** What a table is known by: its definition, and the id InnoDB gave it where we may see that. */
export class Fingerprint {
  readonly #table: TableName;
  readonly #flavor: Flavor;
  readonly #taken: string;

  private constructor(table: TableName, flavor: Flavor, taken: string) {
    this.#table = table;
    this.#flavor = flavor;
    this.#taken = taken;
  }

  static async take(session: Session, table: TableName, flavor: Flavor): Promise<Fingerprint> {
    return new Fingerprint(table, flavor, await read(session, table, flavor));
  }

  /** @throws GhostshipError `original-changed` */
  async confirm(session: Session): Promise<void> {
    const now = await read(session, this.#table, this.#flavor).catch((error: unknown) => String(error));
    if (now === this.#taken) return;
    throw new GhostshipError(
      'original-changed',
      `${this.#table.name} was altered, replaced or dropped while it was being migrated.`,
      {
        hint: 'It is as that change left it. Run the migration again when nobody else is changing the table.',
      },
    );
  }
}

/** The AUTO_INCREMENT counter moves with every insert; it is no part of the definition here. */
async function read(session: Session, table: TableName, flavor: Flavor): Promise<string> {
  const definition = (await readCreateStatement(session, table)).replace(/ AUTO_INCREMENT=\d+/u, '');
  const rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
  return `${String(rows[0]?.id ?? '')}\n${definition}`;
}
