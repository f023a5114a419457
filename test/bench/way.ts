import type { RunningServer, TestDatabase } from '../support/servers/index.ts';
import type { GhostshipRun } from './ghostship.ts';
import type { ProcessUse } from './measured-process.ts';
import type { Scenario } from './scenarios.ts';

/** Where the table is. */
export interface Place {
  readonly server: RunningServer;
  readonly database: TestDatabase;
}

/** One way to rebuild the table without changing its definition: the same work for all, and the table stays as it is. */
export interface Way {
  readonly name: string;
  /** Whether it can be used there; a way without it can be used everywhere. */
  readonly fits?: (scenario: Scenario) => boolean;
  /** @throws with what the server or the tool said */
  rebuild(place: Place): Promise<Rebuilt>;
}

export interface Rebuilt {
  /** `null` where the server does it by itself. */
  readonly program: ProcessUse | null;
  /** `null` for every other way. */
  readonly ghostship: GhostshipRun | null;
}
