import type { Rule, RuleDescription } from './rule.ts';
import { addCheckEnforced } from './rules/add-check-enforced.ts';
import { addForeignKey } from './rules/add-foreign-key.ts';
import { addNotNullNoDefault } from './rules/add-not-null-no-default.ts';
import { addUniqueIndex } from './rules/add-unique-index.ts';
import { deprecatedSyntax } from './rules/deprecated-syntax.ts';
import { dropAndAddColumn } from './rules/drop-and-add-column.ts';
import { dropColumn } from './rules/drop-column.ts';
import { dropDatabase } from './rules/drop-database.ts';
import { dropIndexWithoutInvisible } from './rules/drop-index-without-invisible.ts';
import { dropPartition } from './rules/drop-partition.ts';
import { dropPrimaryKey } from './rules/drop-primary-key.ts';
import { dropTable } from './rules/drop-table.ts';
import { explicitAlgorithmLock } from './rules/explicit-algorithm-lock.ts';
import { multipleAltersSameTable } from './rules/multiple-alters-same-table.ts';
import { nondeterministicDefault } from './rules/nondeterministic-default.ts';
import { otherDatabase } from './rules/other-database.ts';
import { renameColumn } from './rules/rename-column.ts';
import { renameTable } from './rules/rename-table.ts';
import { syntaxError } from './rules/syntax-error.ts';
import { truncateTable } from './rules/truncate-table.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import { unsupportedStatement } from './rules/unsupported-statement.ts';
import { suppressionInvalid } from './suppression-invalid.ts';

/** The rules that look at statements. A new rule goes here and nowhere else. */
export const rules: readonly Rule[] = [
  unreadableFile,
  syntaxError,
  unsupportedStatement,
  otherDatabase,
  dropTable,
  dropDatabase,
  truncateTable,
  dropColumn,
  dropAndAddColumn,
  dropPrimaryKey,
  dropPartition,
  dropIndexWithoutInvisible,
  renameColumn,
  renameTable,
  addNotNullNoDefault,
  nondeterministicDefault,
  addUniqueIndex,
  addCheckEnforced,
  addForeignKey,
  explicitAlgorithmLock,
  multipleAltersSameTable,
  deprecatedSyntax,
];

/** Every id that a finding can have, a configuration can name and a page can describe. */
export const ruleDescriptions: readonly RuleDescription[] = [...rules, suppressionInvalid];

export function describeRule(id: string): RuleDescription | null {
  return ruleDescriptions.find((rule) => rule.id === id) ?? null;
}
