import type { StatementPlan } from '../../engine/plan/statement-plan.ts';
import type { EndedStatement } from '../ledger/carried-out.ts';
import type { OutcomeError } from '../migrate/run-outcome.ts';

/** Where a planned statement stands, whatever came of it. */
export interface PlannedPlace {
  readonly file: string | null;
  /** From 1. */
  readonly line: number;
  readonly statement: string;
  readonly table: string;
}

export type PlannedStatement = Outlook & {
  /** Of a file that the pull request does not change: a run after the merge runs it, too. */
  readonly alsoPending?: true;
  /** Its last run, which has failed or was ended by a person: the next one begins it again. */
  readonly lastRun?: Pick<EndedStatement, 'state' | 'finished' | 'pullRequest' | 'runUrl' | 'why'>;
};

type Outlook =
  | (StatementPlan & { readonly kind: 'planned' })
  /** The ledger has it as completed, or as reverted since. */
  | (PlannedPlace & {
      readonly kind: 'applied';
      readonly finished: string | null;
      readonly movedFrom?: string;
      /** By a run that died before it could say so: the next one writes that down. */
      readonly isUnwritten?: true;
      readonly isReverted: boolean;
    })
  /** Nobody has tried it: no database was asked, or the user may not make what it must be tried on, and that is allowed. `why` is `null` for the first. */
  | (PlannedPlace & { readonly kind: 'unplanned'; readonly why: string | null })
  /** It would not run. */
  | (PlannedPlace & {
      readonly kind: 'refused';
      readonly error: OutcomeError;
      /** For want of a place to try it. */
      readonly untried?: true;
      /** Whatever the server says: its file cannot be read, or nobody runs such a statement. */
      readonly unfit?: 'file' | 'statement';
    });
