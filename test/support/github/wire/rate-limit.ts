const windowMs = 3_600_000;

/** One hour of requests, counted from the first of them. */
export class RateLimit {
  readonly limit: number;
  used = 0;
  #startedMs = Date.now();

  constructor(requestsPerHour: number) {
    this.limit = requestsPerHour;
  }

  get remaining(): number {
    return Math.max(0, this.limit - this.used);
  }

  /** Seconds since 1970, when the count starts anew. */
  get resetSeconds(): number {
    return Math.ceil((this.#startedMs + windowMs) / 1000);
  }

  /** Counts one request; `false` when there is none left. */
  take(): boolean {
    if (Date.now() >= this.#startedMs + windowMs) {
      this.#startedMs = Date.now();
      this.used = 0;
    }
    if (this.remaining === 0) return false;
    this.used += 1;
    return true;
  }

  headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.remaining),
      'x-ratelimit-used': String(this.used),
      'x-ratelimit-reset': String(this.resetSeconds),
      'x-ratelimit-resource': 'core',
    };
  }

  /** A `rate-limit`. */
  shape() {
    return { limit: this.limit, used: this.used, remaining: this.remaining, reset: this.resetSeconds };
  }
}
