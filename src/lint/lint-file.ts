import { ordinalAt, type ParsedFile, parseFile } from '../sql/parser/script/parsed-file.ts';
import type { Statement } from '../sql/parser/statement.ts';
import { tableOfStatement } from '../sql/parser/table-of.ts';
import { mergeable, rememberAltered } from './altered-tables.ts';
import { altersOf } from './clauses-of.ts';
import { altersOfEmptyTables } from './empty-tables.ts';
import type { Finding, Severity, Suggestion } from './finding.ts';
import { code } from './names.ts';
import type { Problem, Rule, RuleContext, RuleDescription } from './rule.ts';
import { describeRule, ruleNames, rules } from './rules.ts';
import { Suppressions } from './suppress.ts';
import { type Suppression, suppressionsIn } from './suppression.ts';
import { invalidParts, type SuppressionUse, suppressionInvalid } from './suppression-invalid.ts';

export interface LintInput {
  readonly file: ParsedFile;
  /** What is known of the tables; null if nobody was asked, and then rules that must know them are left out. */
  readonly differences?: RuleContext['differences'];
  readonly home?: RuleContext['home'];
  readonly runsData?: RuleContext['runsData'];
  readonly severities?: SeveritiesOf;
  readonly applied?: RuleContext['applied'];
}

/**
 * Which severity a finding has. It may differ by table; of a rule as a whole it is asked with `null`.
 *
 * @param own that of the rule, or of what it has found
 */
export type SeveritiesOf = (rule: string, own: Severity, table: string | null) => Severity | 'off';

/** A file that nobody has parsed yet. */
export type LintText = Omit<LintInput, 'file'> & { readonly path: string; readonly text: string };

export interface LintReport {
  readonly findings: readonly Finding[];
  /** What a comment has silenced, so that reviewers still get to see it. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What undoes other statements, and is not run. */
  readonly leftOut: readonly LeftOutPart[];
  /** Rules that had something to look at and did not know enough: not the table, or not its rows. */
  readonly rulesLeftOut: readonly string[];
}

/** A part of a file that is not run; lines count from 1. */
export interface LeftOutPart {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** The marker that says so, or the convention that the name of the file follows; of `idle` statements, what they are. */
  readonly why: string;
  /** `idle` is what changes nothing for the statements around it; `order` is a file that is run, and not as its tool would. */
  readonly kind: 'file' | 'part' | 'idle' | 'order';
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Suppression;
}

/** Findings of one file that is applied alone; in the order of the file. */
export function lintFile({ path, text, ...rest }: LintText): readonly Finding[] {
  return lintFiles([{ ...rest, file: parseFile(path, text) }]).findings;
}

/** Findings of the files of one run, which must be given in the order they are applied in. */
export function lintFiles(inputs: readonly LintInput[]): LintReport {
  const files = inputs.map(({ file }) => file);
  const pending = inputs.map(pendingOf);
  const onEmpty = altersOfEmptyTables(
    inputs.map((input, index) => ({ pending: pending[index] ?? input.file, home: input.home ?? null })),
  );
  const altered = new Map<string, string>();
  const reports = inputs.map((input, index) => {
    const { file, differences = null, home = null, runsData = false, applied = nothing } = input;
    const report = lint(input, { file, altered, differences, home, runsData, applied }, onEmpty[index] ?? nothing);
    const own = pending[index] ?? file;
    for (const alter of mergeable(own, differences)) rememberAltered(altered, alter, own, code(file.path));
    return report;
  });
  return {
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    leftOut: files.flatMap(leftOutOf),
    rulesLeftOut: rules.filter((rule) => inputs.some((input) => isLeftOut(rule, input))).map(({ id }) => id),
  };
}

const nothing: ReadonlySet<number> = new Set();

function pendingOf({ file, applied = nothing }: LintInput): ParsedFile {
  if (applied.size === 0) return file;
  return { ...file, statements: file.statements.filter(({ start }) => !applied.has(start)) };
}

/** A plan that is refused tells enough by that. */
function isLeftOut(rule: Rule, input: LintInput): boolean {
  if (rule.needs === 'text' || !isActive(rule, input)) return false;
  const differences = input.differences ?? null;
  const changes = altersOf(input.file);
  if (differences === null) return changes.length > 0;
  return changes.some(({ start }) => {
    const rows = differences.get(start)?.rows.kind;
    return rule.needs === 'data' && rows === 'none';
  });
}

function leftOutOf({ path, leftOut, lines }: ParsedFile): LeftOutPart[] {
  return leftOut.map(({ start, end, why, kind }) => ({
    file: path,
    line: lines.at(start).line,
    endLine: lines.at(end).line,
    why,
    kind,
  }));
}

