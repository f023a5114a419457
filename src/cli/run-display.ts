import type { RunEvent } from '../commands/run-event.ts';
import type { EngineEvent } from '../engine/events.ts';
import { clip } from '../report/clip.ts';
import { migrationText } from '../report/outcome-text.ts';
import { openProgressBar } from './progress-bar.ts';
import { openProgressLines } from './progress-lines.ts';
import type { ProgressView } from './progress-view.ts';

export interface RunDisplay {
  readonly observe: (event: RunEvent) => void;
  readonly close: () => void;
}

/** Shows a run while it goes on: a bar on a terminal, elsewhere a line now and then. */
export function openRunDisplay(stream: NodeJS.WriteStream): RunDisplay {
  const view = stream.isTTY ? openProgressBar(stream) : openProgressLines(stream);
  return { observe: (event) => show(event, view), close: () => view.close() };
}

function show(event: RunEvent, view: ProgressView): void {
  switch (event.type) {
    case 'already-applied': {
      const { file, line, applied } = event.statement;
      return view.say(`${file}:${line} was applied on ${applied.finished}; it is not run again.`);
    }
    case 'started':
      view.say(`${event.number} of ${event.total}: ${clip(event.statement.text, 160)}`);
      return view.begin(event.table);
    case 'engine':
      return showEngine(event.event, view);
    case 'finished':
      view.end();
      if (event.outcome.error === null) view.say(migrationText(event.outcome));
      return;
    case 'warning':
      return view.say(`Warning: ${event.message}`);
  }
}

function showEngine(event: EngineEvent, view: ProgressView): void {
  switch (event.type) {
    case 'state':
      return view.enter(event.state);
    case 'progress':
      return view.progress(event.progress);
    case 'notice':
      return view.say(event.message);
    case 'cutover-attempt':
      if (event.failure !== null) view.say(`Cutover attempt ${event.attempt} was undone: ${event.failure}`);
      return;
  }
}
