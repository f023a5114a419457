import type { Span } from '../../sql/parser/span.ts';
import { type Alter, altersOf } from '../clauses-of.ts';
import { code, codeOfTable } from '../names.ts';
import type { Rule } from '../rule.ts';

export const explicitAlgorithmLock: Rule = {
  id: 'explicit-algorithm-lock',
  severity: 'warning',
  needs: 'text',
  suppressible: true,
  flags: 'ALGORITHM, LOCK, and the words ONLINE and OFFLINE of MariaDB.',
  why: 'Ghostship tries the cheapest way that does not block and leaves such words out, so they promise what will not happen.',
  instead: 'Leave it out. The plan shows which algorithm each statement will use.',
  ignoreWhen: 'Other tools run the same file, and need the words.',
  example: {
    flagged: 'ALTER TABLE users ADD INDEX idx_email (email), ALGORITHM=INPLACE;',
    fine: 'ALTER TABLE users ADD INDEX idx_email (email);',
  },
  *check({ file }) {
    for (const alter of altersOf(file)) {
      for (const at of requestsOf(alter)) {
        const request = code(file.text.slice(at.start, at.end));
        yield {
          at,
          title: 'Asks for an algorithm or a lock',
          message: `${request} has no effect on how ${codeOfTable(alter.table)} is changed.`,
        };
      }
    }
  },
};

/** IGNORE asks for something else, which is refused. */
function requestsOf(alter: Alter): readonly Span[] {
  return [
    ...alter.prefixes.filter(({ text }) => text !== 'IGNORE'),
    ...alter.clauses.filter((clause) => clause.kind === 'algorithm' || clause.kind === 'lock'),
  ];
}
