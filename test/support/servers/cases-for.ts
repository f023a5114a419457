import type { Flavor } from './server-name.ts';
import { testServers } from './test-servers.ts';

/** Set by a whole run that is not long, see `script/test --help`. */
const isShortRun = process.env.GHOSTSHIP_TURNS === '1';

/**
 * The cases of a table that run on this server. A whole run has servers of both flavors, and they take the cases in turn: each case
 * runs on one of the two, and each of the two has its share of every table. A run of named files, a long run and a run on one server
 * take all of them.
 *
 * The turns follow the Thue-Morse sequence (OEIS A010060). Plain alternation would give one server all the even rows, and tables
 * often list two forms of a thing beside each other.
 *
 * @param flavorOf of a case that is for servers of one flavor only; it takes no turns
 */
export function casesFor<Case>(
  { flavor }: { readonly flavor: Flavor },
  cases: Iterable<Case>,
  flavorOf: (one: Case) => Flavor | undefined = () => undefined,
): Case[] {
  const flavors = [...new Set(testServers().map((server) => server.flavor))];
  const takesTurns = isShortRun && flavors.length > 1;
  return [...cases].filter((one, index) => {
    const turn = takesTurns ? flavors[onesIn(index) % flavors.length] : flavor;
    return (flavorOf(one) ?? turn) === flavor;
  });
}

/** How many digits of its binary form are 1. */
function onesIn(index: number): number {
  return index.toString(2).replaceAll('0', '').length;
}
