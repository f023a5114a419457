import type { Rule, RuleDescription } from './rule.ts';
import { addCheckEnforced } from './rules/add-check-enforced.ts';
import { addForeignKey } from './rules/add-foreign-key.ts';
import { addNotNullNoDefault } from './rules/add-not-null-no-default.ts';
import { addUniqueIndex } from './rules/add-unique-index.ts';
import { autoIncrementCapacity } from './rules/auto-increment-capacity.ts';
import { blockingNativeDdl } from './rules/blocking-native-ddl.ts';
import { changeColumnType } from './rules/change-column-type.ts';
import { charsetLossy } from './rules/charset-lossy.ts';
import { collationChangeOnUnique } from './rules/collation-change-on-unique.ts';
import { deprecatedSyntax } from './rules/deprecated-syntax.ts';
import { dropAndAddColumn } from './rules/drop-and-add-column.ts';
import { dropColumn } from './rules/drop-column.ts';
import { dropColumnNarrowsUnique } from './rules/drop-column-narrows-unique.ts';
import { dropDatabase } from './rules/drop-database.ts';
import { dropIndexWithoutInvisible } from './rules/drop-index-without-invisible.ts';
import { dropPartition } from './rules/drop-partition.ts';
import { dropPrimaryKey } from './rules/drop-primary-key.ts';
import { dropTable } from './rules/drop-table.ts';
import { enumSetIncompatible } from './rules/enum-set-incompatible.ts';
import { explicitAlgorithmLock } from './rules/explicit-algorithm-lock.ts';
import { ghostForeignKeysOrTriggers } from './rules/ghost-foreign-keys-or-triggers.ts';
import { ghostNoSharedKey } from './rules/ghost-no-shared-key.ts';
import { instantAvailable } from './rules/instant-available.ts';
import { largeTable } from './rules/large-table.ts';
import { modifyDropsAttributes } from './rules/modify-drops-attributes.ts';
import { multipleAltersSameTable } from './rules/multiple-alters-same-table.ts';
import { narrowNumeric } from './rules/narrow-numeric.ts';
import { noPrimaryKey } from './rules/no-primary-key.ts';
import { nondeterministicDefault } from './rules/nondeterministic-default.ts';
import { notNullOnExisting } from './rules/not-null-on-existing.ts';
import { otherDatabase } from './rules/other-database.ts';
import { redundantIndex } from './rules/redundant-index.ts';
import { renameColumn } from './rules/rename-column.ts';
import { renameTable } from './rules/rename-table.ts';
import { shrinkColumn } from './rules/shrink-column.ts';
import { syntaxError } from './rules/syntax-error.ts';
import { temporalPrecisionLoss } from './rules/temporal-precision-loss.ts';
import { truncateTable } from './rules/truncate-table.ts';
import { unreadableFile } from './rules/unreadable-file.ts';
import { unstorableName } from './rules/unstorable-name.ts';
import { unsupportedStatement } from './rules/unsupported-statement.ts';
import { suppressionInvalid } from './suppression-invalid.ts';

/** The rules that look at statements. A new rule goes here and nowhere else. */
export const rules: readonly Rule[] = [
  unreadableFile,
  syntaxError,
  unsupportedStatement,
  unstorableName,
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
  modifyDropsAttributes,
  shrinkColumn,
  narrowNumeric,
  temporalPrecisionLoss,
  enumSetIncompatible,
  changeColumnType,
  charsetLossy,
  collationChangeOnUnique,
  notNullOnExisting,
  dropColumnNarrowsUnique,
  noPrimaryKey,
  ghostNoSharedKey,
  ghostForeignKeysOrTriggers,
  redundantIndex,
  autoIncrementCapacity,
  instantAvailable,
  largeTable,
  blockingNativeDdl,
];

/** Every id that a finding can have, a configuration can name and a page can describe. */
export const ruleDescriptions: readonly RuleDescription[] = [...rules, suppressionInvalid];

export function describeRule(id: string): RuleDescription | null {
  return ruleDescriptions.find((rule) => rule.id === id) ?? null;
}

/** Whatever a configuration or a comment may name. */
export const ruleNames: readonly string[] = ruleDescriptions.map(({ id }) => id);
