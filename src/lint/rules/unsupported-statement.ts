import type { Clause } from '../../sql/parser/clause.ts';
import { likelyMeant } from '../../sql/parser/misspelt.ts';
import { dashes } from '../../sql/parser/parse-statement.ts';
import { isUpkeep, reachOf } from '../../sql/parser/reaches-out.ts';
import { isOnlyRenamed } from '../../sql/parser/renames-of.ts';
import { quoteNames, shippedVerbs } from '../../sql/parser/shipped-verbs.ts';
import type { Span } from '../../sql/parser/span.ts';
import type { AlterTable, Statement } from '../../sql/parser/statement.ts';
import { code } from '../names.ts';
import type { Problem, Rule } from '../rule.ts';

export const unsupportedStatement: Rule = {
  id: 'unsupported-statement',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags:
    'Everything but ALTER TABLE, CREATE INDEX, DROP INDEX, CREATE TABLE, DROP TABLE and RENAME TABLE, INSERT, UPDATE and DELETE unless `data-statements` says run, what no copy of a table can take part in, what a migration tool would put a value into, and a `SET`, `USE` or the like that would change something for the statements around it.',
  why: 'Ghostship changes tables and refuses to run anything else, so the migration would stop here.',
  instead:
    'Run it where the rest of such work is run: data changes from the application, views and routines with the deployment.',
  ignoreWhen: 'Never: Ghostship does not run it.',
  example: {
    flagged: 'UPDATE users SET active = 1;',
    fine: 'ALTER TABLE users ADD COLUMN active TINYINT NOT NULL DEFAULT 1;',
  },
  *check({ file, runsData }) {
    for (const statement of file.statements) {
      if (statement.kind === 'data' && !runsData) yield changesRows(statement);
      for (const { what, at, why = null, instead = takeOut } of unsupportedParts(statement)) {
        if (what === dashes) yield { at, title: 'This is no comment', message: noComment };
        else if (shippedVerbs.includes(what) && why === null)
          yield { at, title: `${what} cannot be read`, message: noName, instead: quoteNames };
        else
          yield {
            at,
            title: `${what} is not supported`,
            message: why ?? `${code(what)} cannot be run as an online migration.`,
            ...(why === null ? {} : { instead }),
          };
      }
    }
  },
};

const takeOut = 'Take it out of the file, or write what it says it is.';

const writePlainly = 'Write its tables and its values out.';

const noName = 'No name of a table is found where one must stand.';

const noComment = 'To the server, two dashes begin a comment only with a blank behind them: write one there.';

interface Part {
  readonly what: string;
  readonly at: Span;
  readonly why?: string | null;
  /** What to do, where there is a reason. */
  readonly instead?: string;
}

function misspelt(verb: string): string | null {
  const meant = likelyMeant(verb);
  return meant === null ? null : `${code(verb)} seems to be misspelt: did you mean ${code(meant)}?`;
}

function changesRows(statement: Extract<Statement, { kind: 'data' }>): Problem {
  return {
    at: statement,
    title: `${statement.verb} is not supported`,
    message: `${code(statement.verb)} changes rows, and the option ${code('data-statements')} does not say ${code('run')}.`,
    instead:
      'Change rows from the application. Or give the option `data-statements: run`, as an input, or in the config file on the branch that is merged into.',
  };
}

/** TRUNCATE and DROP DATABASE have rules of their own. */
function unsupportedParts(statement: Statement): readonly Part[] {
  switch (statement.kind) {
    case 'other':
      return [
        {
          what: statement.verb || 'This statement',
          at: statement,
          why: statement.why ?? misspelt(statement.verb),
          instead: [...shippedVerbs, 'INSERT', 'UPDATE', 'DELETE'].includes(statement.verb) ? writePlainly : takeOut,
        },
      ];
    case 'create-table':
      if (statement.temporary) return [{ what: 'CREATE TEMPORARY TABLE', at: statement }];
      return statement.selects ? [{ what: 'CREATE TABLE … SELECT', at: statement }] : [];
    case 'drop-table':
      if (statement.temporary) return [{ what: 'DROP TEMPORARY TABLE', at: statement }];
      return statement.tables.length > 1 ? [{ what: 'DROP TABLE of several tables', at: statement }] : [];
    case 'alter-table':
      return [...ignores(statement), ...statement.clauses.flatMap(unsupportedClause), ...renamesAmongOthers(statement)];
    case 'data':
    case 'rename-table':
    case 'truncate-table':
    case 'drop-database':
      return [];
  }
}

function unsupportedClause(clause: Clause): readonly Part[] {
  if (isUpkeep(clause))
    return [{ what: 'Upkeep of partitions', at: clause, why: noDefinition, instead: readTheAnswer }];
  const what = reachOf(clause);
  return what === null ? [] : [{ what, at: clause }];
}

const noDefinition = 'It changes no definition, and the server says in rows what came of it, also where it failed.';
const readTheAnswer = 'Run it in a client.';

function ignores({ prefixes }: AlterTable): readonly Part[] {
  const at = prefixes.find(({ text }) => text === 'IGNORE');
  return at === undefined ? [] : [{ what: 'ALTER IGNORE TABLE', at, why: throwsAway, instead: keepRows }];
}

const throwsAway = 'It throws away rows that do not fit.';
const keepRows = 'Leave `IGNORE` out, and correct or delete these rows first.';

function renamesAmongOthers(statement: AlterTable): readonly Part[] {
  const at = statement.clauses.find(({ kind }) => kind === 'rename-table');
  return at === undefined || isOnlyRenamed(statement) ? [] : [{ what: 'RENAME TO together with other clauses', at }];
}
