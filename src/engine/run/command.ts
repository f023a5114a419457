import type { Row } from '../../mysql/session.ts';
import type { HoldReason } from '../events.ts';
import type { MigrationState } from '../outcome.ts';
import type { ControlState } from './control-state.ts';

export const commandNames = ['cutover', 'pause', 'resume', 'abort', 'throttle'] as const;

export type CommandName = (typeof commandNames)[number];

/** A command as it stands in the changelog: whoever can write there may have written anything. */
export interface GivenCommand {
  readonly kind: string;
  readonly argument: string | null;
}

/**
 * What a migration says to a command. `kept`: it counts later, and the text says when. `refused`: it makes no sense now, and nothing
 * is changed by it.
 */
export interface Answer {
  readonly outcome: 'done' | 'kept' | 'refused';
  /** For people: whole sentences. */
  readonly text: string;
}

/** Where a migration is when a command comes. */
export interface Moment {
  readonly state: MigrationState;
  readonly isSwapped: boolean;
  /** Whether the cutover waits for a person. */
  readonly hasGate: boolean;
  readonly holds: readonly HoldReason[];
}

export interface Decision {
  readonly answer: Answer;
  /** What counts from now on. */
  readonly control: ControlState;
}

/** What a migration answers, and what counts from then on. */
export function decide(command: GivenCommand, control: ControlState, moment: Moment): Decision {
  if (moment.isSwapped) return refuse(control, 'The tables are swapped already, and nothing is left to command.');
  switch (command.kind) {
    case 'pause':
      return pause(control, moment);
    case 'resume':
      return resume(control, moment);
    case 'throttle':
      return throttle(command.argument, control, moment);
    case 'cutover':
      return cutover(control, moment);
    case 'abort':
      return done(control, abortText(moment));
    default:
      return refuse(control, `This version knows no command ${command.kind}.`);
  }
}

/** What counts once a run that goes on with the migration has obeyed all of these. */
export function decideAll(commands: readonly GivenCommand[], control: ControlState): ControlState {
  return commands.reduce((now, command) => decide(command, now, nobodyThere).control, control);
}

const nobodyThere: Moment = { state: 'preflight', isSwapped: false, hasGate: false, holds: [] };

/**
 * What is said for a migration that nobody works on, before the command is left for the run that goes on with it.
 *
 * @param control what that run will obey already
 */
export function answerForLater(command: GivenCommand, control: ControlState): Answer {
  const { answer, control: then } = decide(command, control, nobodyThere);
  if (answer.outcome === 'refused') return answer;
  const held = then.paused && command.kind !== 'pause' ? [command.kind === 'cutover' ? swapsLater : waitsLater] : [];
  const text = [
    'Nobody is working on it. The next run that has its statement goes on with it, and obeys then.',
    ...held,
  ];
  return { outcome: 'kept', text: text.join(' ') };
}

const swapsLater = 'It is paused, and swaps the tables after `ghostship resume`.';
const waitsLater = 'It is paused until `ghostship resume`.';

/** @param row of the changelog */
export function givenCommand({ kind, argument }: Row): GivenCommand {
  return {
    kind: String(kind),
    argument: argument === null || argument === undefined ? null : String(argument),
  };
}

function pause(control: ControlState, { state }: Moment): Decision {
  if (control.paused) return done(control, 'It is paused already.');
  if (state === 'cutting_over') {
    return refuse(control, 'It is at its cutover, which cannot be paused. `ghostship abort` stops it.');
  }
  const what = held[state] ?? 'It';
  return done(
    { ...control, paused: true },
    `${what} is paused. Changes of the table are still applied, and nothing is swapped before \`ghostship resume\`.`,
  );
}

const held: Readonly<Partial<Record<MigrationState, string>>> = {
  copying: 'The copy',
  verifying: 'The comparison',
};

function resume(control: ControlState, { holds }: Moment): Decision {
  const slow = control.throttlePercent > 0 ? [`It rests ${control.throttlePercent} % of the time by command.`] : [];
  if (!control.paused) {
    const others = holds.length > 0 ? [`It is held by ${holds.join(', ')}.`] : [];
    return refuse(control, ['It is not paused.', ...others, ...slow].join(' '));
  }
  const swaps = control.cutoverOrdered ? ['The cutover that was ordered counts again.'] : [];
  return done({ ...control, paused: false }, ['It goes on.', ...slow, ...swaps].join(' '));
}

function throttle(argument: string | null, control: ControlState, { state }: Moment): Decision {
  const percent = parsePercent(argument ?? '');
  if (percent === null) return refuse(control, `"${argument ?? ''}" is ${notAPercentage}.`);
  const next = { ...control, throttlePercent: percent };
  const paused = control.paused ? ` ${waitsLater}` : '';
  if (!slowable.includes(state)) {
    return {
      answer: { outcome: 'kept', text: `${percent} % is kept. Nothing is copied or compared now.${paused}` },
      control: next,
    };
  }
  if (percent === 0) return done(next, `It works as fast as the server allows.${paused}`);
  if (percent === 100) return done(next, `It is held until \`ghostship throttle\` is given a lower number.${paused}`);
  return done(next, `It rests ${percent} % of the time.${paused}`);
}

const slowable: readonly MigrationState[] = ['copying', 'verifying'];

export const notAPercentage = 'no percentage: write a whole number from 0 (as fast as allowed) to 100 (held)';

/** `50` or `50%`; `null` for anything but a whole number from 0 to 100. */
export function parsePercent(text: string): number | null {
  const [, digits] = /^(\d{1,3})\s*%?$/u.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) > 100 ? null : Number(digits);
}

function cutover(control: ControlState, { state, hasGate }: Moment): Decision {
  if (state === 'cutting_over') return refuse(control, 'Its cutover is under way already.');
  const next = { ...control, cutoverOrdered: true };
  const keep = (text: string): Decision => ({ answer: { outcome: 'kept', text }, control: next });
  if (control.paused) return keep(`This is kept. ${swapsLater}`);
  if (state === 'waiting_for_cutover') return done(next, 'It begins to swap the tables.');
  const when = 'as soon as everything is copied and compared';
  if (!hasGate) return keep(`There is no gate: it swaps the tables by itself ${when}.`);
  return keep(`This is kept${control.cutoverOrdered ? ' already' : ''}. It swaps the tables ${when}.`);
}

function abortText({ state }: Moment): string {
  if (state !== 'cutting_over') return 'It stops. The table stays as it was.';
  return 'It stops, unless the tables are being swapped in this moment. `ghostship status` tells.';
}

function done(control: ControlState, text: string): Decision {
  return { answer: { outcome: 'done', text }, control };
}

function refuse(control: ControlState, text: string): Decision {
  return { answer: { outcome: 'refused', text }, control };
}
