import { ordinalAt, type ParsedFile } from '../sql/parser/script/parsed-file.ts';
import type { Span } from '../sql/parser/span.ts';
import { firstWhere } from './first-where.ts';
import type { Suppression } from './suppression.ts';

/** The suppressions of a file, found by the rule and the place they are about. */
export class Suppressions {
  readonly all: readonly Suppression[];
  readonly #file: ParsedFile;
  /** By rule: for the whole file, by the start of their statement, and by each line. The first of a place comes first. */
  readonly #ofFile = new Map<string, Suppression>();
  readonly #ofStatement = new Map<string, Suppression>();
  readonly #ofLine = new Map<string, Suppression>();
  readonly #ofClause = new Map<string, Suppression | null>();
  readonly #rankOf = new Map<Suppression, number>();

  /** @param rules that there are; a comment may name as many others as it likes */
  constructor(file: ParsedFile, all: readonly Suppression[], rules: readonly string[]) {
    this.#file = file;
    this.all = all;
    for (const [rank, suppression] of all.entries()) {
      this.#rankOf.set(suppression, rank);
      const named = new Set(suppression.rules);
      for (const rule of rules) if (named.has(rule)) this.#keep(rule, suppression);
    }
  }

  /** The first suppression of the rule that covers this place, or null. */
  of(rule: string, at: Span): Suppression | null {
    const ordinal = ordinalAt(this.#file, at);
    const statement = ordinal === null ? undefined : this.#file.statements[ordinal - 1];
    return this.#first([
      this.#ofFile.get(rule),
      statement && this.#ofStatement.get(keyOf(rule, statement.start)),
      this.#ofLine.size === 0 ? undefined : this.#onLines(rule, this.#clauseAround(at)),
    ]);
  }

  /** A clause may have many problems and many lines. */
  #onLines(rule: string, { start, end }: Span): Suppression | undefined {
    const key = `${keyOf(rule, start)} ${end}`;
    const known = this.#ofClause.get(key);
    if (known !== undefined) return known ?? undefined;
    const last = this.#file.lines.at(end - 1).line;
    const found: (Suppression | undefined)[] = [];
    for (let line = this.#file.lines.at(start).line; line <= last; line++)
      found.push(this.#ofLine.get(keyOf(rule, line)));
    const first = this.#first(found);
    this.#ofClause.set(key, first);
    return first ?? undefined;
  }

  #first(found: readonly (Suppression | undefined)[]): Suppression | null {
    const rank = (one: Suppression): number => this.#rankOf.get(one) ?? 0;
    const [first = null] = found.filter((one) => one !== undefined).toSorted((one, other) => rank(one) - rank(other));
    return first;
  }

  #keep(rule: string, suppression: Suppression): void {
    const { scope } = suppression;
    const put = (places: Map<string, Suppression>, key: string): unknown =>
      places.has(key) ? null : places.set(key, suppression);
    if (scope.kind === 'file') put(this.#ofFile, rule);
    if (scope.kind === 'statement') put(this.#ofStatement, keyOf(rule, scope.start));
    if (scope.kind !== 'lines') return;
    for (let line = scope.first; line <= scope.last; line++) put(this.#ofLine, keyOf(rule, line));
  }

  /** A problem may point at a part of a clause, while the comment stands at the clause's last line. */
  #clauseAround(at: Span): Span {
    const ordinal = ordinalAt(this.#file, at);
    const statement = ordinal === null ? undefined : this.#file.statements[ordinal - 1];
    if (statement?.kind !== 'alter-table' && statement?.kind !== 'create-table') return at;
    const clauses = statement.kind === 'alter-table' ? statement.clauses : statement.elements;
    const clause = firstWhere(clauses, ({ end }) => end >= at.end);
    return clause !== undefined && clause.start <= at.start ? clause : at;
  }
}

function keyOf(rule: string, place: number): string {
  return `${rule} ${place}`;
}
