/** Views, routines, events, and triggers of other tables that name the table of a statement. */
export interface NamedBy {
  /** First those that name a column that is dropped, last those that only may name the table. */
  readonly objects: Listed<NamingObject>;
  /** Those whose body this user may not read: they may name the table or not. */
  readonly unreadable: Listed<StoredObject>;
  /** Privileges that the user lacks to read these bodies and, where the table or a column is dropped, to find further objects. */
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
  /** Whether it will fail after the statement, because something that it names is gone. */
  readonly fails: boolean;
  /** The failing view through which it fails. */
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
    objects: joinListed(
      all.map(({ objects }) => objects),
      joinObjects,
    ),
    unreadable: joinListed(
      all.map(({ unreadable }) => unreadable),
      (one) => one,
    ),
    lacks: [...new Set(all.flatMap(({ lacks }) => lacks))],
    complete: all.every(({ complete }) => complete),
    problem: all.map(({ problem }) => problem).find((problem) => problem !== null) ?? null,
  };
}

function joinListed<T extends StoredObject>(lists: readonly Listed<T>[], join: (one: T, other: T) => T): Listed<T> {
  const listed = new Map<string, T>();
  for (const object of lists.flatMap((list) => list.listed)) {
    const key = JSON.stringify([object.kind, object.schema, object.name]);
    const known = listed.get(key);
    listed.set(key, known === undefined ? object : join(known, object));
  }
  return { listed: [...listed.values()], more: lists.reduce((sum, { more }) => sum + more, 0) };
}

/** What is certain of one of the tables is certain. */
function joinObjects(one: NamingObject, other: NamingObject): NamingObject {
  const through = one.through ?? other.through;
  return {
    ...one,
    doubt: one.doubt === null || other.doubt === null ? null : one.doubt,
    columns: [...one.columns, ...other.columns],
    fails: one.fails || other.fails,
    ...(through === undefined ? {} : { through }),
  };
}
