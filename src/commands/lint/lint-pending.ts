import type { Finding } from '../../lint/finding.ts';
import type { HomeDatabase } from '../../lint/home-database.ts';
import { describeRule } from '../../lint/rules.ts';
import type { Target } from '../../mysql/target.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import { groupBy } from '../../support/group-by.ts';
import { partApplied } from '../ledger/applied.ts';
import type { CompletedStatement } from '../ledger/completed-statement.ts';
import type { Settings } from '../options/settings.ts';
import { type FileStatement, placeOf } from '../statements/file-statement.ts';
import type { Source } from '../statements/source.ts';
import type { PendingFile, Plans } from './ask-differences.ts';
import { type DifferencesOf, lint } from './lint.ts';
import type { LintSummary } from './lint-summary.ts';
import { writtenDifferences } from './written-differences.ts';

/**
 * The lint of the statements that are still to be run, for plan and migrate alike. Files are linted whole. Findings about
 * applied statements are left out, because nobody can change those statements any more.
 *
 * @param database asked about the tables as they are; `null` where there is none to ask
 * @param plans what a plan has found out; `null` where the statements are about to be run
 */
export async function lintPending(
  source: Source,
  completed: readonly CompletedStatement[],
  settings: Settings,
  database: Target | null,
  home: HomeDatabase | null,
  plans: Plans | null = null,
): Promise<LintSummary> {
  const rowsOf = groupBy(completed, ({ file }) => file);
  const files = source.files.map(({ path, parsed, statements, fault }) => {
    const { pending, applied } = partApplied(statements, rowsOf.get(path ?? '') ?? []);
    const over = new Set(applied.map((statement) => statement.parsed.start));
    const ordinals = new Set(pending.map(({ ordinal }) => ordinal));
    const isOver = fault === null && statements.length > 0 && pending.length === 0;
    return { path, parsed, pending, ordinals, over, isOver };
  });
  const differencesOf = await differencesIn(files, settings, database, plans);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const applied = (path: string | null): ReadonlySet<number> => byPath.get(path)?.over ?? new Set();
  const known = { differences: differencesOf, applied };
  const { findings, accepted, suppressed, leftOut, rulesLeftOut } = lint(source, settings, home, known);
  const concerns = ({ file, statement }: Finding): boolean => {
    const own = source.isTyped ? files[0] : byPath.get(file);
    if (own === undefined || own.isOver) return false;
    return statement === null || own.pending.length === 0 || own.ordinals.has(statement);
  };
  return {
    findings: findings.filter(concerns),
    accepted: accepted.filter(concerns),
    suppressed: suppressed.filter(({ finding }) => concerns(finding)),
    leftOut: leftOut.filter((part) => byPath.get(part.file)?.isOver === false),
    rulesLeftOut,
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

/** Of what an error of the rule ends a run with. */
export function codeFor(rule: string): ErrorCode {
  if (rule === 'syntax-error' || rule === 'unstorable-name') return 'invalid-statement';
  return describeRule(rule)?.suppressible === false ? 'unsupported-statement' : 'statement-not-allowed';
}

async function differencesIn(
  files: readonly PendingFile[],
  settings: Settings,
  database: Target | null,
  plans: Plans | null,
): Promise<DifferencesOf> {
  if (files.every(({ pending }) => pending.length === 0)) return () => null;
  if (database === null) {
    const parsed = files.map((file) => file.parsed);
    return writtenDifferences(parsed, settings, process.cwd());
  }
  // Loaded only where there is a server to ask: it brings the driver with it.
  const { askDifferences } = await import('./ask-differences.ts');
  return askDifferences(files, database, plans);
}
