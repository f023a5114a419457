import { parseStatement } from '../parse-statement.ts';
import { type Quoting, usualQuoting } from '../quoting.ts';
import type { Span } from '../span.ts';
import { type SplitFile, splitFile } from '../split-file.ts';
import { judgeName } from './down-file.ts';
import { findMarkers } from './find-markers.ts';
import type { Marker, Tool } from './marker.ts';

/** A file of statements as it is to be applied: without what would undo it again. */
export interface Script extends SplitFile {
  /** With blanks in place of what is left out and of the markers, so that every offset is one of the file. */
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
  /** What cannot be told; nothing of the file may be run then. */
  readonly faults: readonly ScriptFault[];
}

/** Statements that are not run, or, as `order` says, not where their tool would run them. */
export interface LeftOut extends Span {
  /** As in "left out: …"; of `idle` ones, which change nothing, what they are. */
  readonly why: string;
  readonly kind: 'file' | 'part' | 'idle' | 'order';
}

export interface ScriptFault {
  readonly at: Span;
  /** A sentence. */
  readonly message: string;
}

/**
 * Reads the file that a migration tool may have been written for: golang-migrate, Flyway and others by the name, goose,
 * sql-migrate, micrate, dbmate, Rambler, MyBatis, Liquibase and Drizzle by markers, and headings of people.
 *
 * @param path of the file, with `/` between its parts
 * @param quoting of the sessions it is written for
 */
export function readScript(path: string, text: string, quoting: Quoting = usualQuoting): Script {
  const verdict = judgeName(path);
  if (verdict?.kind === 'not-run') return leaveOutAll(text, verdict.convention, quoting);
  const markers = withoutVainHeadings(findMarkers(text, quoting));
  const parts = new Parts(text, markers, quoting);
  const script = parts.script();
  if (verdict === null || script.statements.length === 0) return script;
  const message = 'The name looks like that of a file which undoes another one.';
  return { ...script, faults: [{ at: { start: 0, end: 0 }, message }, ...script.faults] };
}

function leaveOutAll(text: string, convention: string, quoting: Quoting): Script {
  const { statements } = splitFile(text, quoting);
  const whole = { start: 0, end: text.length };
  return {
    text: blank(text, [whole]),
    statements: [],
    comments: [],
    unterminated: null,
    brokenName: null,
    leftOut: statements.length === 0 ? [] : [{ ...whole, why: convention, kind: 'file' }],
    faults: [],
  };
}

/** In the file of a tool a heading is a comment. */
function withoutVainHeadings(markers: readonly Marker[]): readonly Marker[] {
  const hasTool = markers.some(({ tool, role }) => tool !== 'heading' && !['note', 'undo', 'break'].includes(role));
  return hasTool ? markers.filter(({ tool }) => tool !== 'heading') : markers;
}

/** Tools that run nothing before the first marker. */
const strictTools: readonly Tool[] = ['goose', 'sql-migrate', 'micrate', 'dbmate', 'rambler', 'Liquibase'];

/** Tools where a part that undoes may be followed by one that does not. */
const togglingTools: readonly Tool[] = ['sql-migrate', 'Liquibase', 'heading'];

/** Walks from marker to marker. */
class Parts {
  readonly #text: string;
  readonly #masked: string;
  readonly #markers: readonly Marker[];
  readonly #quoting: Quoting;
  readonly #statements: Span[] = [];
  readonly #comments: Span[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #faults: ScriptFault[] = [];
  #unterminated: SplitFile['unterminated'] = null;
  #brokenName: Span | null = null;
  /** Of what is left out, so that it is masked. */
  readonly #downs: Span[] = [];
  #tool: Tool | null = null;
  #direction: 'up' | 'down' = 'up';
  #opening: Marker | null = null;
  #downBy: Marker | null = null;
  #start = 0;

  constructor(text: string, markers: readonly Marker[], quoting: Quoting) {
    this.#text = text;
    this.#quoting = quoting;
    this.#markers = markers;
    this.#masked = withEnds(blank(text, markers), markers);
  }

