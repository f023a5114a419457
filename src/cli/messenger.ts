import type { ObserveRun } from '../commands/migrate/run-event.ts';
import { isRevert } from '../commands/migrate/run-outcome.ts';
import { notify, webhookOf } from '../commands/notify.ts';
import type { Settings } from '../commands/options/settings.ts';
import { gateText } from '../report/gate-markdown.ts';
import { GhostshipError } from '../support/errors.ts';
import { writeError } from './write.ts';

/** Tells the webhook of `--notify` of a run; nothing waits for it but the end of the process. */
export interface Messenger {
  readonly watch: (observe: ObserveRun) => ObserveRun;
  /** What has been said has arrived by then, or is given up. */
  readonly tellEnd: (verdict: { readonly title: string; readonly sentence: string }) => Promise<void>;
}

/** @throws GhostshipError `usage` where the address is not known */
export function openMessenger(settings: Settings, actor: string): Messenger {
  const { notify: given } = settings.values;
  if (given === null) return { watch: (observe) => observe, tellEnd: async () => {} };
  const url = webhookOf(given);
  if (url === null) {
    throw new GhostshipError('usage', `The address of notify is not known: ${given} is not set, or is no address.`, {
      hint: 'Set that environment variable to https://…, or leave notify out. Nothing was run.',
    });
  }
  const telling: Promise<void>[] = [];
  const tell = async (text: string): Promise<void> => {
    const complaint = await notify(url, `Ghostship: ${text}`);
    if (complaint !== null) writeError(`Warning: ${complaint}`);
  };
  let file: string | null = null;
  let table = '';
  let reverts = false;
  return {
    watch: (observe) => (event) => {
      observe(event);
      if (event.type === 'started') {
        [file, table] = [event.statement.file, event.table];
        reverts = isRevert({ statement: event.statement.text });
      }
      if (event.type !== 'engine' || event.event.type !== 'state') return;
      if (event.event.state !== 'waiting_for_cutover') return;
      const values = settings.valuesFor(file, table);
      const gate = {
        table,
        isRevert: reverts,
        actor,
        lockBudgetMs: values['lock-budget'],
        retired: values.retired.kind,
      };
      telling.push(tell(gateText(gate)));
    },
    async tellEnd({ title, sentence }) {
      await Promise.all([...telling, tell(`${title}. ${sentence}`)]);
    },
  };
}
