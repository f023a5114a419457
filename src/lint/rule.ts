import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';
import type { AlteredTables } from './altered-tables.ts';
import type { Difference } from './definition/difference.ts';
import type { Severity } from './finding.ts';
import type { HomeDatabase } from './home-database.ts';

/** What a rule must know: the text of the files; the definition of the table before and after; or its rows. */
export type Need = 'text' | 'definition' | 'data';

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
  /** When a person is right to pass it over. */
  readonly ignoreWhen: string;
  readonly example: RuleExample;
}

/** A file that the rule flags once, and one with the same end that it has nothing to say about. */
export interface RuleExample {
  readonly flagged: string;
  readonly fine: string;
  /** The CREATE TABLE of the table before; only for a rule that must know it. */
  readonly table?: string;
}

export interface Rule extends RuleDescription {
  /** It flags what rows may not fit, and nothing else: a table that the run has just made has none. */
  readonly onlyForRows?: true;
  check(context: RuleContext): Iterable<Problem>;
}

export interface RuleContext {
  readonly file: ParsedFile;
  /** What the files alter that are applied before this one in the same run, without what was applied before it. */
  readonly altered: AlteredTables;
  /** Offsets at which the statements of the file start that were applied before this run. */
  readonly applied: ReadonlySet<number>;
  /**
   * The table before and after a statement, by the offset at which the statement starts. `null` where nobody was asked, and then
   * silence is no proof.
   */
  readonly differences: ReadonlyMap<number, Difference> | null;
  /** `null` where nobody has said which database is meant. */
  readonly home: HomeDatabase | null;
  /** Whether INSERT, UPDATE and DELETE may be run. */
  readonly runsData: boolean;
}

/** What a rule has found. The reason why comes from the rule. */
export interface Problem {
  /** The narrowest piece of the file that shows it. */
  readonly at: Span;
  /** Cut to 80 characters. */
  readonly title: string;
  /** What happens to which object. Never a value from the data. */
  readonly message: string;
  /** Replaces the rule's own `instead` where more can be said. */
  readonly instead?: string;
  /** Replaces the rule's own, unless the configuration has set one. */
  readonly severity?: Severity;
  /** What the rows have to say, as a sentence. */
  readonly evidence?: string | null;
  /** Text that mends it, in place of a piece of the file. */
  readonly suggestion?: (Span & { readonly text: string }) | null;
}
