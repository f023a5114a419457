import { cleanup } from '../commands/control/cleanup.ts';
import { control } from '../commands/control/control.ts';
import { parseControlCommand, whatToWrite } from '../commands/control/control-command.ts';
import { status } from '../commands/control/status.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { describeError } from '../commands/migrate/run-outcome.ts';
import { answerText } from '../report/answer-text.ts';
import { cleanupText } from '../report/cleanup-text.ts';
import { code, codeBlock } from '../report/markdown.ts';
import { errorText, runText } from '../report/outcome-text.ts';
import { statusText } from '../report/status-text.ts';
import { unquoteIdent } from '../sql/sql.ts';
import { GhostshipError } from '../support/errors.ts';
import { longestBody, visibleMarkdown } from '../support/visible.ts';
import type { ActionRun } from './action-run.ts';
import { commandIn } from './choose-mode.ts';
import { fail, log } from './core.ts';
import type { CommentEvent } from './event.ts';
import type { GitHubRepository } from './github.ts';
import { summarize } from './job-summary.ts';
import { publish } from './outputs.ts';
import { revertWatched } from './revert-run.ts';

/** Passes a command on to a running migration: that of the input, or that of a comment by somebody who may push. */
export async function controlRun(run: ActionRun, signal: AbortSignal): Promise<void> {
  const { event, settings, writes } = run;
  if (event.kind === 'comment') return obeyComment(run, event, signal);
  const command = settings.values.command;
  if (command === null) {
    throw new GhostshipError('usage', 'The input command is missing.', {
      hint: `Write ${whatToWrite}.`,
    });
  }
  const answer = await obey(command, run, signal);
  log(answer);
  await summarize(codeBlock('', answer), writes);
}

async function obeyComment(run: ActionRun, event: CommentEvent, signal: AbortSignal): Promise<void> {
  const { repository, writes } = run;
  const react = (content: '+1' | 'confused'): Promise<unknown> =>
    writes.attempt('react to the comment', () =>
      repository.octokit.rest.reactions.createForIssueComment({
        owner: repository.owner,
        repo: repository.repo,
        comment_id: event.commentId,
        content,
      }),
    );
  const reply = (body: string): Promise<unknown> =>
    writes.attempt('answer the comment', () =>
      repository.octokit.rest.issues.createComment({
        owner: repository.owner,
        repo: repository.repo,
        issue_number: event.number,
        body: visibleMarkdown(body).slice(0, longestBody),
      }),
    );
  const command = commandIn(event.body);
  try {
    await refuseStrangers(repository, event.author);
    const answer = await obey(command, run, signal);
    log(answer);
    await react('+1');
    await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock('', answer)}`);
    await summarize(codeBlock('', answer), writes);
  } catch (error) {
    const described = describeError(toGhostshipError(error));
    const text = errorText(described, null);
    publish({ 'error-code': described.code });
    await react('confused');
    await reply(`${code(`/ghostship ${command}`)}\n\n${codeBlock('', text)}`);
    await summarize(codeBlock('', text), writes);
    fail(text);
  }
}

const takeOverFlag = '--take-over';
const takingOver = { dryRun: false, takesOver: true, olderThanMs: 0 };

async function obey(given: string, run: ActionRun, signal: AbortSignal): Promise<string> {
  const { settings } = run;
  const words = given.split(/\s+/u);
  const [verb, table = null] = words;
  if (verb === 'status') return statusText(await status(table, settings, signal));
  if (verb === 'revert') return await obeyRevert(run, words.slice(1), signal);
  const command = words.filter((word) => verb !== 'abort' || word !== takeOverFlag).join(' ');
  const parsed = parseControlCommand(command);
  // One that is gone hears no command.
  if (verb === 'abort' && (settings.values['take-over'] === 'true' || words.includes(takeOverFlag))) {
    publish({ state: 'completed' });
    return cleanupText(await cleanup(parsed.table, settings, signal, takingOver));
  }
  const told = await control(parsed, settings, signal);
  publish({ 'migration-id': told.migrationId, state: told.progress.state });
  return answerText(told, command);
}

/** In this very job: a revert has no other that could be told. */
async function obeyRevert(run: ActionRun, words: readonly string[], signal: AbortSignal): Promise<string> {
  const [table, ...more] = words;
  if (more.length > 0)
    throw new GhostshipError('usage', `"${words.join(' ')}" is not one table.`, {
      hint: 'Write revert, and behind it the table.',
    });
  const outcome = await revertWatched(run, table === undefined ? null : unquoteIdent(table), signal);
  if (outcome.error === null) return runText(outcome);
  const { code, message, hint } = outcome.error;
  const tableState = outcome.migrations.at(-1)?.tableState ?? 'unchanged';
  throw new GhostshipError(code, message, { hint, tableState });
}

/** Anybody may comment on a public repository. */
async function refuseStrangers({ octokit, owner, repo }: GitHubRepository, username: string): Promise<void> {
  const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
  if (data.permission === 'admin' || data.permission === 'write') return;
  throw new GhostshipError('usage', `${username} may not command migrations here.`, {
    hint: 'Ask somebody who may push to this repository.',
  });
}
