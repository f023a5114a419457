import type { RuleContext, TableChange } from '../../lint/rule.ts';
import { readStatement } from '../../sql/parser/read-statement.ts';
import type { CreateTable } from '../../sql/parser/statement.ts';
import { statementsOf } from '../statements/file-statement.ts';
import type { SqlFile } from '../statements/sql-file.ts';
import type { PlannedStatement } from './planned-statement.ts';

/**
 * What the dry run showed of the tables of one file, for the rules that need it.
 *
 * @returns `null` if none of its statements has a plan
 */
export function schemaOf(file: SqlFile, planned: readonly PlannedStatement[]): RuleContext['schema'] {
  const changes = new Map<number, TableChange>();
  const own = planned.filter((statement) => statement.kind === 'planned' && statement.file === file.path);
  if (own.length === 0) return null;
  for (const { parsed, line, text } of statementsOf(file)) {
    for (const statement of own) {
      if (statement.kind !== 'planned' || statement.line !== line || statement.statement !== text) continue;
      const before = readDefinition(statement.before);
      const after = readDefinition(statement.after);
      if (before !== null && after !== null) changes.set(parsed.start, { before, after });
    }
  }
  return changes;
}

function readDefinition(text: string): CreateTable | null {
  const statement = readStatement(text, { start: 0, end: text.length });
  return statement.kind === 'create-table' ? statement : null;
}