/** @param onEmpty where statements start whose tables have no rows */
function lint(
  input: LintInput,
  context: RuleContext,
  onEmpty: ReadonlySet<number>,
): Pick<LintReport, 'findings' | 'suppressed'> {
  const active = rules.filter(
    (rule) => isActive(rule, input) && (rule.needs === 'text' || context.differences !== null),
  );
  const suppressions = new Suppressions(
    context.file,
    suppressionsIn(context.file),
    active.map(({ id }) => id),
  );
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const rule of active) {
    for (const problem of rule.check(context)) {
      const finding = findingOf(rule, problem, input, context.file);
      if (finding === null) continue;
      const by = rule.suppressible ? suppressions.of(rule.id, problem.at) : null;
      const isMoot = rule.onlyForRows === true && onEmpty.has(statementAt(context.file, problem)?.start ?? -1);
      if (by !== null) suppressed.push({ finding, by });
      else if (!isMoot) findings.push(finding);
    }
  }
  if (isActive(suppressionInvalid, input)) {
    const used = rulesSilenced(suppressed);
    const invalid = suppressions.all.flatMap((by) =>
      invalidParts(by, (id) => useOf(id, used.get(by)?.has(id) === true, active), ruleNames),
    );
    for (const problem of invalid)
      findings.push(...[findingOf(suppressionInvalid, problem, input, context.file)].filter((one) => one !== null));
  }
  return { findings: findings.toSorted(byPlace), suppressed };
}

function isActive(rule: RuleDescription, input: LintInput): boolean {
  return input.severities?.(rule.id, 'error', null) !== 'off';
}

/** `null` where the configuration has turned it off. */
function findingOf(rule: RuleDescription, problem: Problem, input: LintInput, file: ParsedFile): Finding | null {
  const ordinal = ordinalAt(file, problem.at);
  const statement = statementAt(file, problem);
  const table = statement === undefined ? null : (tableOfStatement(statement)?.name ?? null);
  const own = problem.severity ?? rule.severity;
  const severity = input.severities?.(rule.id, own, table) ?? own;
  if (severity === 'off') return null;
  return {
    rule: rule.id,
    severity,
    file: file.path,
    statement: ordinal,
    table,
    start: file.lines.at(problem.at.start),
    end: file.lines.at(problem.at.end),
    title: clipped(problem.title),
    message: problem.message,
    why: rule.why,
    fix: problem.instead ?? rule.instead,
    source: (problem.evidence ?? null) === null ? rule.needs : 'data',
    evidence: problem.evidence ?? null,
    suggestion: suggestionOf(problem, file),
  };
}

function statementAt(file: ParsedFile, { at }: Problem): Statement | undefined {
  const ordinal = ordinalAt(file, at);
  return ordinal === null ? undefined : file.statements[ordinal - 1];
}

/** Whole lines, as GitHub takes them. */
/** In characters, before a suggestion and behind it. */
const longestLine = 1_000;

function suggestionOf({ suggestion = null }: Problem, { text, lines }: ParsedFile): Suggestion | null {
  if (suggestion === null) return null;
  const { start, end } = suggestion;
  const first = Math.max(0, start - longestLine);
  const before = text.slice(first, start).lastIndexOf('\n');
  const after = text.slice(end, end + longestLine).indexOf('\n');
  // Nobody takes over what does not fit a screen, and a file may be one line with thousands of findings.
  if ((before === -1 && first > 0) || (after === -1 && end + longestLine < text.length)) return null;
  const from = first + before + 1;
  const to = after === -1 ? text.length : end + after;
  const replaced = text.slice(from, start) + suggestion.text + text.slice(end, to).replace(/\r$/u, '');
  return { startLine: lines.at(start).line, endLine: lines.at(end).line, text: replaced };
}

function rulesSilenced(suppressed: readonly SuppressedFinding[]): ReadonlyMap<Suppression, ReadonlySet<string>> {
  const rules = new Map<Suppression, Set<string>>();
  for (const { by, finding } of suppressed) rules.set(by, (rules.get(by) ?? new Set()).add(finding.rule));
  return rules;
}

/** The suppression of a rule that did not run may be needed. */
function useOf(id: string, isUsed: boolean, active: readonly Rule[]): SuppressionUse {
  const rule = describeRule(id);
  if (rule === null) return 'unknown-rule';
  if (!rule.suppressible) return 'not-suppressible';
  return isUsed || !active.some((one) => one.id === id) ? 'fine' : 'unused';
}

/** GitHub shows about this much of a title. */
const maxTitleLength = 80;

function clipped(title: string): string {
  return title.length <= maxTitleLength ? title : `${title.slice(0, maxTitleLength - 1)}…`;
}

function byPlace(one: Finding, other: Finding): number {
  return one.start.line - other.start.line || one.start.column - other.start.column;
}
