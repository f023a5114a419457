import { option } from './option.ts';
import { byteSize, environmentName, listOf, oneOf, positiveNumber, sqlModeName, workers } from './value.ts';

/** Options that are no inputs of the action: most only tune. */
export const plainOptions = {
  after: option({
    places: ['config'],
    default: '',
    placeholder: 'environment',
    description:
      'Environments that come first, in their order; one a line. Each waits for those before it, and one that is not among them for all: its migrate does nothing until their check runs on the same commit say that everything is shipped.',
    schema: listOf(environmentName),
  }),
  'max-file-size': option({
    places: ['flag', 'config'],
    default: '10MB',
    placeholder: 'size',
    description:
      'A file of statements that is larger is refused by name and not read: a number with KB, MB, KiB or MiB.',
    schema: byteSize,
  }),
  /*
   * Rows that are examined stay locked until the end of the transaction, and replicas apply it in one piece. To change
   * 100,000 rows took one to two seconds on two busy processors: less than the lock budget, which is what writers may be
   * made to wait at a swap.
   */
  'max-data-rows': option({
    places: ['flag', 'config'],
    default: '100000',
    placeholder: 'n',
    description:
      'With data-statements: run, how many rows one statement may examine, by the estimate of the server (EXPLAIN). One that would examine more is refused.',
    schema: positiveNumber,
  }),
  'sql-mode': option({
    places: ['flag', 'config'],
    default: '',
    placeholder: 'mode',
    description:
      'Modes of sql_mode that the statements are written for, such as ANSI_QUOTES, where no server is asked; one a line. Where one is, its global sql_mode counts.',
    schema: listOf(sqlModeName),
  }),
  verify: option({
    places: ['flag', 'config', 'override'],
    default: 'full',
    placeholder: 'full|off',
    description: 'Compare every row of the original with its copy before the swap, or do not.',
    schema: oneOf(['full', 'off']),
  }),
  workers: option({
    places: ['flag', 'config', 'override'],
    default: 'auto',
    placeholder: 'n',
    description: 'How many chunks are copied at the same time: auto, or a number from 1 to 16.',
    schema: workers,
  }),
  indexes: option({
    places: ['flag', 'config', 'override'],
    default: 'auto',
    placeholder: 'auto|keep|defer',
    description:
      'Build secondary indexes after the copy (defer), keep them up to date during it (keep), or decide by the table (auto).',
    schema: oneOf(['auto', 'keep', 'defer']),
  }),
  algorithm: option({
    places: ['flag', 'config', 'override'],
    default: 'auto',
    placeholder: 'auto|copy',
    description: 'auto tries instant and in place first; copy does not.',
    schema: oneOf(['auto', 'copy']),
  }),
} as const;
