import { Command, InvalidArgumentError, Option } from 'commander';
import { type ServerName, serverNames } from '../support/servers/index.ts';
import { quickScenarios, type Scenario, scenarios } from './scenarios.ts';

export interface Settings {
  readonly servers: readonly ServerName[];
  readonly scenarios: readonly Scenario[];
  /** Rebuilds in each way. */
  readonly runs: number;
  readonly cutovers: number;
  /** Of writers at full rate; 0 leaves the measurement out. */
  readonly applySeconds: number;
  /** Builds of Ghostship, the first one the one that counts. */
  readonly clis: readonly string[];
  /** Names of ways to leave out. */
  readonly without: readonly string[];
  /** Variables of the server, by their names in an option file. */
  readonly variables: Readonly<Record<string, string>>;
  readonly out: string;
}

const names = [...scenarios.map(({ name }) => name), 'cutover', 'apply'];

export function readSettings(args: readonly string[]): Settings {
  const program = new Command('npm run bench --')
    .description('Rebuilds tables in every way there is, and prints how they compare.')
    .addOption(new Option('--server <names...>', 'servers to run on').choices(serverNames).default(['mysql-9.7']))
    .option('--quick', 'about a minute: two scenarios, once, on a small table', false)
    .option('--runs <n>', 'rebuilds in each way; medians are shown', whole, 3)
    .option('--rows <n>', 'rows of every table, instead of what the scenario says', whole)
    .addOption(new Option('--only <names...>', 'some of the measurements').choices(names).default(names, 'all'))
    .option('--without <ways...>', 'ways to leave out', [])
    .option('--cli <paths...>', 'builds to measure, side by side', ['dist/cli.js'])
    .option('--set <variables...>', 'variables of the server, such as innodb_log_writer_threads=ON', addVariable, {})
    .option('--out <folder>', 'for results.json and the plots', 'out/bench');
  const options = program.parse(args, { from: 'user' }).opts<{
    server: ServerName[];
    quick: boolean;
    runs: number;
    rows?: number;
    only: string[];
    without: string[];
    cli: string[];
    set: Settings['variables'];
    out: string;
  }>();
  const { quick, only } = options;
  const rows = options.rows ?? (quick ? 200_000 : undefined);
  return {
    servers: options.server,
    scenarios: scenarios
      .filter(({ name }) => only.includes(name) && (!quick || quickScenarios.includes(name)))
      .map((scenario) => ({ ...scenario, rows: rows ?? scenario.rows })),
    runs: quick ? 1 : options.runs,
    cutovers: !only.includes('cutover') ? 0 : quick ? 3 : 20,
    applySeconds: only.includes('apply') && !quick ? 15 : 0,
    clis: options.cli,
    without: options.without,
    variables: options.set,
    out: options.out,
  };
}

function whole(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function addVariable(text: string, others: Settings['variables']): Settings['variables'] {
  const [, name, value] = /^(\w+)=(.*)$/u.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be a name, = and a value.');
  return { ...others, [name]: value };
}
