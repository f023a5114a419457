import type { Severity } from './finding.ts';

/** How much is said at all: `strict` makes each finding worse by one, `minimal` leaves only errors. */
export type Preset = (typeof presets)[number];

export const presets = ['recommended', 'strict', 'minimal'] as const;

export function presetSeverity(preset: Preset, own: Severity): Severity | 'off' {
  if (preset === 'recommended') return own;
  if (preset === 'minimal') return own === 'error' ? own : 'off';
  return own === 'notice' ? 'warning' : 'error';
}
