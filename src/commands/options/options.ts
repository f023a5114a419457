import { bindingOptions } from './binding-options.ts';
import { lintOptions } from './lint-options.ts';
import { type OptionPlace, option } from './option.ts';
import { peopleOptions } from './people-options.ts';
import { plainOptions } from './plain-options.ts';
import {
  acceptedName,
  environmentName,
  listOf,
  loadLimit,
  oneOf,
  optional,
  retiring,
  someTime,
  text,
} from './value.ts';

const limits = ['input', 'flag', 'config', 'override'] as const;

/**
 * Every option there is, for the action, the command line and the config file. `action.yml` and the README repeat the
 * inputs among them; a test holds the three together.
 */
export const options = {
  mode: option({
    places: ['input'],
    default: 'auto',
    placeholder: 'mode',
    description:
      'What to do: auto, lint, plan, rehearse, migrate, control, revert, status or cleanup. auto goes by the event: a pull request and a merge queue are linted and planned, a push or a merged pull request is migrated, a comment is a command, a run by hand (workflow_dispatch) does what command says, or migrates, and one on schedule goes on with what has yielded. Only what is in one of the branches is ever migrated.',
    schema: oneOf(['auto', 'lint', 'plan', 'rehearse', 'migrate', 'control', 'revert', 'status', 'cleanup']),
  }),
  files: option({
    places: ['input', 'flag', 'config'],
    default: 'migrations/**/*.sql',
    placeholder: 'glob',
    description:
      'Globs of the files with the statements, one a line. They are applied in the order of their paths; those of a folder that are named by versions (`V10__x.sql`, `10_x.sql`) in the order of the versions.',
    schema: listOf(text),
  }),
  baseline: option({
    places: ['input', 'flag', 'config'],
    default: null,
    placeholder: 'path',
    description:
      'The last file that was applied before Ghostship came. It and all files before it are noted as applied, and not run.',
    schema: optional(text),
  }),
  ...bindingOptions,
  environment: option({
    places: ['input', 'flag'],
    default: null,
    placeholder: 'name',
    description:
      'The name of the target, such as staging or production. It has a check run, a section of the comment and a ledger of its own. A database whose ledger is of another environment is refused.',
    schema: optional(environmentName),
  }),
  target: option({
    places: ['input', 'flag', 'config'],
    default: null,
    placeholder: 'url',
    description: 'The database to change: mysql://user@host:port/database, with ?ssl-mode=required and the like.',
    schema: optional(text),
  }),
  password: option({
    places: ['input', 'flag'],
    default: null,
    placeholder: 'password',
    description: 'The password for target, and for the replicas whose URL has none.',
    schema: optional(text),
  }),
  'ssl-ca': option({
    places: ['input', 'flag', 'config'],
    default: null,
    placeholder: 'path',
    description:
      'A file with the certificates, in PEM form, of the authorities that vouch for the databases. It serves every URL without an ssl-ca of its own.',
    schema: optional(text),
  }),
  replica: option({
    places: ['input', 'flag', 'config'],
    default: null,
    placeholder: 'url',
    description: 'A test replica on which plans are tried, in the form of target.',
    schema: optional(text),
  }),
  'lag-replicas': option({
    places: ['input', 'flag', 'config'],
    default: '',
    placeholder: 'url',
    description: 'Replicas whose lag holds the copy back, one a line, in the form of target.',
    schema: listOf(text),
  }),
  cutover: option({
    places: limits,
    default: 'auto',
    placeholder: 'auto|wait',
    description:
      'When the tables are swapped: auto as soon as everything is copied and verified, wait when a person says cutover.',
    schema: oneOf(['auto', 'wait']),
  }),
  gate: option({
    places: limits,
    default: 'hold',
    placeholder: 'hold|yield',
    description:
      'What a migration does while cutover waits: hold keeps it running, yield ends the run once everything is copied and verified. The next run goes on, and swaps once cutover was said.',
    schema: oneOf(['hold', 'yield']),
  }),
  command: option({
    places: ['input'],
    default: null,
    placeholder: 'command',
    description:
      'With mode control, or in a run by hand: cutover, pause, resume, abort, or throttle with a percentage; then the table if more than one migration is running. A run by hand knows lint, plan, rehearse, migrate, status and cleanup as well. With mode revert: the table, if more than one could be reverted.',
    schema: optional(text),
  }),
  'take-over': option({
    places: ['input'],
    default: 'false',
    placeholder: 'true|false',
    description:
      'With the modes migrate, revert and cleanup, and with the command abort: end the connections of a migration whose process is gone. One that was heard of within 30 s is left alone.',
    schema: oneOf(['true', 'false']),
  }),
  branches: option({
    places: ['input', 'config'],
    default: '',
    placeholder: 'branch',
    description:
      'Only merges and pushes to these branches migrate: names or globs, one a line. It is the default branch unless others are named. The config file can set it on the default branch only.',
    schema: listOf(text),
  }),
  'max-lag': option({
    places: limits,
    default: '1500ms',
    placeholder: 'duration',
    description: 'The copy is held while replicas or its own stream of changes lag more than this.',
    schema: someTime,
  }),
  'max-load': option({
    places: limits,
    default: '',
    placeholder: 'variable=number',
    description: 'The copy is held while a status variable is above its limit, such as Threads_running=25; one a line.',
    schema: listOf(loadLimit),
  }),
  'critical-load': option({
    places: limits,
    default: '',
    placeholder: 'variable=number',
    description: 'The migration is given up when a status variable is above its limit; one a line.',
    schema: listOf(loadLimit),
  }),
  'lock-budget': option({
    places: limits,
    default: '3s',
    placeholder: 'duration',
    description:
      'All the time one attempt at the cutover may make writers wait, 1200ms at least. What does not fit is undone and tried again later.',
    schema: someTime,
  }),
  'kill-blockers': option({
    places: limits,
    default: 'none',
    placeholder: 'none|idle|all',
    description:
      'What becomes of connections whose transactions keep the cutover from its lock: none is ended, or before the next attempt those that have sent nothing for five seconds (idle), or all. Replication and the server itself are never ended, nor is anybody where the server does not show who holds the table.',
    schema: oneOf(['none', 'idle', 'all']),
  }),
  'max-runtime': option({
    places: limits,
    default: null,
    placeholder: 'duration',
    description:
      'A run that takes longer than this yields: it keeps what is copied, and the next run goes on. All statements of the run count together. In the action it is 5h30m on a runner of GitHub and 23h30m on one of your own unless it is set; in a terminal there is no limit.',
    schema: optional(someTime),
  }),
  retired: option({
    places: limits,
    default: 'drop',
    placeholder: 'drop|keep [time]',
    description:
      'What becomes of the original after the swap: drop, or keep under the name of the table followed by _del, so that the migration can be reverted. With a time, such as keep 7d, cleanup drops it once that is over.',
    schema: retiring,
  }),
  allow: option({
    places: limits,
    default: '',
    placeholder: 'rule',
    description:
      'Lint rules and hazards that a person has accepted for this run, such as drop-column or zero-dates; one a line. With blocking the server itself alters large tables without a usable key, while others wait. With untried-statement a statement is run that could not be tried before.',
    schema: listOf(acceptedName),
  }),
  databases: option({
    places: ['input', 'flag', 'config'],
    default: '',
    placeholder: 'name',
    description:
      'Other databases of the same server that statements may name, as in ALTER TABLE other.users; one a line. Only these and the database of target are allowed.',
    schema: listOf(text),
  }),
  'data-statements': option({
    places: ['input', 'flag', 'config'],
    default: 'refuse',
    placeholder: 'refuse|run',
    description:
      'INSERT, UPDATE and DELETE in the files: refuse them, or run each in one transaction of its own. REPLACE and LOAD DATA are always refused.',
    schema: oneOf(['refuse', 'run']),
  }),
  triggers: option({
    places: limits,
    default: 'refuse',
    placeholder: 'refuse|carry',
    description: 'A table with triggers: refuse it, or carry them over to the altered table.',
    schema: oneOf(['refuse', 'carry']),
  }),
  'foreign-keys': option({
    places: limits,
    default: 'refuse',
    placeholder: 'refuse|carry|drop',
    description:
      'A table with foreign keys of its own: refuse it, carry them over to the altered table (MySQL), or leave them out.',
    schema: oneOf(['refuse', 'carry', 'drop']),
  }),
  config: option({
    places: ['input', 'flag'],
    default: '.github/ghostship.yml',
    placeholder: 'path',
    description:
      'A file with any of these options, the severities of lint rules, and overrides for some tables or files. The action reads it from the branch that is merged into, never from the pull request.',
    schema: text,
  }),
  'github-token': option({
    places: ['input'],
    default: '',
    placeholder: 'token',
    description:
      'The token for the comment and the check run, that of the job unless another is given. It needs checks: write, pull-requests: write and contents: read, and actions: write to start the next run of a migration that takes longer than a job.',
    schema: text,
  }),
  ...peopleOptions,
  ...plainOptions,
  ...lintOptions,
} as const;

export type OptionName = keyof typeof options;

export const optionNames = Object.keys(options) as readonly OptionName[];

export function optionNamesFor(place: OptionPlace): readonly OptionName[] {
  return optionNames.filter((name) => options[name].places.some((other) => other === place));
}

/** The description with the default behind it, as `action.yml`, the README and `--help` have it. */
export function describeOption(name: OptionName): string {
  const { description, default: value } = options[name];
  return value === null || value === '' ? description : `${description} Default: \`${value}\`.`;
}
