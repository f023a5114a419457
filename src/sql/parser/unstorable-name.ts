import type { ReadingMode } from './reading-mode.ts';
import type { Span } from './span.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * The first name in the span that no server can hold: names have up to three bytes for a character. MariaDB refuses such a name,
 * and MySQL puts `?` in place of the character without a word.
 */
export function unstorableName(text: string, span: Span, mode: ReadingMode): Token | null {
  if (!beyond.test(text.slice(span.start, span.end))) return null;
  const isName = ({ kind }: Token): boolean => kind === 'identifier' || kind === 'word';
  return tokenize(text, span, null, mode).find((token) => isName(token) && beyond.test(token.text)) ?? null;
}

/** What MySQL makes of the name. */
export function storedName(name: string): string {
  return name.replaceAll(beyondAll, '?');
}

export function isStorable(name: string): boolean {
  return !beyond.test(name);
}

const beyond = /[\u{10000}-\u{10FFFF}]/u;
const beyondAll = /[\u{10000}-\u{10FFFF}]/gu;
