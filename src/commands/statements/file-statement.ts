import { createHash } from 'node:crypto';
import { LineIndex } from '../../sql/parser/line-index.ts';
import { readStatement } from '../../sql/parser/read-statement.ts';
import { readScript } from '../../sql/parser/script/read-script.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { tableOfStatement } from '../../sql/parser/table-of.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import type { ReadableFile } from './sql-file.ts';

/** One statement to carry out, and where it comes from. */
export interface FileStatement {
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
}

/** Why the statements of a file are not known, and where. */
export class UnclearFile extends GhostshipError {
  /** From 1. */
  readonly line: number;

  constructor(code: ErrorCode, line: number, message: string, hint: string) {
    super(code, message, { hint });
    this.line = line;
  }
}

/**
 * What undoes other statements is left out.
 *
 * @throws UnclearFile `invalid-statement` for a quote or comment that does not end, `unreadable-file` for what cannot be told
 */
export function statementsOf(file: ReadableFile): FileStatement[] {
  return readText(file.path, file.text);
}

/**
 * The statement of `--alter`.
 *
 * @throws GhostshipError `usage` unless it is exactly one
 */
export function singleStatement(text: string): FileStatement {
  const [first, ...rest] = readText(null, text);
  if (first !== undefined && rest.length === 0) return first;
  throw new GhostshipError(
    'usage',
    `--alter holds ${rest.length === 0 ? 'no statement' : `${rest.length + 1} statements`}.`,
    {
      hint: 'Give one whole statement, such as --alter "ALTER TABLE users ADD COLUMN age INT"; several go into a file.',
    },
  );
}

/** `migrations/1.sql:3`, or how else to name the place. */
export function placeOf(statement: FileStatement): string {
  return statement.file === null ? 'the statement of --alter' : `${statement.file}:${statement.line}`;
}

/** The table a statement is about; empty where it is about none. */
export function tableOf({ parsed }: FileStatement): string {
  return tableOfStatement(parsed)?.name ?? '';
}

const unclearHint =
  'Write it as the tool reads it that it is meant for, or leave the file out with a !glob in the option files. Nothing was run.';

function readText(file: string | null, content: string): FileStatement[] {
  const { text, statements, unterminated, faults } = readScript(file ?? '', content);
  const lines = new LineIndex(text);
  if (unterminated !== null) {
    const { line } = lines.at(unterminated.start);
    const message = `The ${unterminated.kind} that starts at ${file ?? '--alter'}:${line} does not end.`;
    throw new UnclearFile('invalid-statement', line, message, 'Close the quote or comment; nothing was run.');
  }
  const [fault] = faults;
  if (fault !== undefined) {
    const { line } = lines.at(fault.at.start);
    const message = `${file ?? '--alter'}:${line}: ${fault.message}`;
    throw new UnclearFile('unreadable-file', line, message, unclearHint);
  }
  return statements.map((span, index) => {
    const statement = text.slice(span.start, span.end);
    return {
      file,
      line: lines.at(span.start).line,
      ordinal: index + 1,
      text: statement,
      digest: createHash('sha256').update(statement.replaceAll('\r\n', '\n')).digest('hex'),
      parsed: readStatement(text, span),
    };
  });
}
