import { GhostshipError } from '../support/errors.ts';

/** A place in the payload of an event. Errors name the path of a value that is missing or of another type. */
export class Payload {
  readonly #event: string;
  readonly #path: string;
  readonly #value: unknown;

  constructor(event: string, value: unknown, path = '') {
    this.#event = event;
    this.#value = value;
    this.#path = path;
  }

  at(...keys: readonly string[]): Payload {
    const [key, ...rest] = keys;
    if (key === undefined) return this;
    const parent = typeof this.#value === 'object' && this.#value !== null ? this.#value : {};
    const child = (parent as Readonly<Record<string, unknown>>)[key];
    return new Payload(this.#event, child, this.#path === '' ? key : `${this.#path}.${key}`).at(...rest);
  }

  get isAbsent(): boolean {
    return this.#value === undefined || this.#value === null;
  }

  get isTrue(): boolean {
    return this.#value === true;
  }

  /** Empty where it is no list. */
  get list(): readonly Payload[] {
    const entries: readonly unknown[] = Array.isArray(this.#value) ? this.#value : [];
    return entries.map((value, index) => new Payload(this.#event, value, `${this.#path}[${index}]`));
  }

  /** @throws GhostshipError `usage` if it is no text */
  get text(): string {
    if (typeof this.#value === 'string') return this.#value;
    throw this.#unlike('a text');
  }

  /** @throws GhostshipError `usage` if it is no number */
  get number(): number {
    if (typeof this.#value === 'number') return this.#value;
    throw this.#unlike('a number');
  }

  #unlike(wanted: string): GhostshipError {
    return new GhostshipError(
      'usage',
      `The payload of the event ${this.#event} has no ${this.#path} that is ${wanted}.`,
      {
        hint: 'Look at the file GITHUB_EVENT_PATH points to: the event is not what GitHub sends.',
      },
    );
  }
}
