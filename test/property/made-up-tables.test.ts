import { describe, it } from 'node:test';
import { runSeed } from '../support/scenario/random.ts';
import { testServers } from '../support/servers/index.ts';
import { runProperty } from './run-property.ts';

/** `GHOSTSHIP_SEED=n` begins with that one, `GHOSTSHIP_PROPERTY_RUNS=n` runs so many. */
const runs = Number(process.env.GHOSTSHIP_PROPERTY_RUNS ?? (process.env.GHOSTSHIP_SEED === undefined ? 12 : 1));
const first = runSeed();

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