  script(): Script {
    for (const [index, marker] of this.#markers.entries()) this.#obey(marker, this.#markers[index + 1]);
    if (this.#opening !== null) this.#fault(this.#opening, 'has no end');
    this.#close(this.#text.length, null, false);
    return {
      text: blank(this.#masked, this.#downs),
      statements: this.#statements,
      comments: this.#comments,
      unterminated: this.#unterminated,
      brokenName: this.#brokenName,
      leftOut: this.#leftOut,
      faults: this.#faults.toSorted((one, other) => one.at.start - other.at.start),
    };
  }

  #obey(marker: Marker, next: Marker | undefined): void {
    switch (marker.role) {
      case 'note':
      case 'break':
        return;
      case 'unclear':
        return this.#obeyUnclear(marker, marker.problem, next);
      case 'undo':
        return this.#direction === 'up' ? this.#leaveOutLine(marker) : undefined;
      case 'begin':
      case 'end':
        if (this.#tool === null) this.#fault(marker, 'stands before the part it belongs to');
        this.#claim(marker);
        return this.#direction === 'up' ? this.#block(marker) : undefined;
      case 'up':
      case 'down':
        // What is not undone needs no heading.
        if (marker.tool === 'heading' && marker.role === 'up' && this.#direction === 'up') return;
        return this.#turn(marker, marker.role);
    }
  }

  /** Lines that follow each other are told as one. */
  #leaveOutLine(marker: Marker): void {
    const last = this.#leftOut.at(-1);
    if (last !== undefined && this.#masked.slice(last.end, marker.start).trim() === '') {
      this.#leftOut.pop();
      this.#leftOut.push({ ...last, end: marker.end });
    } else this.#leftOut.push({ start: marker.start, end: marker.end, why: this.#quote(marker), kind: 'part' });
  }

  /** A comment that is perhaps a heading matters only where code stands under it. */
  #obeyUnclear(marker: Marker, problem: string, next: Marker | undefined): void {
    if (marker.tool !== 'heading') return this.#fault(marker, problem);
    const under = { start: marker.end, end: next?.start ?? this.#text.length };
    if (this.#direction === 'up' && this.#split(under).statements.length > 0) this.#fault(marker, problem);
  }

  #turn(marker: Marker, direction: 'up' | 'down'): void {
    const isFirst = this.#tool === null;
    this.#claim(marker);
    if (this.#opening !== null) this.#fault(this.#opening, 'has no end');
    this.#opening = null;
    if (direction === 'up' && this.#direction === 'down' && !togglingTools.includes(marker.tool))
      this.#fault(marker, 'follows the part that undoes it');
    this.#close(marker.start, marker, isFirst);
    this.#direction = direction;
    this.#downBy = direction === 'down' ? marker : null;
    this.#start = marker.end;
  }

  #block(marker: Marker): void {
    if (marker.role === 'begin') {
      if (this.#opening !== null) return this.#fault(marker, 'stands within another one');
      this.#close(marker.start, marker, false);
      this.#opening = marker;
    } else {
      if (this.#opening === null) return this.#fault(marker, 'has no beginning');
      this.#closeBlock(marker.start, this.#opening);
      this.#opening = null;
    }
    this.#start = marker.end;
  }

  /** A file is written for one tool. */
  #claim(marker: Marker): void {
    this.#tool ??= marker.tool;
    if (this.#tool !== marker.tool)
      this.#fault(marker, `is of ${marker.tool}, and others in this file are of ${this.#tool}`);
  }

  /** @param by the marker that ends the part, `null` for the end of the file */
  #close(end: number, by: Marker | null, isFirst: boolean): void {
    const span = { start: this.#start, end };
    const part = this.#split(span);
    const last = part.statements.at(-1);
    if (this.#direction === 'down') {
      this.#downs.push(span);
      if (this.#downBy !== null && last !== undefined)
        this.#leftOut.push({
          start: this.#downBy.start,
          end: last.end,
          why: this.#quote(this.#downBy),
          kind: 'part',
        });
      if (part.unterminated !== null) this.#unterminated ??= part.unterminated;
      return;
    }
    const [early] = part.statements;
    if (by !== null && isFirst && early !== undefined && strictTools.includes(by.tool)) {
      const message = `This stands before ${this.#quote(by)}, the first marker: ${by.tool} would not run it.`;
      this.#faults.push({ at: early, message });
    }
    if (by?.tool === 'heading' && last !== undefined && this.#isOpen(last, part, end))
      this.#fault(by, 'stands within a statement, or the statement before it has no end');
    this.#take(part);
  }

  /** What a tool would send in one piece. */
  #closeBlock(end: number, begin: Marker): void {
    const part = this.#split({ start: this.#start, end });
    const [first] = part.statements;
    const last = part.statements.at(-1);
    if (first === undefined || last === undefined) return;
    const isSeveral = first !== last && parseStatement(this.#masked, first, null, this.#quoting).kind !== 'other';
    if (isSeveral) this.#fault(begin, 'holds several statements');
    this.#take({ ...part, statements: [{ start: first.start, end: last.end }] });
  }

  #take({ statements, comments, unterminated, brokenName }: SplitFile): void {
    for (const statement of statements) this.#statements.push(statement);
    for (const comment of comments) this.#comments.push(comment);
    this.#unterminated ??= unterminated;
    this.#brokenName ??= brokenName;
  }

  #split({ start, end }: Span): SplitFile {
    const { statements, comments, unterminated, brokenName } = splitFile(this.#masked.slice(start, end), this.#quoting);
    const moved = <Kind extends Span>(span: Kind): Kind => ({
      ...span,
      start: span.start + start,
      end: span.end + start,
    });
    return {
      statements: statements.map(moved),
      comments: comments.map(moved),
      unterminated: unterminated === null ? null : moved(unterminated),
      brokenName: brokenName === null ? null : moved(brokenName),
    };
  }

  /** Whether nothing has ended the last statement of a part. */
  #isOpen({ end: from }: Span, { comments }: SplitFile, end: number): boolean {
    const behind = comments
      .filter(({ start }) => start >= from)
      .map(({ start, end }) => ({ start: start - from, end: end - from }));
    return blank(this.#masked.slice(from, end), behind).trim() === '';
  }

  #fault(marker: Marker, problem: string): void {
    this.#faults.push({
      at: { start: marker.start, end: marker.end },
      message: `The marker ${this.#quote(marker)} ${problem}.`,
    });
  }

  #quote({ start, end }: Span): string {
    const line = this.#text.slice(start, end).split('\n', 1)[0]?.trim() ?? '';
    return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
  }
}

/** A statement that a tool ends in its own way needs no delimiter. */
function withEnds(blanked: string, markers: readonly Marker[]): string {
  let ended = '';
  let from = 0;
  for (const { start } of markers.filter(({ role }) => role === 'break')) {
    ended += `${blanked.slice(from, start)};`;
    from = start + 1;
  }
  return ended + blanked.slice(from);
}

/** The text with blanks in place of the spans; line breaks stay. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let blanked = '';
  let from = 0;
  for (const { start, end } of spans) {
    blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}
