import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';

/** What does an operation of the description, by its id. */
export type Handlers = Readonly<Record<string, (call: Call) => Answer>>;
