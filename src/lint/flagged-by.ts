import { readTable } from '../sql/parser/read-table.ts';
import type { CreateTable } from '../sql/parser/statement.ts';
import type { Finding } from './finding.ts';
import { type LintText, lintFile } from './lint-file.ts';

/** For tests: the pieces of the text that the rule points at, found again by line and column. */
export function flaggedBy(rule: string, text: string, rest: Omit<LintText, 'path' | 'text'> = {}): readonly string[] {
  return lintFile({ ...rest, path: 'migration.sql', text })
    .filter((finding) => finding.rule === rule)
    .map((finding) => pieceOf(text, finding));
}

function pieceOf(text: string, { start, end }: Finding): string {
  const lines = text.split('\n');
  const offsetOf = (place: Finding['start']): number =>
    lines.slice(0, place.line - 1).reduce((length, line) => length + line.length + 1, 0) + place.column - 1;
  return text.slice(offsetOf(start), offsetOf(end));
}

/** For tests: what a server would have said about the table that the statement at `start` changes. */
export function tableBefore(start: number, createTable: string): ReadonlyMap<number, CreateTable> {
  const table = readTable(createTable);
  return new Map(table === null ? [] : [[start, table]]);
}
