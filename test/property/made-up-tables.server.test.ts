import { describe, it } from 'node:test';
import { runSeed } from '../support/random.ts';
import { testServers } from '../support/servers/index.ts';
import { runProperty } from './run-property.ts';

/**
 * The same seeds every day, so that a red run means that something changed. `GHOSTSHIP_PROPERTY_RUNS=n` makes up so many new
 * tables, `GHOSTSHIP_SEED=n` begins with that one.
 */
const { GHOSTSHIP_SEED: given, GHOSTSHIP_PROPERTY_RUNS: wanted } = process.env;
const runs = Number(wanted ?? (given === undefined ? 12 : 1));
const first = given === undefined && wanted === undefined ? 1 : runSeed();

describe('a made-up table comes to what the server makes of it', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    describe(`on ${server.name}`, { concurrency: 1 }, () => {
      for (let seed = first; seed < first + runs; seed++) {
        it(`seed ${seed}`, async (test) => {
          test.diagnostic(await runProperty(server, seed));
        });
      }
    });
  }
});
