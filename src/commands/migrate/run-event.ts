import type { EngineEvent } from '../../engine/events.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { Applied } from '../ledger/applied.ts';
import type { FileStatement } from '../statements/file-statement.ts';

/** News from a run of several statements. */
export type RunEvent =
  | { readonly type: 'already-applied'; readonly statement: Applied }
  /** What is going to be run, in this order. */
  | { readonly type: 'queued'; readonly statements: readonly FileStatement[] }
  | {
      readonly type: 'started';
      readonly statement: FileStatement;
      /** Of the ledger's row. */
      readonly id: string;
      readonly table: string;
      /** From 1. */
      readonly number: number;
      readonly total: number;
    }
  | { readonly type: 'engine'; readonly event: EngineEvent }
  | { readonly type: 'finished'; readonly outcome: Outcome }
  | { readonly type: 'warning'; readonly message: string };

/** Observers are synchronous and must return at once, as those of the engine. */
export type ObserveRun = (event: RunEvent) => void;
