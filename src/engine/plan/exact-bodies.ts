import { ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { quotingOf } from '../../sql/parser/quoting.ts';
import { triggerBody } from '../../sql/parser/trigger-body.ts';
import { showCreateStored } from '../../sql/stored-objects.ts';

/**
 * Bodies of routines, events and triggers as they were sent. information_schema shows their texts without escapes: of `'it\'s'` it
 * has `'it's'`, and what follows cannot be told from a text. Each is asked for once.
 */
export class ExactBodies {
  readonly #session: Session;
  readonly #bodies = new Map<string, Promise<string | null>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** @returns the rows of `selectStoredObjects` with these bodies, as far as the server shows them */
  async in(rows: readonly Row[]): Promise<Row[]> {
    const exact: Row[] = [];
    for (const row of rows) {
      const body = mayDiffer(row) ? await this.#bodyOf(row) : null;
      exact.push(body === null ? row : { ...row, body });
    }
    return exact;
  }

  #bodyOf(row: Row): Promise<string | null> {
    const key = JSON.stringify([row.kind, row.schema_name, row.name]);
    const body = this.#bodies.get(key) ?? this.#ask(row);
    this.#bodies.set(key, body);
    return body;
  }

  async #ask({ kind, schema_name, name, sql_mode, body }: Row): Promise<string | null> {
    const place = { schema: String(schema_name), name: String(name) };
    try {
      const [shown] = await this.#session.rows(showCreateStored(String(kind), place));
      const statement = Object.entries(shown ?? {}).find(([title]) => /^(?:Create|SQL Original) /iu.test(title))?.[1];
      if (typeof statement !== 'string') return null;
      if (kind === 'trigger') return triggerBody(statement, quotingOf(String(sql_mode).split(',')));
      return bodyWithin(statement, String(body));
    } catch (error) {
      if (error instanceof ServerError) return null;
      throw error;
    }
  }
}

/** The body of a view is written anew by the server. */
function mayDiffer({ kind, body }: Row): boolean {
  return kind !== 'view' && body !== null && /['"\\]/u.test(String(body));
}

/**
 * @param statement ends with the body
 * @param shown the body without escapes, so no longer than the body: both begin alike, up to the first text
 */
function bodyWithin(statement: string, shown: string): string | null {
  const beginning = shown.slice(0, shown.search(/['"\\]/u));
  const at = statement.lastIndexOf(beginning, statement.length - shown.length);
  return beginning.trim() === '' || at < 0 ? null : statement.slice(at);
}
