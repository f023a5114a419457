import { lexemeAt } from '../lexeme.ts';
import { type Quoting, usualQuoting } from '../quoting.ts';
import type { Span } from '../span.ts';
import { isLiquibaseHead, readLiquibaseComment } from './liquibase.ts';
import type { Marker } from './marker.ts';
import { readMarker } from './read-marker.ts';

/**
 * The markers of a file: lines of their own, outside of quotes and of other comments. A line that is a marker is read to
 * its end as one, whatever quotes it has. Drizzle's may follow a statement on its line.
 */
export function findMarkers(text: string, quoting: Quoting): Marker[] {
  const markers: Marker[] = [];
  let isLineStart = true;
  let isLiquibase = false;
  let insideExecutable = false;
  for (let at = 0; at < text.length; ) {
    const line = isLineStart && startsComment(text, at) ? lineAt(text, at) : null;
    if (line !== null) isLiquibase ||= isLiquibaseHead(line);
    const marker = breakpointAt(text, at) ?? (line === null ? null : markerAt(text, at, line, isLiquibase));
    if (marker !== null) {
      markers.push(marker);
      at = marker.end;
      isLineStart = false;
      continue;
    }
    const { kind, start, end } = lexemeAt(text, at, insideExecutable, quoting);
    if (kind === 'executable-open') insideExecutable = true;
    if (kind === 'executable-close') insideExecutable = false;
    if (kind !== 'space') isLineStart = false;
    else if (start === 0 || text.slice(start, end).includes('\n')) isLineStart = true;
    at = end;
  }
  return markers;
}

/** `--> statement-breakpoint`, up to the end of the line. No server takes these three characters for code or for a comment. */
function breakpointAt(text: string, at: number): Marker | null {
  breakpoint.lastIndex = at;
  return breakpoint.test(text) ? { tool: 'Drizzle', role: 'break', start: at, end: breakpoint.lastIndex } : null;
}

const breakpoint = /-->[ \t]*statement-breakpoint[ \t]*(?=[\r\n]|$)/y;

function startsComment(text: string, at: number): boolean {
  return text.startsWith('--', at) || text.startsWith('/*', at) || text[at] === '#';
}

function markerAt(text: string, at: number, line: string, isLiquibase: boolean): Marker | null {
  const comment = text.startsWith('/*', at) ? blockAt(text, at) : { start: at, end: at + line.length };
  if (comment === null) return null;
  const content = text.slice(comment.start, comment.end);
  const meaning = content.startsWith('/*')
    ? (readLiquibaseComment(content) ?? (content === line ? readMarker(content, false) : null))
    : readMarker(content, isLiquibase);
  return meaning === null ? null : { ...meaning, ...comment };
}

function blockAt(text: string, at: number): Span | null {
  const { kind, end, closed } = lexemeAt(text, at, false, usualQuoting);
  return kind === 'comment' && closed ? { start: at, end } : null;
}

/** Without blanks at its end. */
function lineAt(text: string, at: number): string {
  const newline = text.indexOf('\n', at);
  return text.slice(at, newline === -1 ? text.length : newline).trimEnd();
}
