import { type FileStatement, labelOf, placeOf } from '../statements/file-statement.ts';
import { namedTables } from './named-tables.ts';

/** How the statements of one run have to do with each other. */
export class PlannedRun {
  readonly #home: string | null;
  readonly #total: number;
  readonly #passed = new Set<string>();
  /** Where the first statement stands that failed on a table. */
  readonly #failed = new Map<string, string>();

  /** @param statements those that are not applied yet, in their order */
  constructor(statements: readonly FileStatement[], home: string | null) {
    this.#home = home;
    this.#total = statements.length;
  }

  /** A new table is always tried there, rows are where that can be done, and every statement that is not alone. */
  needsStage({ task }: FileStatement): boolean {
    return task?.kind === 'create' || (task?.kind === 'data' && task.isSelfContained) || this.#total > 1;
  }

  /** Whether an earlier statement names one of its tables. */
  follows(statement: FileStatement): boolean {
    return this.#labelsOf(statement).some((label) => this.#passed.has(label.toLowerCase()));
  }

  passed(statement: FileStatement): void {
    for (const label of this.#labelsOf(statement)) this.#passed.add(label.toLowerCase());
  }

  failed(statement: FileStatement): void {
    for (const label of this.#labelsOf(statement)) {
      const name = label.toLowerCase();
      if (!this.#failed.has(name)) this.#failed.set(name, placeOf(statement));
    }
  }

  /** What is to be said where an earlier statement on one of its tables has failed; a sentence. */
  failureBefore(statement: FileStatement): string | null {
    const label = this.#labelsOf(statement).find((one) => this.#failed.has(one.toLowerCase()));
    if (label === undefined) return null;
    const place = this.#failed.get(label.toLowerCase());
    return `An earlier statement that names ${label} fails (${place}), so this one was judged without it.`;
  }

  #labelsOf(statement: FileStatement): string[] {
    const labels = namedTables(statement.parsed).map(({ schema, name }) => labelOf(schema, name, this.#home));
    return [statement.label, ...labels];
  }
}
