import { messageOf } from '../support/errors.ts';
import { warn } from './core.ts';

/**
 * Writes to GitHub. A failed write does not fail the run, because the database matters more than the report. The failures are
 * kept for the job summary.
 */
export class TolerantWrites {
  readonly #failures: string[] = [];

  /** @param what as in "Ghostship could not …" */
  async attempt<T>(what: string, write: () => Promise<T>): Promise<T | null> {
    try {
      return await write();
    } catch (error) {
      const failure = `Ghostship could not ${what}: ${explain(error)}`;
      this.#failures.push(failure);
      warn(failure);
      return null;
    }
  }

  get failures(): readonly string[] {
    return this.#failures;
  }
}

function explain(error: unknown): string {
  const { status } = error as { status?: unknown };
  const message = messageOf(error);
  if (status !== 403 || !/not accessible/iu.test(message)) return `${message}.`;
  return 'the token may not write. Give the job the permissions checks: write and pull-requests: write; in a pull request from a fork GitHub gives no token that may.';
}
