import type { ParsedFile } from '../../sql/parser/script/parsed-file.ts';
import { type Alter, altersOf } from '../clauses-of.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const multipleAltersSameTable: Rule = {
  id: 'multiple-alters-same-table',
  severity: 'warning',
  needs: 'text',
  suppressible: true,
  flags: 'A table that one run alters more than once, in one file or in several.',
  why: 'Each statement may copy the whole table, and one copy could make all the changes.',
  instead: 'Put all clauses into one ALTER TABLE. Keep apart only what must be seen working in between.',
  ignoreWhen:
    'The statements are cheap for the server, as those that `instant-available` tells apart, or the second must not run unless the first has.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN a INT NULL;\nALTER TABLE users ADD COLUMN b INT NULL;',
    fine: 'ALTER TABLE users ADD COLUMN a INT NULL, ADD COLUMN b INT NULL;',
  },
  *check({ file, earlier, applied }) {
    const seen = new Map<string, string>();
    for (const before of earlier)
      for (const alter of mergeable(before)) remember(seen, alter, before, code(before.path));
    const again = new Map<string, { readonly alter: Alter; readonly first: string; times: number }>();
    for (const alter of mergeable(file)) {
      if (applied.has(alter.start)) continue;
      const first = seen.get(keyOf(alter));
      remember(seen, alter, file, 'this file');
      if (first === undefined) continue;
      const found = again.get(keyOf(alter)) ?? { alter, first, times: 0 };
      found.times += 1;
      again.set(keyOf(alter), found);
    }
    // One for the table: who writes a hundred statements has one thing to mend.
    for (const { alter, first, times } of again.values()) {
      const more = times === 1 ? '' : ` ${times} statements of this file alter it again.`;
      yield {
        at: alter.table,
        title: `Alters ${nameOfTable(alter.table)} again`,
        message: `${codeOfTable(alter.table)} is already altered in ${first}.${more}`,
      };
    }
  },
};

/**
 * Commands on partitions stand alone by the rules of the grammar, a new name because nothing else is done with it, and what is
 * created in the same file is empty.
 */
function mergeable(file: ParsedFile): readonly Alter[] {
  const created = new Set(
    file.statements.flatMap((statement) => (statement.kind === 'create-table' ? nameOfTable(statement.table) : [])),
  );
  return altersOf(file).filter((alter) => !created.has(keyOf(alter)) && !alter.clauses.some(standsAlone));
}

function standsAlone(clause: Alter['clauses'][number]): boolean {
  if (clause.kind === 'rename-table') return true;
  return clause.kind === 'partition' && clause.operation !== 'partition-by' && clause.operation !== 'remove';
}

function remember(seen: Map<string, string>, alter: Alter, file: ParsedFile, where: string): void {
  if (!seen.has(keyOf(alter))) seen.set(keyOf(alter), `line ${file.lines.at(alter.start).line} of ${where}`);
}

function keyOf(alter: Alter): string {
  return nameOfTable(alter.table);
}
