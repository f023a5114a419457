import { type OptionName, optionNamesFor } from '../commands/options/options.ts';
import type { Run } from './invocation.ts';

export type FlagName = OptionName | 'alter' | 'table';

export interface Subcommand {
  readonly name: string;
  readonly description: string;
  /** What must follow its name, as a usage line shows it. */
  readonly argument: string | null;
  /** Flags that mean something to it; `--help` shows these. The others are accepted, so that one set of flags serves all. */
  readonly flags: readonly FlagName[];
  /** Loaded when it is called: `--help` need not wait for a database driver. */
  readonly load: () => Promise<Run>;
}

const reaching: readonly FlagName[] = ['target', 'password', 'config'];

export const subcommands: readonly Subcommand[] = [
  {
    name: 'lint',
    description: 'Check the statements in the files, without a database.',
    argument: null,
    flags: ['files', 'max-file-size', 'allow', 'databases', 'sql-mode', 'config'],
    load: async () => (await import('./run-lint.ts')).runLint,
  },
  {
    name: 'plan',
    description: 'Try every statement on an empty clone of its table and tell what would be done.',
    argument: null,
    flags: ['files', 'max-file-size', 'alter', ...reaching, 'replica', 'allow', 'databases', 'sql-mode'],
    load: async () => (await import('./run-plan.ts')).runPlan,
  },
  {
    name: 'migrate',
    description: 'Carry out the statements that were not carried out yet, one after the other.',
    argument: null,
    flags: ['alter', ...optionNamesFor('flag').filter((name) => name !== 'replica' && name !== 'sql-mode')],
    load: async () => (await import('./run-migrate.ts')).runMigrate,
  },
  control('cutover', 'Let a waiting migration swap the tables.'),
  control('pause', 'Hold the copy of a running migration back.'),
  control('resume', 'Let a paused migration go on.'),
  control('abort', 'Stop a running migration and leave the table as it was.'),
  control('throttle', 'Slow the copy of a running migration down (not in this version).', '<number>'),
  {
    name: 'status',
    description: 'Show the migrations in the target database.',
    argument: null,
    flags: ['table', ...reaching, 'databases'],
    load: async () => (await import('./run-status.ts')).runStatus,
  },
  {
    name: 'cleanup',
    description: 'Drop what migrations have left behind in the target database.',
    argument: null,
    flags: ['table', ...reaching, 'databases', 'retired'],
    load: async () => (await import('./run-cleanup.ts')).runCleanup,
  },
  notYet('rehearse', 'Carry everything out on the test replica, without the swap (not in this version).'),
  notYet('revert', 'Swap a retired table back in (not in this version).'),
];

function control(name: string, description: string, argument: string | null = null): Subcommand {
  const load = async (): Promise<Run> => (await import('./run-control.ts')).runControl;
  return { name, description, argument, flags: ['table', ...reaching, 'databases'], load };
}

function notYet(name: 'rehearse' | 'revert', description: string): Subcommand {
  const load = async (): Promise<Run> => {
    const { refuseNotYet } = await import('../commands/options/not-yet.ts');
    return () => refuseNotYet(name);
  };
  return { name, description, argument: null, flags: [], load };
}
