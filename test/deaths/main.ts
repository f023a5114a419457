// npm run deaths: kills migrations at random moments, and runs them again until they are done.
import { Command, InvalidArgumentError, Option } from 'commander';
import { runSeed, seedFor } from '../support/random.ts';
import { type ServerName, serverNames, startServer } from '../support/servers/index.ts';
import { type Death, die, measureUndisturbed } from './trial.ts';

const program = new Command('npm run deaths --')
  .description('Kills migrations at random moments under writers, and runs them again until they are done.')
  .addOption(new Option('--server <names...>', 'servers to run on').choices(serverNames).default(['mysql-9.7']))
  .option('--count <n>', 'migrations on each server', whole, 20)
  .option('--rows <n>', 'rows of the table', whole, 200_000)
  .option('--writers <n>', 'sessions that write all the time', whole, 8)
  .option('--deaths <n>', 'most deaths of one migration', whole, 3)
  .option(
    '--deaths-per-migration <n>',
    'exactly so many deaths, spread over the time that it takes undisturbed',
    whole,
  );
const {
  server: servers,
  count,
  rows,
  writers,
  deaths,
  deathsPerMigration,
} = program.parse().opts<{
  server: ServerName[];
  count: number;
  rows: number;
  writers: number;
  deaths: number;
  deathsPerMigration?: number;
}>();

/** Longer than any migration takes that nobody kills. */
const patienceMs = 1_800_000;

runSeed();
let faults = 0;
for (const name of servers) {
  await using server = await startServer({ name });
  const settings = {
    rows,
    writers,
    withinMs: patienceMs,
    deaths: deathsPerMigration === undefined ? { upTo: deaths } : { exactly: deathsPerMigration },
  };
  const undisturbedMs = await measureUndisturbed(server, settings);
  console.log(`${name}: ${rows} rows under ${writers} writers take ${seconds(undisturbedMs)} undisturbed.`);
  const found: Death[] = [];
  for (let number = 1; number <= count; number++) {
    const death = await die(server, { ...settings, withinMs: undisturbedMs }, seedFor(`${name}, death ${number}`));
    found.push(death);
    console.log(
      `${number} of ${count}: killed ${death.moments.length} times while ${phases(death.moments)}; ${death.end}; ${seconds(death.tookMs)}, ${(death.tookMs / undisturbedMs).toFixed(2)} times undisturbed; no death lost more than ${seconds(death.mostLostMs)}; ${death.fault ?? 'every row is right'}`,
    );
    for (const answer of death.untrue) console.log(`  not so: ${answer}`);
  }
  report(found);
  faults += found.filter(({ fault, untrue }) => fault !== null || untrue.length > 0).length;
}
process.exitCode = faults === 0 ? 0 : 1;

/** Deaths by the last moment, and what became of them. */
function report(found: readonly Death[]): void {
  const ends = ['resumed', 'finished', 'afresh', 'done before'] as const;
  const moments = [...new Set(found.map(({ moments: all }) => all.at(-1) ?? ''))].sort();
  const rowsOf = moments.map((moment) => {
    const here = found.filter(({ moments: all }) => all.at(-1) === moment);
    return [moment, here.length, ...ends.map((end) => here.filter((death) => death.end === end).length)];
  });
  console.table(
    Object.fromEntries(
      rowsOf.map(([moment, deathsHere, ...counts]) => [
        moment,
        { deaths: deathsHere, ...Object.fromEntries(ends.map((end, index) => [end, counts[index]])) },
      ]),
    ),
  );
  const untrue = found.reduce((total, death) => total + death.untrue.length, 0);
  console.log(`Faults: ${found.filter(({ fault }) => fault !== null).length}. Untrue answers: ${untrue}.`);
}

/** Each once, with how often it was met where that was more than once. */
function phases(moments: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const moment of moments) counts.set(moment, (counts.get(moment) ?? 0) + 1);
  return [...counts].map(([moment, met]) => (met === 1 ? moment : `${moment} (${met})`)).join(', ');
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

function whole(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
