import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

/** What the program advises, as the source has it. */
export interface Hint {
  readonly file: string;
  /** Without what is filled in: the pieces between. */
  readonly pieces: readonly string[];
  readonly text: string;
}

const root = resolve(import.meta.dirname, '../..');

/** Functions whose last argument is a hint. */
const takers = /\b(?:refusal|unsupported|unreadable|unknownTable)\(/gu;
const properties = /\b(?:hint: (?!string\b)|const (?:hint|\w+Hint) = )/gu;

/** Every hint that the source writes down. */
export function readHints(): Hint[] {
  return globSync('src/**/*.ts', { cwd: root, ignore: '**/*.test.ts' })
    .sort()
    .flatMap((file) => hintsOf(file, readFileSync(join(root, file), 'utf8')));
}

function hintsOf(file: string, source: string): Hint[] {
  const values = [
    ...[...source.matchAll(properties)].map((found) => expressionAt(source, found.index + found[0].length).at(0) ?? ''),
    ...[...source.matchAll(takers)].map((found) => expressionAt(source, found.index + found[0].length).at(-1) ?? ''),
  ];
  const texts = values.flatMap((value) => [...literalsOf(value), ...namedBy(value, source)]);
  return [...new Set(texts)]
    .filter((text) => /^\p{Lu}|^`/u.test(text) && text.includes(' '))
    .map((text) => ({
      file,
      text,
      pieces: text
        .split(hole)
        .map(trimmed)
        .filter((piece) => piece.length > 9),
    }));
}

/** A constant of the same file. */
function namedBy(value: string, source: string): string[] {
  const names = value.replace(literal, '').match(/\b[a-z]\w+\b/gu) ?? [];
  return names.flatMap((name) => {
    const start = new RegExp(`^(?:export )?const ${name} =`, 'mu').exec(source);
    if (start === null) return [];
    return literalsOf(expressionAt(source, start.index + start[0].length).at(0) ?? '');
  });
}

/** The expressions from here to the end of the list they stand in. */
function expressionAt(source: string, start: number): string[] {
  const expressions: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quotes.includes(sign)) at = endOfLiteral(source, at) - 1;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign) && --depth < 0) return [...expressions, source.slice(from, at)].filter(isSaid);
    else if (sign === ';' && depth === 0) return [...expressions, source.slice(from, at)].filter(isSaid);
    else if (sign === ',' && depth === 0) {
      expressions.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return expressions;
}

const quotes = ['"', "'", '`'];
const isSaid = (expression: string): boolean => expression.trim() !== '';

function endOfLiteral(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== source[start]) at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

const literal = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;
const hole = '\0';

function literalsOf(expression: string): string[] {
  return (expression.match(literal) ?? []).map((quoted) =>
    quoted
      .slice(1, -1)
      .replace(/\$\{[^}]*\}/gu, hole)
      .replace(/\\(.)/gu, '$1'),
  );
}

export function trimmed(text: string): string {
  return text.replace(/^[\s.,:;]+|[\s.,:;]+$/gu, '');
}
