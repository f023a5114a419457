import type { PartitionOperation } from '../../sql/parser/clause.ts';
import { clausesOf } from '../clauses-of.ts';
import { code, codeOfTable, nameOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const dropPartition: Rule = {
  id: 'drop-partition',
  severity: 'error',
  needs: 'text',
  suppressible: true,
  flags: 'Commands that delete the rows of a partition: DROP and TRUNCATE.',
  why: 'All rows of the partition leave the table at once, and cannot be brought back where they are not kept elsewhere.',
  instead: 'Make sure that the rows are archived or no longer wanted, and say so in a `lint:ignore`.',
  ignoreWhen:
    'The rows of the partition are past the time that they are kept for, which is what the partitions were made for.',
  example: {
    flagged: 'ALTER TABLE events DROP PARTITION p2023;',
    fine: 'ALTER TABLE events DROP PARTITION p2023; -- lint:ignore drop-partition -- archived in March',
  },
  *check({ file }) {
    for (const { alter, clause } of clausesOf(file, 'partition')) {
      const effect = effects[clause.operation];
      if (effect === undefined) continue;
      const partitions = clause.names.map((name) => code(name.text)).join(', ') || 'a partition';
      yield {
        at: clause,
        title: `${effect.title} of ${nameOfTable(alter.table)}`,
        message: `The rows in ${partitions} of ${codeOfTable(alter.table)} are ${effect.fate}.`,
      };
    }
  },
};

const effects: Partial<Record<PartitionOperation, { readonly title: string; readonly fate: string }>> = {
  drop: { title: 'Drops a partition', fate: 'deleted' },
  truncate: { title: 'Empties a partition', fate: 'deleted' },
};
