import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type RunningServer, type ServerName, startServer } from '../support/servers/index.ts';
import { bareCopy } from './bare-copy.ts';
import { ghostship } from './ghostship.ts';
import { type ApplyResult, measureApply } from './measure-apply.ts';
import { type CutoverResult, measureCutovers } from './measure-cutover.ts';
import { measureRebuild, type RebuildResult } from './measure-rebuild.ts';
import { otherTools, serverWays } from './other-ways.ts';
import { plot } from './plot.ts';
import { applyReport, cutoverReport, rebuildReport } from './report.ts';
import { bufferPoolBytes } from './scenarios.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Place, Way } from './way.ts';

interface Results {
  readonly server: string;
  readonly rebuilds: RebuildResult[];
  readonly cutovers: CutoverResult[];
  apply: ApplyResult | null;
}

const settings = readSettings(process.argv.slice(2));
const [cli] = settings.clis;
if (cli === undefined || !existsSync(cli)) throw new Error(`${cli} is not there; \`npm run build\` makes it.`);
await mkdir(settings.out, { recursive: true });
const machine = {
  processors: cpus().length,
  processor: cpus()[0]?.model,
  memoryBytes: totalmem(),
  node: process.version,
};
const all: Results[] = [];
for (const name of settings.servers) {
  const results: Results = { server: name, rebuilds: [], cutovers: [], apply: null };
  all.push(results);
  for (const bufferPool of ['large', 'small'] as const) await measureServer(name, bufferPool, cli, results);
}
console.log(`\nEverything is in ${settings.out}.`);

/** All scenarios that share the settings of a server. */
async function measureServer(
  name: ServerName,
  bufferPool: keyof typeof bufferPoolBytes,
  cli: string,
  results: Results,
): Promise<void> {
  const contest = { cli, ways: await waysOf(settings), times: settings.runs };
  const scenarios = settings.scenarios.filter((scenario) => scenario.bufferPool === bufferPool);
  const measuresEnds = bufferPool === 'large' && settings.cutovers + settings.applySeconds > 0;
  if (scenarios.length === 0 && !measuresEnds) return;
  await using server = await startBenchServer(name, bufferPoolBytes[bufferPool]);
  console.log(`\n${server.name} ${server.version}, ${bufferPoolBytes[bufferPool] / 1024 ** 2} MB buffer pool`);
  for (const scenario of scenarios) {
    const result = await withPlace(server, (place) => measureRebuild(scenario, place, contest));
    results.rebuilds.push(result);
    if (result.runs.some((run) => 'failure' in run)) process.exitCode = 1;
    await report(rebuildReport(result));
    await writeFile(join(settings.out, `${name} ${scenario.name}.svg`.replaceAll(' ', '-')), plot(result));
  }
  if (!measuresEnds) return;
  if (settings.cutovers > 0) {
    for (const traffic of ['idle', 'busy'] as const)
      results.cutovers.push(
        await withPlace(server, (place) => measureCutovers(cli, place, traffic, settings.cutovers)),
      );
    await report(cutoverReport(results.cutovers));
  }
  if (settings.applySeconds > 0) {
    results.apply = await withPlace(server, (place) => measureApply(cli, place, settings.applySeconds));
    await report(applyReport(results.apply));
  }
}

/** With commits that reach the disk and a log that does not force pages out all the time, as in production. */
async function startBenchServer(name: ServerName, poolBytes: number): Promise<RunningServer> {
  const logSize = name.startsWith('mysql') ? 'innodb_redo_log_capacity' : 'innodb_log_file_size';
  return startServer({
    name,
    durable: true,
    options: { innodb_buffer_pool_size: `${poolBytes}`, [logSize]: `${1024 ** 3}`, ...settings.variables },
  });
}

async function withPlace<T>(server: RunningServer, measure: (place: Place) => Promise<T>): Promise<T> {
  await using database = await createDatabase(server);
  return await measure({ server, database });
}

async function waysOf({ clis, without }: Settings): Promise<Way[]> {
  const ours = clis.map((path) => ghostship(path, clis.length === 1 ? 'Ghostship' : `Ghostship ${path}`));
  return [...ours, ...serverWays, bareCopy, ...(await otherTools())].filter(({ name }) => !without.includes(name));
}

/** What was measured so far is kept, in case the rest does not come through. */
async function report(text: string): Promise<void> {
  console.log(`\n${text}`);
  await writeFile(join(settings.out, 'results.json'), JSON.stringify({ machine, results: all }, null, 1));
}
