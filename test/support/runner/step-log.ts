import type { Masks } from './masks.ts';
import { readCommand, type WorkflowCommand } from './workflow-command.ts';

export type AnnotationLevel = 'notice' | 'warning' | 'error';

/** What a line such as `::error file=a.sql,line=3::Message` leaves on the page of the run. */
export interface LogAnnotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
}

// The runner keeps this many annotations of a level for each step, and this many characters of each.
const mostOfALevel = 10;
const longestMessage = 4096;

/** What a step writes, line by line: commands are obeyed, everything is masked. */
export class StepLog {
  readonly annotations: LogAnnotation[] = [];
  /** Annotations nobody will see, because there were ten of their level before them. */
  readonly dropped: LogAnnotation[] = [];
  readonly #masks: Masks;
  readonly #lines: string[] = [];
  /** While this is set no command is obeyed until it comes as a command itself. */
  #stopToken: string | null = null;

  constructor(masks: Masks) {
    this.#masks = masks;
  }

  /** What there is so far, masked by the masks of their time. */
  get text(): string {
    return this.#lines.join('\n');
  }

  write(line: string): void {
    const command = readCommand(line);
    if (command === null) this.#show(line);
    else if (this.#stopToken === null) this.#obey(command, line);
    else if (command.name === this.#stopToken.toLowerCase()) this.#stopToken = null;
    else this.#show(line);
  }

  #obey(command: WorkflowCommand, line: string): void {
    switch (command.name) {
      case 'add-mask':
        this.#masks.add(command.message);
        return;
      case 'stop-commands':
        this.#stopToken = command.message;
        return;
      case 'notice':
      case 'warning':
      case 'error':
        this.#annotate(command.name, command);
        this.#show(`##[${command.name}]${command.message}`);
        return;
      case 'group':
      case 'endgroup':
      case 'debug':
        this.#show(`##[${command.name}]${command.message}`);
        return;
      default:
        this.#show(line);
    }
  }

  #annotate(level: AnnotationLevel, { properties, message }: WorkflowCommand): void {
    const annotation: LogAnnotation = {
      level,
      message: this.#masks.apply(message).slice(0, longestMessage),
      title: properties.title === undefined ? null : this.#masks.apply(properties.title),
      file: properties.file ?? null,
      line: numberOrNull(properties.line),
      endLine: numberOrNull(properties.endLine),
      column: numberOrNull(properties.col),
      endColumn: numberOrNull(properties.endColumn),
    };
    const isKept = this.annotations.filter((kept) => kept.level === level).length < mostOfALevel;
    (isKept ? this.annotations : this.dropped).push(annotation);
  }

  #show(line: string): void {
    this.#lines.push(this.#masks.apply(line));
  }
}

function numberOrNull(text: string | undefined): number | null {
  const number = Number(text);
  return text === undefined || Number.isNaN(number) ? null : number;
}
