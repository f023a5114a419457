import { appliedWhen } from '../commands/ledger/applied.ts';
import type { PlannedStatement } from '../commands/plan/planned-statement.ts';
import { newTable } from '../engine/plan/circumstance.ts';
import { describeHazard, isCertain } from '../engine/probes/hazard.ts';
import { cellLength, clip } from './clip.ts';
import { diffDefinitions } from './definition-diff.ts';
import { destroyedBy } from './destroyed.ts';
import { nameFiles } from './file-names.ts';
import type { Links } from './links.ts';
import { type Column, code, codeBlock, details, escapeHtml, firstLine, link, prose, table } from './markdown.ts';
import { describeFailing, describeNamedBy } from './named-by.ts';
import { formatBytes, formatNumberOf } from './quantity.ts';
import { describeEnd, type Terms } from './terms.ts';
import {
  algorithmWords,
  describeDeferral,
  describeEstimate,
  describeLastRun,
  describeSpace,
  describeUse,
  howAgain,
} from './words.ts';

type Planned = Extract<PlannedStatement, { kind: 'planned' }>;

/** What a statement of a file runs under. */
export type TermsFor = (file: string | null, table: string) => Terms;

/** No more than these: the table must be read on a telephone, too, without pushing it to and fro. */
const columns: readonly Column[] = [
  { title: 'Statement', align: 'left' },
  { title: 'What happens', align: 'left' },
];

/** More than fit on any page. */
const maxRows = 2_000;

/**
 * A row for each statement. What is said of a table is said in its first row. Where not all fit, those stay that are refused, or
 * destroy something.
 *
 * @param room in characters
 */
export function planTable(
  statements: readonly PlannedStatement[],
  links: Links,
  termsFor: TermsFor,
  room: number,
): string {
  const said = new Set<string>();
  const nameOf = nameFiles(statements.map(({ file }) => file));
  const rows = statements.slice(0, maxRows).map((statement) => ({
    cells: row(statement, (one) => fileLink(one, links, nameOf), termsFor, said),
    isGrave: isGrave(statement),
  }));
  const shown = whatFits(rows, room);
  const rest = statements.length - shown.length;
  const more = [`And ${formatNumberOf(rest, 'statement')} more.`, ''];
  return table(columns, [...shown.map(({ cells }) => cells), ...(rest > 0 ? [more] : [])]);
}

interface Row {
  readonly cells: readonly string[];
  readonly isGrave: boolean;
}

/** Head, rule, and the row that counts the others. */
const frameLength = 250;

function whatFits(rows: readonly Row[], room: number): readonly Row[] {
  let left = room - frameLength;
  const kept = new Set<Row>();
  for (const one of [...rows.filter(({ isGrave }) => isGrave), ...rows.filter(({ isGrave }) => !isGrave)]) {
    left -= one.cells.reduce((sum, text) => sum + text.length + ' | '.length, '|\n'.length);
    if (left < 0) break;
    kept.add(one);
  }
  return rows.filter((one) => kept.has(one));
}

function isGrave(statement: PlannedStatement): boolean {
  if (statement.kind !== 'planned') return statement.kind === 'refused';
  return statement.hazards.some(isCertain) || destroyedBy(statement.facts.destroyed, code).length > 0;
}

function row(
  statement: PlannedStatement,
  linkOf: (statement: PlannedStatement) => string,
  termsFor: TermsFor,
  said: Set<string>,
): string[] {
  const text = code(clip(statement.statement, cellLength));
  const place = statement.file === null ? [] : [linkOf(statement)];
  const mark = statement.alsoPending === true ? ['⏳ <sub>also pending</sub>'] : [];
  const ended = statement.lastRun === undefined ? [] : [`⚠️ ${prose(describeLastRun(statement.lastRun, statement))}`];
  return [
    [...place, text, ...mark, ...howOf(statement)].join('<br>'),
    [...ended, endOf(statement, termsFor, said)].join('<br>'),
  ];
}

/** The way, and how much there is of the table, in few words. */
function howOf(statement: PlannedStatement): string[] {
  switch (statement.kind) {
    case 'planned': {
      const { algorithm, rows, dataBytes, indexBytes } = statement;
      const bytes = dataBytes + indexBytes;
      const size = [formatNumberOf(rows, 'row'), ...(bytes === 0 ? [] : [formatBytes(bytes)])];
      const parts = [algorithmWords[algorithm], ...(rows === 0 && bytes === 0 ? [] : size)];
      return [parts.map((part) => part.replaceAll(' ', '&nbsp;')).join(' · ')];
    }
    case 'applied':
      if (statement.isUnwritten === true) return ['✅&nbsp;carried&nbsp;out'];
      return [statement.isReverted ? '↩️&nbsp;reverted' : '✅&nbsp;applied'];
    case 'unplanned':
      return [];
    case 'refused':
      return ['❌&nbsp;refused'];
  }
}

