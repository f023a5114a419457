import type { Name, Span, TableReference } from '../sql/parser/span.ts';

/** An identifier in a message: a code span, which no backtick in the name can end. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

export function codeOfTable(table: TableReference): string {
  return code(nameOfTable(table));
}

export function codeOfColumn(table: TableReference, column: Name): string {
  return code(`${table.name}.${column.text}`);
}

export function nameOfTable(table: TableReference): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}

/** For a statement that somebody is to write: with the quotes that the file has, which are those that it needs. */
export function asWritten({ text }: { readonly text: string }, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Servers compare the names of columns and indexes without regard to case. */
export function sameName(one: Name, other: Name): boolean {
  return one.text.toLowerCase() === other.text.toLowerCase();
}
