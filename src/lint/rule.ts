import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';
import type { CreateTable } from '../sql/parser/statement.ts';
import type { Severity } from './finding.ts';
import type { HomeDatabase } from './home-database.ts';

/** What a rule must know besides the text of the files. */
export type Need = 'sql' | 'schema' | 'data';

/** A rule as `docs/rules.md` describes it. Ids never change their meaning: people write them into their files. */
export interface RuleDescription {
  readonly id: string;
  /** Unless the configuration says otherwise. */
  readonly severity: Severity;
  readonly needs: Need;
  /** False where no reason could make it right, so that a comment cannot silence it. */
  readonly suppressible: boolean;
  /** What it flags, in one sentence. */
  readonly flags: string;
  /** Why that is a danger, in one sentence. */
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
  /** A file that it flags once, and one with the same end that it has nothing to say about. */
  readonly example: { readonly flagged: string; readonly fine: string };
}

export interface Rule extends RuleDescription {
  check(context: RuleContext): Iterable<Problem>;
}

export interface RuleContext {
  readonly file: ParsedFile;
  /** The files that are applied before this one in the same run. */
  readonly earlier: readonly ParsedFile[];
  /**
   * The table as the server tells it before a statement, by the offset at which the statement starts; null where no server
   * was asked, and then silence is no proof.
   */
  readonly schema: ReadonlyMap<number, CreateTable> | null;
  /** `null` where nobody has said which database is meant. */
  readonly home: HomeDatabase | null;
  /** Whether INSERT, UPDATE and DELETE may be run. */
  readonly runsData: boolean;
}

/** What a rule has found. The severity and the reason why come from the rule. */
export interface Problem {
  /** The narrowest piece of the file that shows it. */
  readonly at: Span;
  /** Cut to 80 characters. */
  readonly title: string;
  /** What happens to which object. Never a value from the data. */
  readonly message: string;
  /** Replaces the rule's own `instead` where more can be said. */
  readonly instead?: string;
}
