import { hash } from 'node:crypto';
import type { Quoting } from '../../sql/parser/quoting.ts';
import type { ParsedFile } from '../../sql/parser/script/parsed-file.ts';
import type { Span } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { tableOfStatement } from '../../sql/parser/table-of.ts';
import { unstorableName } from '../../sql/parser/unstorable-name.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import { type Request, refuseNames, requestOf } from './task.ts';

/** One statement, where it comes from, and what it asks for: read once, for lint, plan and migrate. */
export type FileStatement = Request & {
  /** `null` if it was given on the command line. */
  readonly file: string | null;
  /** Line in the file where it starts, from 1. */
  readonly line: number;
  /** Its place among the statements of the file, from 1. */
  readonly ordinal: number;
  readonly text: string;
  /** SHA-256 of the text, the same whatever the line endings. */
  readonly digest: string;
  readonly parsed: Statement;
  /** How its text was read. */
  readonly quoting: Quoting;
  /** The name of the table it is about; empty where it is about none. */
  readonly table: string;
  /** The table as people are told of it: with its database where that is another one than the target's. */
  readonly label: string;
  /** What the file sets for it, by which the server would refuse less than as it is run, as a sentence; `null` where it is nothing. */
  readonly lenientBy: string | null;
};

/** Why the statements of a file are not known, and where. */
export class UnclearFile extends GhostshipError {
  /** From 1. */
  readonly line: number;

  constructor(code: ErrorCode, line: number, message: string, hint: string) {
    super(code, message, { hint });
    this.line = line;
  }
}

/** What a statement that comes from no file has in place of a path. */
export const typedPath = '--alter';

/**
 * What undoes other statements is left out.
 *
 * @param home the database of the target; `null` if it is not known
 * @throws UnclearFile `invalid-statement` for a quote or comment that does not end, `unreadable-file` for what cannot be told
 */
export function statementsOf(file: ParsedFile, home: string | null = null): FileStatement[] {
  refuseUnclear(file);
  return file.statements.map((parsed, index) => {
    const path = file.path === typedPath ? null : file.path;
    const { line } = file.lines.at(parsed.start);
    const text = file.text.slice(parsed.start, parsed.end);
    const table = tableOfStatement(parsed);
    const place = placeOf({ file: path, line });
    return {
      file: path,
      line,
      ordinal: index + 1,
      text,
      digest: hash('sha256', text.replaceAll('\r\n', '\n')),
      parsed,
      quoting: file.mode,
      table: table?.name ?? '',
      lenientBy: tellLenient(file, parsed),
      label: table === null ? '' : labelOf(table.schema, table.name, home),
      ...refuseNames(requestOf(parsed, place), unstorableName(file.text, parsed, file.mode), place),
    };
  });
}

function tellLenient({ lenient, lines }: ParsedFile, statement: Statement): string | null {
  const by = lenient.get(statement);
  if (by === undefined) return null;
  const parts = [
    by.sqlMode &&
      `Line ${lines.at(by.sqlMode.start).line} sets a sql_mode that refuses less, but statements run in the server's own.`,
    by.unchecked &&
      `Line ${lines.at(by.unchecked.start).line} turns foreign_key_checks off, but statements run with them.`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/**
 * The statement of `--alter`.
 *
 * @throws GhostshipError `usage` unless it is exactly one
 */
export function singleStatement(file: ParsedFile, home: string | null = null): FileStatement {
  const [first, ...rest] = statementsOf(file, home);
  if (first !== undefined && rest.length === 0) return first;
  throw new GhostshipError(
    'usage',
    `--alter holds ${rest.length === 0 ? 'no statement' : `${rest.length + 1} statements`}.`,
    {
      hint: 'Give one whole statement, such as --alter "ALTER TABLE users ADD COLUMN age INT"; several go into a file.',
    },
  );
}

/** Each once. */
export function filesOf(statements: readonly { readonly file: string | null }[]): string[] {
  return [...new Set(statements.flatMap(({ file }) => (file === null ? [] : [file])))];
}

/** `migrations/1.sql:3`, or how else to name the place. */
export function placeOf({ file, line }: Pick<FileStatement, 'file' | 'line'>): string {
  return file === null ? 'the statement of --alter' : `${file}:${line}`;
}

/** A table as people are told of it. */
export function labelOf(schema: string | null, name: string, home: string | null): string {
  return schema === null || schema === home ? name : `${schema}.${name}`;
}

const unclearHint =
  'Write it as its migration tool expects it, or leave the file out with a !glob in the option files. Nothing was run.';

function refuseUnclear({ path, lines, unterminated, faults: [fault] }: ParsedFile): void {
  const lineOf = ({ start }: Span): number => lines.at(start).line;
  if (unterminated !== null) {
    const line = lineOf(unterminated);
    const message = `The ${unterminated.kind} that starts at ${path}:${line} does not end.`;
    throw new UnclearFile('invalid-statement', line, message, 'Close the quote or comment; nothing was run.');
  }
  if (fault !== undefined) {
    const line = lineOf(fault.at);
    throw new UnclearFile('unreadable-file', line, `${path}:${line}: ${fault.message}`, unclearHint);
  }
}
