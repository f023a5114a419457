import type { Values } from '../commands/options/parse-values.ts';
import { code, table } from '../report/markdown.ts';
import { permissionFor } from './may-command.ts';

/** What a comment can say, from harmless to final. */
const commands: readonly (readonly [command: string, what: string])[] = [
  ['help', 'shows this'],
  ['status', 'shows what is running, what waits, and what has ended lately'],
  ['plan', 'plans this pull request again'],
  ['rehearse', 'copies and compares its tables on the test replica, and changes none'],
  ['migrate', 'runs what is merged and not applied yet, of this pull request also what no plan has shown'],
  ['retry', 'the same, without what no plan has shown'],
  ['cutover', 'lets a migration that waits swap its tables'],
  ['pause', 'holds the copy back'],
  ['resume', 'lets it go on'],
  ['throttle 50', 'lets the copy rest half of the time; 0 ends that'],
  ['abort', 'ends a migration and leaves the table as it is'],
  ['revert', 'brings back the table that a migration has kept'],
];

/** The first words of all commands. */
export const commentVerbs: readonly string[] = commands.map(([command]) => command.split(' ')[0] ?? '');

export function commandHelp(values: Pick<Values, 'command-permission' | 'abort-permission'>): string {
  const columns = ['Write', 'What it does', 'Who may'].map((title) => ({ title, align: 'left' }) as const);
  const rows = commands.map(([command, what]) => {
    const needed = permissionFor(command.split(' ')[0] ?? '', values);
    return [code(`/ghostship ${command}`), what, needed];
  });
  return [
    table(columns, rows),
    'Where several migrations run, the name of the table follows: `/ghostship pause users`.',
  ].join('\n\n');
}
