import type { RunEvent } from '../commands/migrate/run-event.ts';
import type { FileStatement } from '../commands/statements/file-statement.ts';
import { blockerText } from '../engine/cutover/blockers.ts';
import type { EngineEvent } from '../engine/events.ts';
import type { MigrationState, Outcome } from '../engine/outcome.ts';
import type { Annotation } from './annotation.ts';
import { errorText, migrationText } from './outcome-text.ts';
import { formatDuration, formatNumberOf } from './quantity.ts';

/** A lock that others hold for hours is tried for again and again. More attempts tell nothing new. */
const maxAttempts = 20;

/** What happened to each statement of a file, as remarks on its line. Each is told once. */
export class Milestones {
  readonly #annotations: Annotation[] = [];
  readonly #told = new Set<string>();
  #statements: readonly FileStatement[] = [];
  #current: FileStatement | null = null;
  #state: MigrationState = 'queued';

  observe(event: RunEvent): void {
    if (event.type === 'queued') this.#statements = event.statements;
    else if (event.type === 'started') this.#start(event.statement, event.number, event.total);
    else if (event.type === 'engine') this.#engine(event.event);
    else if (event.type === 'finished') this.#end(event.outcome);
  }

  /** In the order in which they happened; it only grows. */
  get annotations(): readonly Annotation[] {
    return this.#annotations;
  }

  #start(statement: Pick<FileStatement, 'file' | 'text'>, number: number, total: number): void {
    this.#current = this.#statements.find((one) => one === statement) ?? null;
    this.#state = 'queued';
    this.#tell('Started', total > 1 ? `Statement ${number} of ${total}.` : 'It is being carried out.');
  }

  #engine(event: EngineEvent): void {
    switch (event.type) {
      case 'state':
        return this.#enter(event.state);
      case 'resumed':
        return this.#tell('Goes on', whatIsKept(event.rows));
      case 'cutover-attempt':
        if (event.failure === null || event.attempt > maxAttempts) return;
        return this.#tell(
          `Cutover attempt ${event.attempt} was undone`,
          [event.failure, ...event.blockers.map((blocker) => `Blocked by ${blockerText(blocker)}`)].join('\n'),
          'warning',
        );
      case 'progress':
      case 'definition':
      case 'notice':
      case 'swapped':
      case 'way-back':
    }
  }

  #enter(state: MigrationState): void {
    const left = this.#state;
    this.#state = state;
    if (left === 'copying' && goesOn(state))
      this.#tell('Copied', 'All rows are copied, and changes of others go on being carried over.');
    if (left === 'verifying' && goesOn(state)) this.#tell('Verified', 'Original and copy are the same, row by row.');
    if (state === 'waiting_for_cutover')
      this.#tell('Waits for its cutover', 'A person says when the tables are swapped.');
  }

  #end(outcome: Outcome): void {
    const { state, error, table, tableState, durationMs } = outcome;
    if (error !== null) return this.#tell('Failed', errorText(error, { table, state: tableState }), 'failure');
    if (state === 'completed') return this.#tell('Shipped', migrationText(outcome));
    if (state === 'yielded') this.#tell('To be continued', `The run has ended after ${formatDuration(durationMs)}.`);
  }

  #tell(title: string, message: string, level: Annotation['level'] = 'notice'): void {
    const { file, line, ordinal } = this.#current ?? { file: null, line: 0, ordinal: 0 };
    const key = `${file}\n${ordinal}\n${title}`;
    if (file === null || this.#told.has(key)) return;
    this.#told.add(key);
    this.#annotations.push({ path: file, startLine: line, endLine: line, columns: null, level, title, message });
  }
}

function goesOn(state: MigrationState): boolean {
  return ['catching_up', 'verifying', 'waiting_for_cutover', 'cutting_over', 'completed'].includes(state);
}

function whatIsKept(rows: number | null): string {
  if (rows === null) return 'What another run has brought over is kept.';
  return `What another run has copied is kept: ${formatNumberOf(rows, 'row')}.`;
}
