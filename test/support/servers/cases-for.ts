import { type TestServer, testServers } from './test-servers.ts';

/** Set by a whole run that is not long, see `script/test --help`. */
const takesTurns = process.env.GHOSTSHIP_TURNS === '1';

/**
 * The cases of a table that run on this server. In a whole run the servers take them in turn: each case runs on one server, and
 * each server has its share of every table. A run of named files, a long run and a run on one server take all of them.
 *
 * The turns follow the Thue-Morse sequence (OEIS A010060). Plain alternation would give one server all the even rows, and tables
 * often list two forms of a thing beside each other.
 */
export function casesFor<Case>(server: TestServer, cases: Iterable<Case>): Case[] {
  const all = [...cases];
  if (!takesTurns) return all;
  const servers = testServers().map(({ name }) => name);
  const turn = servers.indexOf(server.name);
  return all.filter((_, index) => onesIn(index) % servers.length === turn);
}

/** How many digits of its binary form are 1. */
function onesIn(index: number): number {
  return index.toString(2).replaceAll('0', '').length;
}
