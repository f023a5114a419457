import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import type { OutcomeError } from '../migrate/run-outcome.ts';

/** Where a planned statement stands, whatever came of it. */
export interface PlannedPlace {
  readonly file: string | null;
  /** From 1. */
  readonly line: number;
  readonly statement: string;
  readonly table: string;
}

export type PlannedStatement =
  | (StatementPlan & { readonly kind: 'planned' })
  /** The ledger has it as completed, or as reverted since. */
  | (PlannedPlace & { readonly kind: 'applied'; readonly finished: string | null; readonly isReverted: boolean })
  /** It needs the result of an earlier statement of the same run, so no dry run is possible yet. */
  | (PlannedPlace & { readonly kind: 'depends' })
  /** No database was asked. */
  | (PlannedPlace & { readonly kind: 'unplanned' })
  /** It would not run. */
  | (PlannedPlace & { readonly kind: 'refused'; readonly error: OutcomeError });
