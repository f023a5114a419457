import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import { selectTable, type TableName } from '../../sql/inspect.ts';
import { type Call, callsIn } from '../../sql/parser/calls.ts';
import type { Quoting } from '../../sql/parser/quoting.ts';
import { replaceSpans } from '../../sql/parser/references.ts';
import { selectRoutinesNamed } from '../../sql/reach.ts';

/** A statement that the server can be asked about, and what it would call if it were run. */
export interface WithoutCalls {
  readonly text: string;
  readonly calls: readonly string[];
}

/**
 * EXPLAIN carries calls out where it takes their values for constants, and it is without effect on the stage where there are no
 * routines and no sequences. So what a person has stored is not called: a value that changes with each row stands for it, so
 * that no index can be used for it and no fewer rows are expected. What there is none of stays, and the server says so.
 *
 * @param database of the session of a person
 * @param theirs the table of the user that another one stands for
 */
export async function withoutCalls(
  session: Session,
  { statement, quoting }: { readonly statement: string; readonly quoting: Quoting },
  database: string,
  flavor: Flavor,
  theirs: (table: TableName) => TableName = (table) => table,
): Promise<WithoutCalls> {
  const found = callsIn(statement, quoting);
  if (found.length === 0) return { text: statement, calls: [] };
  const names = [...new Set(found.flatMap(({ schema, name }) => (schema === null ? [name] : [schema, name])))];
  const stored = (await session.rows(selectRoutinesNamed(names))).map((row) =>
    keyOf({ schema: String(row.schema_name), name: String(row.name) }),
  );
  const isStored = async ({ schema, name, sequence }: Call): Promise<boolean> => {
    if (schema === null && acting.has(name.toUpperCase())) return true;
    if (stored.includes(keyOf({ schema: schema ?? database, name }))) return true;
    // A function of a package (MariaDB).
    if (schema !== null && stored.includes(keyOf({ schema: database, name: schema }))) return true;
    if (sequence === null || flavor === 'mysql') return false;
    const named = theirs({ schema: sequence.schema ?? database, name: sequence.name });
    const [row] = await session.rows(selectTable(named));
    return row?.type === 'SEQUENCE';
  };
  const calls: Call[] = [];
  for (const call of found) {
    const isWithin = calls.some(({ start, end }) => start <= call.start && call.end <= end);
    if (!isWithin && (await isStored(call))) calls.push(call);
  }
  return {
    text: replaceSpans(
      statement,
      calls.map(({ start, end }) => ({ start, end, by: 'RAND()' })),
    ),
    calls: [...new Set(calls.map(({ name, sequence }) => (sequence ?? { name }).name))],
  };
}

/** Functions of the server that do something. */
const acting: ReadonlySet<string> = new Set(
  (
    'BENCHMARK GET_LOCK MASTER_GTID_WAIT MASTER_POS_WAIT RELEASE_ALL_LOCKS RELEASE_LOCK SLEEP ' +
    'SOURCE_POS_WAIT WAIT_FOR_EXECUTED_GTID_SET'
  ).split(' '),
);

function keyOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name.toLowerCase()]).toLowerCase();
}
