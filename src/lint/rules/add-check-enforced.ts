import type { Clause } from '../../sql/parser/clause.ts';
import type { Span } from '../../sql/parser/span.ts';
import { altersOf, definedColumn } from '../clauses-of.ts';
import { rowsInTheWay, violates } from '../definition/difference.ts';
import { codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const addCheckEnforced: Rule = {
  id: 'add-check-enforced',
  severity: 'warning',
  needs: 'text',
  suppressible: true,
  onlyForRows: true,
  flags: 'A CHECK constraint that is enforced from the start.',
  why: 'One row that breaks it stops the migration, and code that still writes such rows fails at the cutover.',
  instead: 'Repair the rows first. On MySQL add it NOT ENFORCED, and enforce it once nothing breaks it any more.',
  ignoreWhen: 'All rows meet the condition, as a query on the target has just shown, and all code keeps it.',
  example: {
    flagged: 'ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0);',
    fine: 'ALTER TABLE orders ADD CONSTRAINT chk_qty CHECK (qty > 0) NOT ENFORCED;',
  },
  *check({ file, differences }) {
    for (const alter of altersOf(file)) {
      const checks = alter.clauses.flatMap((clause) => enforcedChecks(clause).map((at) => ({ at, clause })));
      for (const { at, clause } of checks) {
        const counted = rowsInTheWay(differences?.get(alter.start), (misfit) =>
          violates(misfit, 'check-violated', 'enforced' in clause ? clause.name : null),
        );
        const proof = counted === null ? '; nothing here proves that all do' : '';
        yield {
          at,
          evidence: counted,
          title: `Checks the rows of ${nameOfTable(alter.table)}`,
          message: `Every row of ${codeOfTable(alter.table)} must meet a new condition${proof}.`,
        };
      }
    }
  },
};

function enforcedChecks(clause: Clause): readonly Span[] {
  if (clause.kind === 'add-check' || clause.kind === 'alter-check') return clause.enforced ? [clause] : [];
  return definedColumn(clause)?.checks.filter((check) => check.enforced) ?? [];
}
