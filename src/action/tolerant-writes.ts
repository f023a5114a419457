import { warn } from './core.ts';
import { githubTrouble, isForbidden, mayPass, neededPermissions } from './github-trouble.ts';

/** `why` has no full stop. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'trouble'; readonly why: string; readonly mayPass: boolean };

/**
 * Writes to GitHub. A failed write does not fail the run, because the database matters more than the report. The failures are
 * kept for the job summary.
 */
export class TolerantWrites {
  readonly #failures: string[] = [];

  /** @param what as in "Ghostship could not …" */
  async attempt<T>(what: string, write: () => Promise<T>): Promise<T | null> {
    const answer = await this.ask(what, write);
    return answer.kind === 'answer' ? answer.value : null;
  }

  /** The same where it matters why nothing came of it. */
  async ask<T>(what: string, request: () => Promise<T>): Promise<Answer<T>> {
    try {
      return { kind: 'answer', value: await request() };
    } catch (error) {
      const failure = `Ghostship could not ${what}: ${explain(error)}`;
      this.#failures.push(failure);
      warn(failure);
      return { kind: 'trouble', why: githubTrouble(error), mayPass: mayPass(error) };
    }
  }

  get failures(): readonly string[] {
    return this.#failures;
  }
}

function explain(error: unknown): string {
  const trouble = githubTrouble(error);
  if (!isForbidden(error) || !/not accessible/iu.test(trouble)) return `${trouble}.`;
  return `the token has no right to. Give the job ${neededPermissions(error)}; in a pull request from a fork, or of Dependabot, GitHub gives no token that may write.`;
}
