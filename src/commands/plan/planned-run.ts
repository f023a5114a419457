import { type FileStatement, labelOf, placeOf } from '../statements/file-statement.ts';
import { namedTables } from './named-tables.ts';

/** How the statements of one run have to do with each other. */
export class PlannedRun {
  readonly #home: string | null;
  readonly #total: number;
  readonly #passed = new Set<string>();
  /** Where the statement stands that failed on a table, until that was said. */
  readonly #failed = new Map<string, string>();

  /** @param statements those that are not applied yet, in their order */
  constructor(statements: readonly FileStatement[], home: string | null) {
    this.#home = home;
    this.#total = statements.length;
  }

  /** A new table is always tried there, and every statement that is not alone. */
  needsStage({ task }: FileStatement): boolean {
    return task?.kind === 'create' || this.#total > 1;
  }

  /** Whether an earlier statement names one of its tables. */
  follows(statement: FileStatement): boolean {
    return this.#namesOf(statement).some((name) => this.#passed.has(name));
  }

  passed(statement: FileStatement): void {
    for (const name of this.#namesOf(statement)) this.#passed.add(name);
  }

  failed(statement: FileStatement): void {
    for (const name of this.#namesOf(statement)) this.#failed.set(name, placeOf(statement));
  }

  /** What is to be said, once, where an earlier statement on the same table has failed; a sentence. */
  failureBefore({ label }: FileStatement): string | null {
    const place = this.#failed.get(label.toLowerCase());
    if (place === undefined) return null;
    this.#failed.delete(label.toLowerCase());
    return `An earlier statement on ${label} fails (${place}), so this one was tried on what the statements before that one leave.`;
  }

  #namesOf(statement: FileStatement): string[] {
    const labels = namedTables(statement.parsed).map(({ schema, name }) => labelOf(schema, name, this.#home));
    return [...new Set([statement.label, ...labels].map((name) => name.toLowerCase()))];
  }
}
