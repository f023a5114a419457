import type { FinishedSwap } from '../../engine/cutover/finish-swap.ts';
import type { EngineEvent } from '../../engine/events.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { Finding } from '../../lint/finding.ts';
import type { LeftOutPart } from '../../lint/lint-file.ts';
import type { Applied } from '../ledger/applied.ts';
import type { FileStatement } from '../statements/file-statement.ts';

/** News from a run of several statements. */
export type RunEvent =
  | { readonly type: 'already-applied'; readonly statement: Applied }
  /** What is going to be run, in this order. */
  | { readonly type: 'queued'; readonly statements: readonly FileStatement[] }
  | {
      readonly type: 'started';
      readonly statement: Pick<FileStatement, 'file' | 'text'>;
      /** Of the ledger's row. */
      readonly id: string;
      readonly table: string;
      /** From 1. */
      readonly number: number;
      readonly total: number;
    }
  | { readonly type: 'engine'; readonly event: EngineEvent }
  | { readonly type: 'finished'; readonly outcome: Outcome }
  /** What a run that died had left to do is done. */
  | { readonly type: 'resumed'; readonly swap: FinishedSwap }
  /** What the files have that is not going to be run. */
  | { readonly type: 'left-out'; readonly parts: readonly LeftOutPart[] }
  /** What a newer commit has taken back or written anew, and all behind it: this run leaves it. */
  | { readonly type: 'not-due'; readonly statements: readonly FileStatement[]; readonly why: string }
  /** Of a statement that a person has typed; it does not keep it from running. */
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'warning'; readonly message: string }
  /** What of these files is run without having been held against a plan that was approved, and why. */
  | { readonly type: 'not-compared'; readonly files: readonly string[]; readonly message: string };

/** Observers are synchronous and must return at once, as those of the engine. */
export type ObserveRun = (event: RunEvent) => void;
