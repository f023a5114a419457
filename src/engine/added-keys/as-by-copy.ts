import type { Server } from '../../mysql/server.ts';
import { type OwnForeignKey, writeForeignKey } from '../../sql/foreign-keys.ts';
import { type AlterStatement, readAlter } from '../../sql/parser/alter.ts';
import { replaceSpans } from '../../sql/parser/references.ts';
import { ident } from '../../sql/sql.ts';

/**
 * MariaDB makes another key in place than by a copy: the name of an index goes before that of the constraint, RESTRICT and
 * SET DEFAULT become NO ACTION, and columns are called as the statement spells them. So each key is written as the copy of the
 * clone has it; one without a name keeps none, and gets its number and its index by itself.
 *
 * @param added those of the clone
 */
export function asByCopy(
  alter: AlterStatement,
  added: readonly OwnForeignKey[],
  server: Pick<Server, 'flavor' | 'version' | 'sqlMode'>,
): AlterStatement {
  if (server.flavor === 'mysql') return alter;
  // Without comments, so that none of them ends or begins where a clause is replaced.
  const bare = readAlter(`ALTER TABLE ${ident(alter.table.name).text} ${alter.body}`, server);
  if (bare.kind !== 'alter') return alter;
  const clauses = bare.statement.clauses.filter((clause) => clause.kind === 'add-foreign-key');
  const isNamed = ({ name }: OwnForeignKey): boolean => clauses.some((clause) => isSame(clause.name?.text, name));
  const unnamed = added.filter((key) => !isNamed(key)).toSorted((one, other) => numberOf(one) - numberOf(other));
  const written = clauses.flatMap(({ name, start, end }) => {
    const key = name === null ? unnamed.shift() : added.find((one) => isSame(one.name, name.text));
    if (key === undefined) return [];
    const head = /^ADD\b/iu.test(bare.text.slice(start, end)) ? 'ADD ' : '';
    return [{ start, end, by: head + writeForeignKey(key, name !== null).text }];
  });
  const read = readAlter(replaceSpans(bare.text, written), server);
  return read.kind === 'alter' ? read : alter;
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** The server counts those that it names itself: `t_ibfk_2`. */
function numberOf({ name }: OwnForeignKey): number {
  return Number(/_ibfk_(\d+)$/u.exec(name)?.[1] ?? 0);
}
