import type { Span } from '../span.ts';
import type { Statement } from '../statement.ts';
import { codeOf, type Token } from '../tokens.ts';
import { isLiquibaseHead } from './liquibase.ts';

/** What a migration tool would put a value in place of, before the server sees it. */
export interface Placeholders {
  readonly tool: string;
  readonly pattern: RegExp;
}

const dollar = /\$\{[^{}]*\}/u;

/**
 * Each as its manual tells it: Flyway, "Placeholders"; Liquibase, "Changelog parameters"; MyBatis Migrations, "Variables"; tern,
 * "Template Migrations".
 */
export function placeholdersOf(path: string, text: string): Placeholders | null {
  if (/(?:^|\/)(?:V\d[\d._]*|R)__[^/]*$/u.test(path)) return { tool: 'Flyway', pattern: dollar };
  const lines = text.match(/^[ \t\uFEFF]*--.*$/gmu)?.map((line) => line.replace(/^[ \t\uFEFF]+/u, '')) ?? [];
  if (lines.some(isLiquibaseHead)) return { tool: 'Liquibase', pattern: dollar };
  if (lines.some((line) => /^--(?:\s*\/\/)?\s*@undo\b/iu.test(line))) return { tool: 'MyBatis', pattern: dollar };
  if (lines.some((line) => /^-{4}\s*create above\s*\/\s*drop below/iu.test(line)))
    return { tool: 'tern', pattern: /\{\{[^{}]*\}\}/u };
  return null;
}

/** A statement with a placeholder cannot be run as it is written; in a comment it does no harm. */
export function refusePlaceholder(
  statement: Statement,
  text: string,
  { tool, pattern }: Placeholders,
  tokensOf: (span: Span) => readonly Token[],
): Statement {
  if (statement.kind === 'other' && !['SET', 'USE'].includes(statement.verb)) return statement;
  if (!pattern.test(text.slice(statement.start, statement.end))) return statement;
  const placeholder = pattern.exec(codeOf(text, tokensOf(statement)))?.[0];
  if (placeholder === undefined) return statement;
  const { kind, start, end } = statement;
  const why = `${tool} puts a value in place of ${placeholder}, and here it would stay as it is written.`;
  const verb = 'verb' in statement ? statement.verb : kind.replaceAll('-', ' ').toUpperCase();
  return { kind: 'other', verb, why, start, end };
}
