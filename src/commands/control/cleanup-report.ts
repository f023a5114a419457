import type { Target } from '../../mysql/target.ts';
import type { TableName } from '../../sql/inspect.ts';
import { labelOf } from '../statements/file-statement.ts';

export interface CleanupReport {
  /** True where nothing was done: the report says what would be. */
  readonly dryRun: boolean;
  /** Tables whose migration died after its swap. */
  readonly finished: readonly string[];
  /** Tables whose statement the server had carried out when its run died. */
  readonly carriedOut: readonly string[];
  readonly dropped: readonly string[];
  readonly kept: readonly { readonly table: string; readonly reason: string }[];
}

/** While it is written. */
export interface Report extends CleanupReport {
  readonly finished: string[];
  readonly carriedOut: string[];
  readonly dropped: string[];
  readonly kept: { table: string; reason: string }[];
}

/** As outcomes name it: with its schema only where that is another one. */
export function label({ schema, name }: TableName, target: Target): string {
  return labelOf(schema, name, target.database);
}
