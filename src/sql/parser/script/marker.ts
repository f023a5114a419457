import type { Span } from '../span.ts';

/** Migration tools whose files say for themselves what undoes what. A heading is a comment of a person, for no tool at all. */
export type Tool =
  | 'goose'
  | 'sql-migrate'
  | 'micrate'
  | 'dbmate'
  | 'rambler'
  | 'tern'
  | 'MyBatis'
  | 'Liquibase'
  | 'Drizzle'
  | 'another tool'
  | 'heading';

/**
 * A line, or a comment, that is meant for a migration tool. `up` and `down` say what follows; `begin` and `end` hold one
 * statement together; `undo` undoes something by itself; a `note` changes nothing; a `break` ends a statement.
 */
export type Marker = Span & { readonly tool: Tool } & (
    | { readonly role: 'up' | 'down' | 'begin' | 'end' | 'undo' | 'note' | 'break' }
    /** The problem is what comes behind "the marker", as in "is not understood". */
    | { readonly role: 'unclear'; readonly problem: string }
  );

/** What a marker says, wherever it stands. */
export type Meaning = { readonly tool: Tool } & (
  | { readonly role: Exclude<Marker['role'], 'unclear'> }
  | { readonly role: 'unclear'; readonly problem: string }
);

export function unclear(tool: Tool, problem = 'is not understood'): Meaning {
  return { tool, role: 'unclear', problem };
}
