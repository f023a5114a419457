import type { Settings } from '../commands/options/settings.ts';
import type { Delivery } from './delivery.ts';
import type { Event } from './event.ts';
import type { Hub } from './github.ts';
import type { ReviewedConfig } from './reviewed-config.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything a mode of the action works with. */
export interface ActionRun {
  readonly settings: Settings;
  /** Where the config file in the settings comes from. */
  readonly config: Pick<ReviewedConfig, 'path' | 'branch'>;
  readonly event: Event;
  readonly hub: Hub;
  readonly surroundings: Surroundings;
  readonly delivery: Delivery;
}
