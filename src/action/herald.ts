import type { RunEvent } from '../commands/migrate/run-event.ts';
import { isBegun, isRevert } from '../commands/migrate/run-outcome.ts';
import { notify, webhookOf } from '../commands/notify.ts';
import type { Outcome } from '../engine/outcome.ts';
import { type Gate, type GateEnd, gateText } from '../report/gate-markdown.ts';
import { sleep } from '../support/clock.ts';
import type { ActionRun } from './action-run.ts';
import { warn } from './core.ts';
import type { FileOwners } from './file-owners.ts';
import { closeGate, postGate } from './gate-comment.ts';

/** Longer than GitHub needs. The migration does not wait for it, the end of the run does. */
const longestWaitMs = 30_000;

type Started = Extract<RunEvent, { readonly type: 'started' }>;

/**
 * Tells people what they must hear of while a migration runs: that it waits for them. The migration never waits for the telling.
 */
export class Herald implements AsyncDisposable {
  readonly #run: ActionRun;
  readonly #pullRequest: () => number | null;
  readonly #owners: Pick<FileOwners, 'ownersOf'> | null;
  /** One message after the other: the end of a gate must follow its beginning. */
  #telling: Promise<unknown> = Promise.resolve();
  #current: Started | null = null;
  #hasWaited = false;

  /**
   * @param pullRequest of the run: it hears of statements whose own pull request is not known
   * @param owners tells whose the files are; `null` where all belong to the run
   */
  constructor(run: ActionRun, pullRequest: () => number | null, owners: Pick<FileOwners, 'ownersOf'> | null) {
    this.#owners = owners;
    this.#run = run;
    this.#pullRequest = pullRequest;
  }

  observe(event: RunEvent): void {
    // A run that died may have left a comment that its gate is open.
    if (event.type === 'resumed') return this.#closeGate(event.swap.outcome);
    if (event.type === 'started') {
      this.#current = event;
      this.#hasWaited = false;
    }
    const current = this.#current;
    if (current === null) return;
    if (event.type === 'finished') return this.#leaveGate(current, event.outcome);
    if (event.type !== 'engine' || event.event.type !== 'state' || event.event.state !== 'waiting_for_cutover') return;
    this.#hasWaited = true;
    this.#tell(() => this.#tellGate(current));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const told = new AbortController();
    const telling = this.#telling.finally(() => told.abort());
    await Promise.race([telling, sleep(longestWaitMs, told.signal).catch(() => undefined)]);
  }

  #tell(say: () => Promise<unknown>): void {
    this.#telling = this.#telling.then(say);
  }

  /** An earlier run may have told of the gate. */
  #leaveGate({ statement: { file }, table }: Started, outcome: Outcome): void {
    const { state } = outcome;
    this.#current = null;
    if (this.#hasWaited && !isBegun(outcome)) return this.#closeGate({ file, table, state: 'nothing-kept' });
    // One that has failed here may be waiting in another run.
    const mayHaveWaited = state !== 'failed' && this.#run.settings.valuesFor(file, table).cutover === 'wait';
    if (this.#hasWaited || mayHaveWaited) this.#closeGate({ file, table, state });
  }

  #closeGate({ file, table, state }: Pick<Outcome, 'file' | 'table'> & { state: GateEnd | 'yielded' }): void {
    if (state === 'yielded') return;
    this.#tell(async () => {
      const pullRequest = await this.#pullOf(file);
      if (pullRequest !== null) await closeGate(this.#run, pullRequest, table, state);
    });
  }

  async #tellGate({ statement: { file, text }, table }: Started): Promise<void> {
    const { settings, runner } = this.#run;
    const values = settings.valuesFor(file, table);
    const gate: Gate = {
      table,
      isRevert: isRevert({ statement: text }),
      statement: text,
      actor: runner.actor,
      lockBudgetMs: values['lock-budget'],
      retired: values.retired.kind,
      yields: values.gate === 'yield',
      reviewers: values['notify-reviewers'],
      actionsUrl: `${runner.repositoryUrl}/actions`,
      runUrl: runner.runUrl,
    };
    const pullRequest = await this.#pullOf(file);
    await Promise.all([
      pullRequest === null ? null : postGate(this.#run, pullRequest, gate),
      tellWebhook(this.#run, gateText(gate), pullRequest),
    ]);
  }

  async #pullOf(file: string | null): Promise<number | null> {
    const found = file === null ? undefined : await this.#owners?.ownersOf([file]);
    return found?.get(file ?? '')?.number ?? this.#pullRequest();
  }
}

/** Tells the webhook of the option notify, where there is one. It is tried once, and nothing depends on it. */
export async function tellWebhook(
  { settings, runner }: ActionRun,
  text: string,
  pullRequest: number | null,
): Promise<void> {
  const given = settings.values.notify;
  if (given === null) return;
  const url = webhookOf(given);
  const place = pullRequest === null ? runner.runUrl : `${runner.repositoryUrl}/pull/${pullRequest}`;
  const complaint =
    url === null
      ? 'The webhook of notify is not known: the environment variable it names is not set, or is no address.'
      : await notify(url, `Ghostship: ${text} ${place}`);
  if (complaint !== null) warn(complaint);
}
