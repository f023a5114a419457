import type { Clause } from '../../sql/parser/clause.ts';
import { dashes } from '../../sql/parser/parse-statement.ts';
import type { Span } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const unsupportedStatement: Rule = {
  id: 'unsupported-statement',
  severity: 'error',
  needs: 'sql',
  suppressible: false,
  flags:
    'Everything but ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE and DROP TABLE, and what no copy of a table can take part in.',
  why: 'Ghostship changes tables and refuses to run anything else, so the migration would stop here.',
  instead:
    'Run it where the rest of such work is run: data changes from the application, views and routines with the deployment.',
  example: {
    flagged: 'UPDATE users SET active = 1;',
    fine: 'ALTER TABLE users ADD COLUMN active TINYINT NOT NULL DEFAULT 1;',
  },
  *check({ file }) {
    for (const statement of file.statements) {
      for (const { what, at } of unsupportedParts(statement)) {
        if (what === dashes) yield { at, title: 'This is no comment', message: noComment };
        else
          yield {
            at,
            title: `${what} is not supported`,
            message: `${code(what)} cannot be run as an online migration.`,
          };
      }
    }
  },
};

const noComment = 'To the server, two dashes begin a comment only with a blank behind them: write one there.';

interface Part {
  readonly what: string;
  readonly at: Span;
}

/** RENAME TABLE, TRUNCATE and DROP DATABASE have rules of their own. */
function unsupportedParts(statement: Statement): readonly Part[] {
  switch (statement.kind) {
    case 'other':
      return [{ what: statement.verb || 'This statement', at: statement }];
    case 'create-table':
      if (statement.temporary) return [{ what: 'CREATE TEMPORARY TABLE', at: statement }];
      return statement.selects ? [{ what: 'CREATE TABLE … SELECT', at: statement }] : [];
    case 'drop-table':
      return statement.temporary ? [{ what: 'DROP TEMPORARY TABLE', at: statement }] : [];
    case 'alter-table':
      return statement.clauses.flatMap(unsupportedClause);
    case 'rename-table':
    case 'truncate-table':
    case 'drop-database':
      return [];
  }
}

function unsupportedClause(clause: Clause): readonly Part[] {
  if (clause.kind === 'tablespace') return [{ what: `${clause.operation.toUpperCase()} TABLESPACE`, at: clause }];
  return clause.kind === 'secondary-engine' ? [{ what: 'Loading into a secondary engine', at: clause }] : [];
}
