import { createHash } from 'node:crypto';
import { LineIndex } from '../sql/line-index.ts';
import { readStatement } from '../sql/read-statement.ts';
import { splitFile } from '../sql/split-file.ts';
import type { Statement } from '../sql/statement.ts';
import { tableOfStatement } from '../sql/table-of.ts';
import { GhostshipError } from '../support/errors.ts';
import type { SqlFile } from './sql-file.ts';

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

/** @throws GhostshipError `invalid-statement` for a quote or comment that does not end */
export function statementsOf(file: SqlFile): FileStatement[] {
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

function readText(file: string | null, text: string): FileStatement[] {
  const { statements, unterminated } = splitFile(text);
  const lines = new LineIndex(text);
  if (unterminated !== null) {
    const place = `${file ?? '--alter'}:${lines.at(unterminated.start).line}`;
    throw new GhostshipError('invalid-statement', `The ${unterminated.kind} that starts at ${place} does not end.`, {
      hint: 'Close the quote or comment; nothing was run.',
    });
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