function endOf(statement: PlannedStatement, termsFor: TermsFor, said: Set<string>): string {
  switch (statement.kind) {
    case 'planned':
      return whatHappens(statement, termsFor(statement.file, statement.table), said).join('<br>');
    case 'applied': {
      if (statement.isUnwritten === true) return unwritten;
      const completed = `Completed ${appliedWhen(statement)}`;
      return statement.isReverted
        ? `${completed}, and reverted. It is not run again. ${prose(howAgain(statement))}`
        : `${completed}; it is not run again.`;
    }
    case 'unplanned':
      return statement.why === null ? 'No dry run: no database could be asked.' : `⚠️ ${prose(statement.why)}`;
    case 'refused': {
      const why = prose(firstLine(statement.error.message));
      const isSaid = why.length > longReason && said.has(why);
      said.add(why);
      return isSaid ? 'For the same reason as the one above.' : why;
    }
  }
}

const unwritten =
  'Already carried out by a run that died before it could say so. The next run writes that down, and does not run it again.';

/** A shorter one is read faster than looked up. */
const longReason = 120;

/** What is in the way comes first, then what is lost, then how it is done. */
function whatHappens(statement: Planned, terms: Terms, said: Set<string>): string[] {
  const { reason, migrationKey, deferral, estimate, warnings, hazards, namedBy, facts } = statement;
  const once = (line: string, about = statement.table): string[] => {
    const key = `${about}\n${line}`;
    if (said.has(key)) return [];
    said.add(key);
    return [line];
  };
  const destroyed = destroyedBy(facts.destroyed, code);
  const failing = describeFailing(namedBy, code, prose);
  const key =
    migrationKey === null ? [] : [`Walked by ${code(migrationKey.columns.join(', '))}, ${prose(migrationKey.reason)}.`];
  return [
    ...hazards.map((hazard) =>
      isCertain(hazard)
        ? `❌ ${prose(describeHazard(hazard))}`
        : `⚠️ ${prose(describeHazard(hazard))} ${prose(hazard.hint)}`,
    ),
    ...destroyed.map((sentence) => `🗑️ **${sentence}**`),
    ...warnings.flatMap((warning) => once(`⚠️ ${prose(warning)}`)),
    ...(failing === null ? [] : [`⚠️ **${failing}**`]),
    ...describeNamedBy(namedBy, code, prose).flatMap((line) => once(line)),
    // That no row is touched is no comfort where values are gone.
    prose(destroyed.length > 0 && statement.algorithm === 'instant' ? 'The server does it at once.' : reason),
    ...key.flatMap((line) => once(line)),
    ...(deferral === null ? [] : [prose(describeDeferral(deferral))]),
    ...(estimate === null ? [] : [prose(describeEstimate(estimate))]),
    ...(facts.space === null ? [] : [prose(describeSpace(facts.space))]),
    // The same for every copy of the page.
    ...(facts.unmeasured === null ? [] : once(prose(facts.unmeasured), '')),
    ...(facts.use === null ? [] : [prose(describeUse(facts.use, facts.destroyed))]),
    ...describeEnd(statement, terms).flatMap((sentence) => once(prose(sentence))),
  ];
}

/** To all lines of the statement, because the table has room for its beginning only. */
function fileLink({ file, line, statement }: PlannedStatement, links: Links, nameOf: (file: string) => string): string {
  if (file === null) return '';
  // A long name without a place to break would take the room of the other column on a telephone.
  const name = escapeHtml(nameOf(file))
    .replace(/[[\]_*`]/gu, '\\$&')
    .replace(/[_-](?=.)/gu, '$&<wbr>');
  const lastLine = line + statement.trimEnd().split('\n').length - 1;
  return link(`${name}:${line}`, links.file(file, line, lastLine));
}

/**
 * What the statement makes of the table, folded up.
 *
 * @param nameOf a file among those of the plan
 */
export function changeOf(statement: PlannedStatement, nameOf: (file: string) => string): string {
  if (statement.kind !== 'planned') return '';
  const { before, after, table: name, file, line, circumstances } = statement;
  const place = file === null ? name : `${nameOf(file)}:${line} · ${name}`;
  if (before === '' && after === '') return '';
  // The server adds to what the statement says: its defaults, and those of the database.
  const made = circumstances?.find(({ what }) => what === newTable)?.is;
  if (before === '') return details(`${place}: a new table`, codeBlock('sql', made ?? after));
  if (after === '') return details(`${place}: the table that goes`, codeBlock('sql', before));
  const diff = diffDefinitions(before, after);
  if (diff === '') return '';
  const count = (sign: string): number => diff.split('\n').filter((row) => row.startsWith(sign)).length;
  return details(`${place}: +${count('+')} −${count('-')}`, codeBlock('diff', diff));
}
