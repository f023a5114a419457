import { type OptionName, optionNamesFor } from '../commands/options/options.ts';
import type { Run } from './invocation.ts';

export type FlagName =
  | OptionName
  | 'alter'
  | 'table'
  | 'take-over'
  | 'watch'
  | 'dry-run'
  | 'older-than'
  | 'through'
  | 'report'
  | 'format'
  | 'explain';

export interface Subcommand {
  readonly name: string;
  /** What must follow it, as a usage line shows it; `null` for nothing. */
  readonly argument: string | null;
  readonly description: string;
  /**
   * Flags that mean something to it; `--help` shows these. Other options are accepted, so that one set of them serves all commands.
   * Flags that are no options are not: a command must not do without a word what one of them would have kept it from.
   */
  readonly flags: readonly FlagName[];
  /** Loaded when it is called: `--help` need not wait for a database driver. */
  readonly load: () => Promise<Run>;
}

/** What is about the swap, and about what comes after it. */
const unrehearsed: readonly OptionName[] = [
  'cutover',
  'gate',
  'retired',
  'lock-budget',
  'kill-blockers',
  'lag-replicas',
];

const reaching: readonly FlagName[] = ['target', 'password', 'ssl-ca', 'config'];

export const subcommands: readonly Subcommand[] = [
  {
    name: 'lint',
    argument: null,
    description: 'Check the statements in the files, without a database.',
    flags: [
      'alter',
      'files',
      'max-file-size',
      'schema',
      'allow',
      'databases',
      'sql-mode',
      'config',
      'format',
      'explain',
    ],
    load: async () => (await import('./run-lint.ts')).runLint,
  },
  {
    name: 'plan',
    argument: null,
    description: 'Try every statement on an empty clone of its table and tell what would be done.',
    flags: ['alter', ...optionNamesFor('flag')],
    load: async () => (await import('./run-plan.ts')).runPlan,
  },
  {
    name: 'rehearse',
    argument: null,
    description: 'Do on the test replica all that a migration does, but for the swap, and tell how it went.',
    flags: [
      'alter',
      'report',
      ...optionNamesFor('flag').filter((name) => !unrehearsed.includes(name) && name !== 'schema'),
    ],
    load: async () => (await import('./run-rehearse.ts')).runRehearse,
  },
  {
    name: 'migrate',
    argument: null,
    description: 'Carry out the statements that were not carried out yet, one after the other.',
    flags: [
      'alter',
      'take-over',
      'report',
      ...optionNamesFor('flag').filter((name) => !['replica', 'sql-mode', 'schema'].includes(name)),
    ],
    load: async () => (await import('./run-migrate.ts')).runMigrate,
  },
  {
    name: 'revert',
    argument: null,
    description: 'Bring back the table that the last migration has kept, with everything that was written since.',
    flags: [
      'table',
      'take-over',
      'report',
      ...optionNamesFor('flag').filter(
        (name) => !['files', 'max-file-size', 'schema', 'replica', 'sql-mode'].includes(name),
      ),
    ],
    load: async () => (await import('./run-revert.ts')).runRevert,
  },
  {
    name: 'baseline',
    argument: null,
    description: 'Note files as applied that were applied before Ghostship came.',
    flags: ['through', 'files', 'max-file-size', ...reaching, 'sql-mode'],
    load: async () => (await import('./run-baseline.ts')).runBaseline,
  },
  control('cutover', 'Let a waiting migration swap the tables.'),
  control('pause', 'Hold the copy of a running migration back.'),
  control('resume', 'Let a paused migration go on.'),
  control(
    'throttle',
    'Slow the copy of a running migration down: the part of the time that it rests, in percent.',
    'percent',
  ),
  control('abort', 'Stop a running migration and leave the table as it was.'),
  {
    name: 'status',
    argument: null,
    description: 'Show the migrations in the target database: running, yielded, left behind, and finished lately.',
    flags: ['table', 'watch', ...reaching, 'databases'],
    load: async () => (await import('./run-status.ts')).runStatus,
  },
  {
    name: 'doctor',
    argument: null,
    description: 'Ask target and replica whether anything is in the way, before there is a statement.',
    flags: [...reaching, 'replica', 'environment', 'allow'],
    load: async () => (await import('./run-doctor.ts')).runDoctor,
  },
  {
    name: 'cleanup',
    argument: null,
    description: 'Drop what migrations have left behind in the target database, and rehearsals on the replica.',
    flags: ['table', 'dry-run', 'older-than', 'take-over', ...reaching, 'replica', 'databases', 'retired'],
    load: async () => (await import('./run-cleanup.ts')).runCleanup,
  },
];

function control(name: string, description: string, argument: string | null = null): Subcommand {
  const load = async (): Promise<Run> => (await import('./run-control.ts')).runControl;
  const takeOver: readonly FlagName[] = name === 'abort' ? ['take-over'] : [];
  return { name, argument, description, flags: ['table', ...takeOver, ...reaching, 'databases'], load };
}
