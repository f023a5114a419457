import { Gate } from './gate.ts';

/** What may go wrong between a client and GitHub. */
export type Fault =
  /** GitHub's own trouble, as an HTML page. */
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** "You have exceeded a secondary rate limit", with `retry-after`. */
  | { readonly kind: 'secondary-limit'; readonly retryAfterSeconds: number }
  /** The hour's requests are used up: nothing remains until the given moment. */
  | { readonly kind: 'primary-limit'; readonly resetSeconds: number }
  /** The connection is reset before the request is looked at. */
  | { readonly kind: 'reset' }
  /** The request is carried out, and the connection reset instead of an answer. */
  | { readonly kind: 'lost-answer' };

export interface FaultTarget {
  /** How many requests it befalls; default 1. */
  readonly times?: number;
  /** An operation id such as `checks/update`; every request when left out. */
  readonly operation?: string;
}

/** Answers are held back while this is there; disposing of it lets them go. */
export interface Hold extends Disposable {
  /** How many requests wait. */
  readonly waiting: number;
}

export class Faults {
  readonly #planned: { fault: Fault; left: number; operation: string | null }[] = [];
  readonly #gates = new Set<{ gate: Gate; operation: string | null }>();

  plan(fault: Fault, { times = 1, operation }: FaultTarget): void {
    this.#planned.push({ fault, left: times, operation: operation ?? null });
  }

  /** What no request has met yet befalls none. */
  clear(): void {
    this.#planned.length = 0;
  }

  hold(operation: string | undefined): Hold {
    const gate = new Gate();
    const entry = { gate, operation: operation ?? null };
    this.#gates.add(entry);
    return {
      get waiting() {
        return gate.waiting;
      },
      [Symbol.dispose]: () => {
        this.#gates.delete(entry);
        gate.open();
      },
    };
  }

  /** The fault that befalls this request, if any; it counts as used. */
  take(operationId: string | null): Fault | null {
    const next = this.#planned.find((plan) => plan.left > 0 && concerns(plan.operation, operationId));
    if (next === undefined) return null;
    next.left -= 1;
    return next.fault;
  }

  /** Waits behind every hold that concerns the request. */
  async pass(operationId: string | null): Promise<void> {
    const gates = [...this.#gates].filter(({ operation }) => concerns(operation, operationId));
    await Promise.all(gates.map(({ gate }) => gate.pass()));
  }

  openAll(): void {
    for (const { gate } of this.#gates) gate.open();
    this.#gates.clear();
  }
}

function concerns(wanted: string | null, operationId: string | null): boolean {
  return wanted === null || wanted === operationId;
}
