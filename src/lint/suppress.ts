import type { ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';
import type { Suppression } from './suppression.ts';

/** The first suppression of the rule that covers this place, or null. */
export function suppressionOf(
  rule: string,
  at: Span,
  file: ParsedFile,
  suppressions: readonly Suppression[],
): Suppression | null {
  return suppressions.find((suppression) => suppression.rules.includes(rule) && covers(suppression, at, file)) ?? null;
}

function covers({ scope }: Suppression, at: Span, file: ParsedFile): boolean {
  switch (scope.kind) {
    case 'file':
      return true;
    case 'statement':
      return scope.start <= at.start && at.end <= scope.end;
    case 'lines': {
      const { start, end } = clauseAround(at, file);
      return file.lines.at(start).line <= scope.last && scope.first <= file.lines.at(end - 1).line;
    }
    case 'nothing':
      return false;
  }
}

/** A problem may point at a part of a clause, while the comment stands at the clause's last line. */
function clauseAround(at: Span, file: ParsedFile): Span {
  for (const statement of file.statements) {
    if (statement.kind !== 'alter-table' && statement.kind !== 'create-table') continue;
    const clauses = statement.kind === 'alter-table' ? statement.clauses : statement.elements;
    const around = clauses.find((clause) => clause.start <= at.start && at.end <= clause.end);
    if (around !== undefined) return around;
  }
  return at;
}
