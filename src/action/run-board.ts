import type { RunEvent } from '../commands/migrate/run-event.ts';
import type { FileStatement } from '../commands/statements/file-statement.ts';
import type { EngineEvent, Progress } from '../engine/events.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { Annotation } from '../report/annotation.ts';
import { eventLine } from '../report/event-line.ts';
import { Milestones } from '../report/milestones.ts';
import { migrationText } from '../report/outcome-text.ts';
import { progressLine } from '../report/progress-line.ts';
import { runMarkdown } from '../report/run-markdown.ts';
import { stateWords } from '../report/words.ts';
import { commandWord } from '../support/command-words.ts';
import type { CheckOutput } from './check-run.ts';

interface Entry {
  readonly statement: Pick<FileStatement, 'file' | 'text'>;
  line: string | null;
  outcome: Outcome | null;
}

/** What is known of a run at any moment. It takes news in at once and is looked at whenever somebody has the time. */
export class RunBoard {
  #entries: Entry[] = [];
  #current: Entry | null = null;
  #table = '';
  #progress: Progress | null = null;
  readonly #milestones = new Milestones();
  readonly #notices: string[] = [];
  readonly #ids: string[] = [];
  readonly #doing: 'Migrating' | 'Reverting';

  constructor(doing: 'Migrating' | 'Reverting' = 'Migrating') {
    this.#doing = doing;
  }

  observe(event: RunEvent): void {
    this.#milestones.observe(event);
    switch (event.type) {
      case 'queued':
        this.#entries = event.statements.map((statement) => ({ statement, line: null, outcome: null }));
        return;
      case 'started':
        this.#current =
          this.#entries.find(({ statement }) => statement === event.statement) ?? this.#add(event.statement);
        this.#table = event.table;
        this.#progress = null;
        this.#ids.push(event.id);
        return;
      case 'engine':
        return this.#advance(event.event);
      case 'finished':
        this.#progress = null;
        if (this.#current !== null)
          Object.assign(this.#current, { line: migrationText(event.outcome), outcome: event.outcome });
        return;
      case 'already-applied':
      case 'finding':
      case 'left-out':
      case 'not-due':
      case 'resumed':
      case 'warning':
      case 'not-compared':
        this.#notices.push(eventLine(event) ?? '');
        return;
    }
  }

  /** Of the ledger's rows of the statements that were started. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** What happened so far, on the lines of the statements; it only grows. */
  get milestones(): readonly Annotation[] {
    return this.#milestones.annotations;
  }

  look(): CheckOutput {
    const running = this.#entries.find(({ outcome, line }) => outcome === null && line !== null);
    const done = this.#entries.filter(({ outcome }) => outcome !== null).length;
    const order =
      this.#progress?.state === 'waiting_for_cutover' ? ` · say /ghostship cutover ${commandWord(this.#table)}` : '';
    const starting = this.#doing === 'Reverting' ? 'Reverting' : 'Starting';
    const doing = this.#doing === 'Reverting' ? 'Reverting ' : '';
    const title = running === undefined ? starting : `${doing}${this.#table}: ${running.line ?? ''}${order}`;
    const count =
      this.#entries.length > 1 ? ` (${Math.min(done + 1, this.#entries.length)} of ${this.#entries.length})` : '';
    return { title: title + count, summary: runMarkdown(this.#entries, this.#notices, this.#progress) };
  }

  /** A revert is one statement, and waits in no queue. */
  #add(statement: Entry['statement']): Entry {
    const entry = { statement, line: null, outcome: null };
    this.#entries.push(entry);
    return entry;
  }

  #advance(event: EngineEvent): void {
    const entry = this.#current;
    if (event.type === 'progress') this.#progress = event.progress;
    if (event.type === 'progress' && entry !== null) entry.line = progressLine(event.progress);
    else if (event.type === 'state' && entry !== null) entry.line = stateWords[event.state];
    const notice = eventLine({ type: 'engine', event });
    if (notice !== null) this.#notices.push(`${this.#table}: ${notice}`);
  }
}
