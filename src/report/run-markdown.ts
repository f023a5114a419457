import type { FileStatement } from '../commands/statements/file-statement.ts';
import type { Progress } from '../engine/events.ts';
import type { Outcome } from '../engine/outcome.ts';
import { cellLength, clip } from './clip.ts';
import { code, message, prose, table } from './markdown.ts';
import { progressMarkdown } from './progress-markdown.ts';
import { stateIcons } from './words.ts';

/** One statement of a run that is under way. */
export interface RunningStatement {
  readonly statement: Pick<FileStatement, 'text'>;
  /** `null` while it waits or runs. */
  readonly outcome: Outcome | null;
  /** What to say of it now; `null` while it waits. */
  readonly line: string | null;
}

/**
 * A run while it goes on, for its check run.
 *
 * @param progress of the statement that is running
 */
export function runMarkdown(
  statements: readonly RunningStatement[],
  notices: readonly string[],
  progress: Progress | null = null,
): string {
  const rows = statements.map(({ statement, outcome, line }) => {
    const icon = outcome === null ? (line === null ? '⏳' : '🚢') : stateIcons[outcome.state];
    return [icon, code(clip(statement.text, cellLength)), prose(line ?? 'waiting')];
  });
  const columns = ['', 'Statement', 'Now'].map((title) => ({ title, align: 'left' }) as const);
  const newest = notices.slice(-10).map((notice) => `- ${message(notice, '  ')}`);
  const far = progress === null ? [] : [progressMarkdown(progress)];
  return [...far, table(columns, rows), ...(newest.length === 0 ? [] : [newest.join('\n')])].join('\n\n');
}
