import { ordinalAt, type ParsedFile, parseFile } from '../sql/parser/script/parsed-file.ts';
import { tableOfStatement } from '../sql/parser/table-of.ts';
import type { Finding, Severity } from './finding.ts';
import type { Problem, Rule, RuleContext, RuleDescription } from './rule.ts';
import { describeRule, rules } from './rules.ts';
import { Suppressions } from './suppress.ts';
import { type Suppression, suppressionsIn } from './suppression.ts';
import { invalidParts, type SuppressionUse, suppressionInvalid } from './suppression-invalid.ts';

export interface LintInput {
  readonly file: ParsedFile;
  /** What a server said about the tables; null if none was asked, and then rules that need one are left out. */
  readonly schema?: RuleContext['schema'];
  readonly home?: RuleContext['home'];
  readonly runsData?: RuleContext['runsData'];
  /** Rules that are not to have their own severity, by id. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** A file that nobody has parsed yet. */
export type LintText = Omit<LintInput, 'file'> & { readonly path: string; readonly text: string };

export interface LintReport {
  readonly findings: readonly Finding[];
  /** What a comment has silenced, so that reviewers still get to see it. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What undoes other statements, and is not run. */
  readonly leftOut: readonly LeftOutPart[];
}

/** A part of a file that is not run; lines count from 1. */
export interface LeftOutPart {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** The marker that says so, or the convention that the name of the file follows; of `idle` statements, what they are. */
  readonly why: string;
  /** `idle` is what changes nothing for the statements around it. */
  readonly kind: 'file' | 'part' | 'idle';
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
  const reports = inputs.map((input, index) => {
    const { file, schema = null, home = null, runsData = false } = input;
    return lint(input, { file, earlier: files.slice(0, index), schema, home, runsData });
  });
  return {
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    leftOut: files.flatMap(leftOutOf),
  };
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

function lint(input: LintInput, context: RuleContext): Omit<LintReport, 'leftOut'> {
  const active = rules.filter((rule) => isActive(rule, input) && (rule.needs === 'sql' || context.schema !== null));
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
      const by = rule.suppressible ? suppressions.of(rule.id, problem.at) : null;
      if (by === null) findings.push(finding);
      else suppressed.push({ finding, by });
    }
  }
  if (isActive(suppressionInvalid, input)) {
    const used = rulesSilenced(suppressed);
    const invalid = suppressions.all.flatMap((by) =>
      invalidParts(by, (id) => useOf(id, used.get(by)?.has(id) === true, active)),
    );
    for (const problem of invalid) findings.push(findingOf(suppressionInvalid, problem, input, context.file));
  }
  return { findings: findings.toSorted(byPlace), suppressed };
}

function isActive(rule: RuleDescription, input: LintInput): boolean {
  return input.severities?.[rule.id] !== 'off';
}

function findingOf(rule: RuleDescription, problem: Problem, input: LintInput, file: ParsedFile): Finding {
  const configured = input.severities?.[rule.id] ?? rule.severity;
  const ordinal = ordinalAt(file, problem.at);
  const statement = ordinal === null ? undefined : file.statements[ordinal - 1];
  return {
    rule: rule.id,
    severity: configured === 'off' ? rule.severity : configured,
    file: file.path,
    statement: ordinal,
    table: statement === undefined ? null : (tableOfStatement(statement)?.name ?? null),
    start: file.lines.at(problem.at.start),
    end: file.lines.at(problem.at.end),
    title: clipped(problem.title),
    message: problem.message,
    why: rule.why,
    fix: problem.instead ?? rule.instead,
  };
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
