import type { Settings } from '../commands/options/settings.ts';
import type { Event } from './event.ts';
import type { GitHubRepository } from './github.ts';
import type { ReviewedConfig } from './reviewed-config.ts';
import type { RunnerEnvironment } from './runner-environment.ts';
import type { TolerantWrites } from './tolerant-writes.ts';

/** Everything a mode of the action works with. */
export interface ActionRun {
  readonly settings: Settings;
  /** Where the config file in the settings comes from. */
  readonly config: Pick<ReviewedConfig, 'path' | 'branch'>;
  readonly event: Event;
  readonly repository: GitHubRepository;
  /** Of a workflow that was started by hand or by the run before; else empty. */
  readonly dispatchInputs: Readonly<Record<string, unknown>>;
  /** Whether the event alone says what is done. */
  readonly byEvent: boolean;
  /** Whether only what waits is resumed, and nothing is begun. */
  readonly goesOnOnly: boolean;
  /** The pull request whose statements a person has ordered to be run, also where no plan has shown them. */
  readonly orderedFor: number | null;
  readonly runner: RunnerEnvironment;
  readonly writes: TolerantWrites;
}

/** What a mode came to, as it is told. */
export interface Said {
  /** A sentence or two, plain text. */
  readonly text: string;
  readonly isGood: boolean;
}
