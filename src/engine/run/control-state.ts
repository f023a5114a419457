/**
 * What people have told a migration, as far as it still counts. It stands in the status row, so that a run that goes on with the
 * migration applies it again.
 */
export interface ControlState {
  /** Nothing is copied, compared or swapped. Changes are applied. */
  readonly paused: boolean;
  /** The part of the time that the copy rests, 0 to 100; 100 holds it. */
  readonly throttlePercent: number;
  /** The tables are swapped as soon as they may be. */
  readonly cutoverOrdered: boolean;
}

export const uncontrolled: ControlState = { paused: false, throttlePercent: 0, cutoverOrdered: false };

/** @param status a status row; an older one lacks what was not known then */
export function controlStateOf(status: Partial<ControlState>): ControlState {
  return {
    paused: status.paused ?? uncontrolled.paused,
    throttlePercent: status.throttlePercent ?? uncontrolled.throttlePercent,
    cutoverOrdered: status.cutoverOrdered ?? uncontrolled.cutoverOrdered,
  };
}
