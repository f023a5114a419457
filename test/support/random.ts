import { createHash, randomInt } from 'node:crypto';

/** Numbers that follow from a seed alone: the same seed makes the same ones on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Some of the list, at least one where it is not empty, in its order. */
  some<T>(list: readonly T[]): T[];
}

let told: number | null = null;

/**
 * The seed of everything that this process draws: `GHOSTSHIP_SEED` to repeat one, otherwise a new one. It is written once, and a
 * test run shows what a file wrote where the file fails.
 *
 * @throws Error where `GHOSTSHIP_SEED` is no whole number
 */
export function runSeed(): number {
  if (told !== null) return told;
  const given = process.env.GHOSTSHIP_SEED;
  told = given === undefined ? randomInt(2 ** 31) : Number(given);
  if (!Number.isSafeInteger(told)) throw new Error(`GHOSTSHIP_SEED must be a whole number, not ${given}.`);
  console.log(`GHOSTSHIP_SEED=${told} draws the same again.`);
  return told;
}

/** A seed for each name, so that tests of one run do not all draw the same. */
export function seedFor(name: string): number {
  return createHash('sha256').update(`${runSeed()} ${name}`).digest().readUInt32LE();
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    some(list) {
      const kept = list.filter(() => next() < 0.5);
      const sure = list[between(0, list.length - 1)];
      return kept.length > 0 || sure === undefined ? kept : [sure];
    },
  };
}

/** Tommy Ettinger's generator of 32 bits, in the public domain; good enough to shuffle statements. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
