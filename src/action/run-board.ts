import type { RunEvent } from '../commands/migrate/run-event.ts';
import type { FileStatement } from '../commands/statements/file-statement.ts';
import type { EngineEvent } from '../engine/events.ts';
import type { Outcome } from '../engine/outcome.ts';
import { eventLine } from '../report/event-line.ts';
import { migrationText } from '../report/outcome-text.ts';
import { progressLine } from '../report/progress-line.ts';
import { runMarkdown } from '../report/run-markdown.ts';
import { stateWords } from '../report/words.ts';
import type { CheckOutput } from './check-run.ts';

interface Entry {
  readonly statement: FileStatement;
  line: string | null;
  outcome: Outcome | null;
}

/** What is known of a run at any moment. It takes news in at once and is looked at whenever somebody has the time. */
export class RunBoard {
  #entries: Entry[] = [];
  #current: Entry | null = null;
  #table = '';
  readonly #notices: string[] = [];
  readonly #ids: string[] = [];

  observe(event: RunEvent): void {
    switch (event.type) {
      case 'queued':
        this.#entries = event.statements.map((statement) => ({ statement, line: null, outcome: null }));
        return;
      case 'started':
        this.#current = this.#entries.find(({ statement }) => statement === event.statement) ?? null;
        this.#table = event.table;
        this.#ids.push(event.id);
        return;
      case 'engine':
        return this.#advance(event.event);
      case 'finished':
        if (this.#current !== null)
          Object.assign(this.#current, { line: migrationText(event.outcome), outcome: event.outcome });
        return;
      case 'already-applied':
      case 'finding':
      case 'left-out':
      case 'resumed':
      case 'warning':
        this.#notices.push(eventLine(event) ?? '');
        return;
    }
  }

  /** Of the ledger's rows of the statements that were started. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  look(): CheckOutput {
    const running = this.#entries.find(({ outcome, line }) => outcome === null && line !== null);
    const done = this.#entries.filter(({ outcome }) => outcome !== null).length;
    const title = running === undefined ? 'Starting' : `${this.#table}: ${running.line ?? ''}`;
    const count =
      this.#entries.length > 1 ? ` (${Math.min(done + 1, this.#entries.length)} of ${this.#entries.length})` : '';
    return { title: title + count, summary: runMarkdown(this.#entries, this.#notices) };
  }

  #advance(event: EngineEvent): void {
    const entry = this.#current;
    if (event.type === 'progress' && entry !== null) entry.line = progressLine(event.progress);
    else if (event.type === 'state' && entry !== null) entry.line = stateWords[event.state];
    const notice = eventLine({ type: 'engine', event });
    if (notice !== null) this.#notices.push(`${this.#table}: ${notice}`);
  }
}
