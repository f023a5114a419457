import type { Clause } from './clause.ts';
import type { Token } from './tokens.ts';

/**
 * What a clause reaches that is not the table it alters, by the words of the grammars of MySQL 9.7 and MariaDB 10.6 to 12;
 * `null` where there is nothing. A clause that refers to another table, or renames its own, is told apart by its kind.
 */
export function reachOf(clause: Clause): string | null {
  if (clause.kind === 'partition') return partitionReach[clause.operation] ?? null;
  if (clause.kind === 'tablespace') return `${clause.operation.toUpperCase()} TABLESPACE`;
  if (clause.kind === 'secondary-engine') return 'Loading into a secondary engine';
  return clause.kind === 'table-options' && clause.options.some(({ name }) => name === 'UNION') ? 'UNION' : null;
}

/** ANALYZE, CHECK, OPTIMIZE and REPAIR PARTITION: no definition is changed, and the server says in rows what came of it. */
export function isUpkeep(clause: Clause): boolean {
  return clause.kind === 'partition' && clause.operation === 'maintain';
}

const partitionReach: Readonly<Record<string, string>> = {
  exchange: 'EXCHANGE PARTITION',
  convert: 'CONVERT PARTITION',
  discard: 'DISCARD PARTITION',
  import: 'IMPORT PARTITION',
};

/**
 * Whether the clauses hold a word that takes another table, or a file, whatever they were read as. TABLE, RENAME and UNION are
 * reserved, so no column has them for a name.
 */
export function mayReachOut(tokens: readonly Token[]): boolean {
  return tokens.some(({ keyword }, index) => {
    const next = tokens[index + 1]?.keyword ?? '';
    if (keyword === 'RENAME') return !['COLUMN', 'INDEX', 'KEY'].includes(next);
    return reaching.includes(keyword) || (onFiles.includes(keyword) && ['TABLESPACE', 'PARTITION'].includes(next));
  });
}

const reaching: readonly string[] = ['TABLE', 'UNION', 'SECONDARY_LOAD', 'SECONDARY_UNLOAD'];
const onFiles: readonly string[] = ['EXCHANGE', 'CONVERT', 'DISCARD', 'IMPORT'];
