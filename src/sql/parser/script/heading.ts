import { type Meaning, unclear } from './marker.ts';

/**
 * A comment that a person has put as a heading over a part of the file, in whatever style: `-- rollback`, `# --- !Downs`,
 * `-- Down Migration`. A sentence that begins with such a word is a sentence. `null` for any other line.
 */
export function readHeading(line: string): Meaning | null {
  const comment = /^(?:--(?=[\s-]|$)|#|\/\*)(.*)$/su.exec(line)?.[1];
  if (comment === undefined) return null;
  const content = comment.replace(/\*\/\s*$/u, '').replace(/^[-#*=\s@![\]<>()]+/u, '');
  if (!mayBegin.test(content)) return null;
  const words = content.replace(/(?<![-#*=\s@![\]<>():])[-#*=\s@![\]<>():]+$/u, '').toLowerCase();
  if (down.test(words)) return { tool: 'heading', role: 'down' };
  if (up.test(words)) return { tool: 'heading', role: 'up' };
  const rest = downWithMore.exec(content)?.[1];
  if (rest === undefined || sqlVerb.test(rest)) return null;
  return unclear('heading', 'may be the heading of a part that undoes the others, or not');
}

/** Everything else need not be looked at to its end. */
const mayBegin = /^(?:downs?|undo|rollback|revert|ups?|forward|migrate)\b/iu;
const part = String.raw`(?:\s+(?:migrations?|script|section|part|sql|statements?))?`;
const down = new RegExp(`^(?:downs?|undo|rollback|revert)${part}$`, 'u');
const up = new RegExp(`^(?:ups?|forward|migrate)${part}$`, 'u');
const downWithMore = /^(?:down|undo|rollback|revert)\s*[:–—-]\s*(\S.*)$/isu;
/** Then the comment is the whole of it: `-- rollback: ALTER TABLE t DROP a;` */
const sqlVerb = /^(?:alter|create|drop|rename|insert|update|delete|truncate|set|none|n\/a|not)\b/iu;
