import type { TableName } from '../../sql/inspect.ts';
import { tableName } from '../../sql/sql.ts';
import { causesOf, GhostshipError } from '../../support/errors.ts';

/**
 * What is advised for rows that do not fit, or that differ, speaks of a statement that can be changed, or of a new copy. A revert has
 * neither, so it advises what can be done there. Gives any other error as it is.
 */
export function explainMisfit(error: unknown, table: string, retired: TableName): unknown {
  const { first, later } = causesOf(error);
  if (!(first instanceof GhostshipError) || later.length > 0) return error;
  const { code, message, tableState, cause } = first;
  if (code === 'rows-differ')
    return new GhostshipError(code, message, {
      hint: `Find out who writes to the table as it was. Then \`\` OPTIMIZE TABLE ${tableName(retired).text} \`\` and run \`ghostship revert\` again: it compares all rows after that, and writes anew what differs.`,
      tableState,
      cause,
    });
  if (code !== 'data-does-not-fit' && code !== 'duplicate-rows') return error;
  const asItWas = message.replaceAll('the altered table', 'the table as it was');
  return new GhostshipError(code, asItWas, {
    hint: `Correct these rows of ${table} so that the table as it was can hold them, then run \`ghostship revert\` again. Until then ${table} stays as it is, and its retired table is kept.`,
    tableState,
    cause,
  });
}
