import type { Outcome } from '../../engine/outcome.ts';
import { connect } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { selectForeignKeys, type TableName } from '../../sql/inspect.ts';
import type { Clause } from '../../sql/parser/clause.ts';
import { referencesOf } from '../../sql/parser/references.ts';
import { parseFile } from '../../sql/parser/script/parsed-file.ts';
import { tablesMeant } from '../ledger/places.ts';
import { changedTables } from '../statements/changed-tables.ts';
import { labelOf, singleStatement, typedPath } from '../statements/file-statement.ts';

/** A table that was not changed itself. */
export interface Relative {
  readonly table: string;
  /** The changed one, to which foreign keys lead from it, or from which they come. */
  readonly of: string;
  readonly migration: Outcome;
}

/** Tables whose foreign keys end at what was changed, or come from there: what may be done with them depends on it. */
export async function changedRelatives(target: Target, migrations: readonly Outcome[]): Promise<Relative[]> {
  const grave = migrations.filter(({ statement }) => mayConcernRelatives(statement));
  if (grave.length === 0) return [];
  await using session = await connect(target, 'asking which foreign keys lead to what was changed');
  const found: Relative[] = [];
  const label = ({ schema, name }: TableName): string => labelOf(schema, name, target.database);
  for (const migration of grave) {
    for (const of of changedTables(migration)) {
      for (const table of tablesMeant(of, target)) {
        for (const row of await session.rows(selectForeignKeys(table))) {
          const ends = [
            { schema: String(row.child_schema), name: String(row.child) },
            { schema: String(row.parent_schema), name: String(row.parent) },
          ];
          found.push(
            ...ends
              .map(label)
              .filter((end) => end !== of)
              .map((end) => ({ table: end, of, migration })),
          );
        }
      }
    }
  }
  return found;
}

/** Of an ALTER TABLE all that leaves the columns and the keys of a foreign key as they are. */
const harmless: readonly Clause['kind'][] = [
  'add-column',
  'alter-column',
  'add-index',
  'rename-index',
  'alter-index',
  'add-check',
  'alter-check',
  'algorithm',
  'lock',
  'table-options',
  'validation',
  'force',
  'order-by',
  'keys',
];

/** Whether a statement changes what foreign keys stand on. */
export function mayConcernRelatives(text: string): boolean {
  try {
    const { task, parsed } = singleStatement(parseFile(typedPath, text));
    if (task?.kind === 'data') return false;
    return (
      parsed.kind !== 'alter-table' ||
      parsed.clauses.some((clause) => !harmless.includes(clause.kind) || referencesOf(clause) !== null)
    );
  } catch {
    // A revert, or what the server reads otherwise.
    return true;
  }
}
