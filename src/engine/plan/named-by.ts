/** Views, routines, events, and triggers of other tables that name the table of a statement. */
export interface NamedBy {
  /** Those that name a column that goes come first, and what is a guess comes last. */
  readonly objects: Listed<NamingObject>;
  /** Those whose body this user may not read: they may name the table or not. */
  readonly unreadable: Listed<StoredObject>;
  /** What this user lacks to read those, and, where the table or a column of it goes, to see whether there are more. */
  readonly lacks: readonly string[];
  /** False where there were too many to look at all of them. */
  readonly complete: boolean;
  /** Why nobody could look, in the server's words. */
  readonly problem: string | null;
}

/** The first of them, and how many more there are. */
export interface Listed<T> {
  readonly listed: readonly T[];
  readonly more: number;
}

export interface StoredObject {
  /** What the server calls it: `view`, `procedure`, `function`, `event`, `trigger`. */
  readonly kind: string;
  /** `null` where it is the table's own. */
  readonly schema: string | null;
  readonly name: string;
}

export interface NamingObject extends StoredObject {
  /** Why it only may name the table, as a sentence; `null` where it does. */
  readonly doubt: string | null;
  /** Columns that the statement drops or renames. */
  readonly columns: readonly { readonly name: string; readonly doubt: string | null }[];
  /** Whether it surely names what is not there afterwards: then it fails. */
  readonly fails: boolean;
  /** The view that it reads, where it fails with that. */
  readonly through?: string;
}

/** For a table that nobody can name yet. */
export const namedByNobody: NamedBy = {
  objects: { listed: [], more: 0 },
  unreadable: { listed: [], more: 0 },
  lacks: [],
  complete: true,
  problem: null,
};

/** Who names any of several tables, each once. */
export function joinNaming(all: readonly NamedBy[]): NamedBy {
  return {
    objects: joinListed(all.map(({ objects }) => objects)),
    unreadable: joinListed(all.map(({ unreadable }) => unreadable)),
    lacks: [...new Set(all.flatMap(({ lacks }) => lacks))],
    complete: all.every(({ complete }) => complete),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

function joinListed<T extends StoredObject>(lists: readonly Listed<T>[]): Listed<T> {
  const keyOf = ({ kind, schema, name }: T): string => JSON.stringify([kind, schema, name]);
  const listed = new Map(lists.flatMap((list) => list.listed).map((object) => [keyOf(object), object]));
  return { listed: [...listed.values()], more: lists.reduce((sum, { more }) => sum + more, 0) };
}
