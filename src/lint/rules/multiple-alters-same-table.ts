import { mergeable, rememberAltered } from '../altered-tables.ts';
import type { Alter } from '../clauses-of.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
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
    'The server does one of the statements by itself, which is known where a server is asked, or the second must not run unless the first has.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN a INT NULL;\nALTER TABLE users ADD COLUMN b INT NULL;',
    fine: 'ALTER TABLE users ADD COLUMN a INT NULL, ADD COLUMN b INT NULL;',
  },
  *check({ file, altered, applied, differences }) {
    const seen = new Map<string, string>();
    const again = new Map<string, { readonly alter: Alter; readonly first: string; times: number }>();
    for (const alter of mergeable(file, differences)) {
      if (applied.has(alter.start)) continue;
      const table = nameOfTable(alter.table);
      const first = altered.get(table) ?? seen.get(table);
      rememberAltered(seen, alter, file, 'this file');
      if (first === undefined) continue;
      const found = again.get(table) ?? { alter, first, times: 0 };
      found.times += 1;
      again.set(table, found);
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
