import type { Finding } from '../../lint/finding.ts';
import type { HomeDatabase } from '../../lint/home-database.ts';
import { describeRule } from '../../lint/rules.ts';
import type { Target } from '../../mysql/target.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/ledger.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';
import type { Source } from '../statements/source.ts';
import { lint } from './lint.ts';
import type { LintSummary } from './lint-summary.ts';

/**
 * The lint of the statements that are still to be run, for plan and migrate alike. Files are linted whole. Findings about
 * applied statements are left out, because nobody can change those statements any more.
 *
 * @param database asked about the tables as they are; `null` where there is none to ask
 */
export async function lintPending(
  source: Source,
  completed: readonly CompletedStatement[],
  settings: Settings,
  database: Target | null,
  home: HomeDatabase | null,
): Promise<LintSummary> {
  const files = source.files.map(({ path, statements, fault }) => {
    const { pending } = partApplied(statements, completed);
    const ordinals = new Set(pending.map(({ ordinal }) => ordinal));
    const isOver = fault === null && statements.length > 0 && pending.length === 0;
    return { path, pending, ordinals, isOver };
  });
  const schemaOf = await askSchema(
    files.flatMap(({ pending }) => pending),
    database,
  );
  const { findings, accepted, suppressed, leftOut } = lint(source, settings, home, schemaOf);
  const concerns = ({ file, statement }: Finding): boolean => {
    const own = source.isTyped ? files[0] : files.find(({ path }) => path === file);
    if (own === undefined || own.isOver) return false;
    return statement === null || own.pending.length === 0 || own.ordinals.has(statement);
  };
  return {
    findings: findings.filter(concerns),
    accepted: accepted.filter(concerns),
    suppressed: suppressed.filter(({ finding }) => concerns(finding)),
    leftOut: leftOut.filter((part) => files.find(({ path }) => path === part.file)?.isOver === false),
  };
}

/**
 * Why the rules forbid a statement; `null` if they do not. A finding about a whole file counts for the first statement of the
 * file that is to be run.
 */
export function forbidden(
  statement: FileStatement,
  pending: readonly FileStatement[],
  { findings }: LintSummary,
): GhostshipError | null {
  const isFirst = pending.find(({ file }) => file === statement.file) === statement;
  const own = findings.filter(
    (finding) =>
      finding.severity === 'error' &&
      (statement.file === null || finding.file === statement.file) &&
      (finding.statement === statement.ordinal || (finding.statement === null && isFirst)),
  );
  const [first] = own;
  if (first === undefined) return null;
  const rules = [...new Set(own.map(({ rule }) => rule))].join(', ');
  const messages = own.map(({ title, rule, message }) => `${title} (${rule}): ${message}`);
  return new GhostshipError(codeFor(first.rule), `${placeOf(statement)} may not be run. ${messages.join('\n')}`, {
    hint: own.every(({ rule }) => describeRule(rule)?.suppressible === true)
      ? `${first.fix ?? first.why} If this is intended, put -- lint:ignore ${rules} -- and the reason before the statement, or name the rule in the option allow.`
      : (first.fix ?? first.why),
  });
}

function codeFor(rule: string): ErrorCode {
  if (rule === 'syntax-error') return 'invalid-statement';
  return describeRule(rule)?.suppressible === false ? 'unsupported-statement' : 'statement-not-allowed';
}

async function askSchema(pending: readonly FileStatement[], database: Target | null) {
  if (database === null || pending.length === 0) return () => null;
  // Loaded only where there is a server to ask: it brings the driver with it.
  const { tablesBefore } = await import('./tables-before.ts');
  return tablesBefore(pending, database);
}
