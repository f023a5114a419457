import type { TableName } from '../sql/inspect.ts';
import type { Algorithm } from './outcome.ts';

/**
 * A statement that the server carries out by itself, as it is noted before it is sent. A process that dies then cannot say what
 * became of it, and to send it once more may undo it: names that changed places would change back.
 */
export interface SentStatement {
  readonly format: 1;
  /** The connection that it is sent on, and the server that gave the number. */
  readonly connection: number;
  readonly server: string | null;
  readonly algorithm: Algorithm;
  /** `table`: a sight tells which table it is. `definition`: only how it is defined. */
  readonly by: 'table' | 'definition';
  readonly names: readonly SentName[];
  /** The name of the table that a DROP TABLE becomes. */
  readonly retired: TableName | null;
}

/** What stands under a name: a digest, or `null` for nothing. */
export interface SentName extends TableName {
  readonly before: string | null;
  /** `any`: a table that was not there. */
  readonly after: string | null;
}

/** Notes it where the next run finds it. */
export type NoteSent = (sent: SentStatement) => Promise<void>;
