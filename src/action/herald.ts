import type { RunEvent } from '../commands/migrate/run-event.ts';
import { notify, webhookOf } from '../commands/notify.ts';
import type { FileStatement } from '../commands/statements/file-statement.ts';
import { type Gate, gateMarkdown, gateText } from '../report/gate-markdown.ts';
import { sleep } from '../support/clock.ts';
import type { ActionRun } from './action-run.ts';
import { warn } from './core.ts';
import type { FileOwners } from './file-owners.ts';
import { postOnce } from './posted-comment.ts';

/** Longer than GitHub needs. The migration does not wait for it, the end of the run does. */
const longestWaitMs = 30_000;

/**
 * Tells people what they must hear of while a migration runs: that it waits for them. The migration never waits for the telling.
 */
export class Herald implements AsyncDisposable {
  readonly #run: ActionRun;
  readonly #pullRequest: number | null;
  readonly #owners: Pick<FileOwners, 'ownersOf'> | null;
  readonly #telling: Promise<unknown>[] = [];
  #current: Pick<FileStatement, 'file' | 'text'> | null = null;
  #table = '';

  /**
   * @param pullRequest that of the run: it is told of statements that are nobody's
   * @param owners whose files are migrated: each is told of its own
   */
  constructor(run: ActionRun, pullRequest: number | null, owners: Pick<FileOwners, 'ownersOf'> | null) {
    this.#owners = owners;
    this.#run = run;
    this.#pullRequest = pullRequest;
  }

  observe(event: RunEvent): void {
    if (event.type === 'started') {
      this.#current = event.statement;
      this.#table = event.table;
    }
    if (event.type !== 'engine' || event.event.type !== 'state') return;
    if (event.event.state === 'waiting_for_cutover' && this.#current !== null)
      this.#telling.push(this.#tellGate(this.#current, this.#table));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const told = new AbortController();
    const telling = Promise.all(this.#telling).finally(() => told.abort());
    await Promise.race([telling, sleep(longestWaitMs, told.signal).catch(() => undefined)]);
  }

  async #tellGate({ file, text }: Pick<FileStatement, 'file' | 'text'>, table: string): Promise<void> {
    const { settings, runner, repository, writes } = this.#run;
    const values = settings.valuesFor(file, table);
    const gate: Gate = {
      table,
      statement: text,
      actor: runner.actor,
      lockBudgetMs: values['lock-budget'],
      retired: values.retired.kind,
      yields: values.gate === 'yield',
      reviewers: values['notify-reviewers'],
      actionsUrl: `${runner.repositoryUrl}/actions`,
      runUrl: runner.runUrl,
    };
    const found = file === null ? undefined : await this.#owners?.ownersOf([file]);
    const pullRequest = found?.get(file ?? '')?.number ?? this.#pullRequest;
    const comment =
      pullRequest === null
        ? null
        : writes.attempt('write the comment about the gate', () =>
            postOnce(
              repository,
              pullRequest,
              ['gate', settings.values.environment ?? '', file ?? '', text],
              gateMarkdown(gate),
            ),
          );
    await Promise.all([comment, tellWebhook(this.#run, gateText(gate), pullRequest)]);
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
