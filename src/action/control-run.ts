import { cleanup } from '../commands/control/cleanup.ts';
import { control } from '../commands/control/control.ts';
import { onlyTable, parseControlCommand, signedBy, whatToWrite } from '../commands/control/control-command.ts';
import { type MigrationStatus, status } from '../commands/control/status.ts';
import { withdrawCutover } from '../commands/control/withdraw-cutover.ts';
import { toGhostshipError } from '../commands/known-error.ts';
import { describeError } from '../commands/migrate/run-outcome.ts';
import { answerText } from '../report/answer-text.ts';
import { cleanupText } from '../report/cleanup-text.ts';
import { codeBlock, link } from '../report/markdown.ts';
import { orphanedText } from '../report/orphan-text.ts';
import { errorText, runText } from '../report/outcome-text.ts';
import { commandWords, readCommandWord } from '../support/command-words.ts';
import { GhostshipError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import type { ActionRun } from './action-run.ts';
import { commandIn } from './choose-mode.ts';
import { closeLeftOpen } from './close-left-open.ts';
import { commandHelp, commentVerbs } from './command-help.ts';
import { CommentReply } from './comment-reply.ts';
import { fail, log } from './core.ts';
import type { CommentEvent } from './event.ts';
import { inComments } from './in-comments.ts';
import { summarize } from './job-summary.ts';
import { permissionFor, refuseStrangers } from './may-command.ts';
import { publish } from './outputs.ts';
import { isPullVerb, obeyForPull } from './pull-command.ts';
import { revertWatched } from './revert-run.ts';
import { statusWords } from './status-run.ts';
import { tellElsewhere } from './tell-elsewhere.ts';
import { findOrphaned } from './tell-orphaned.ts';

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
  const { repository, writes, settings } = run;
  const command = commandIn(event.body);
  const verb = verbOf(command);
  const reply = new CommentReply(run, event, command);
  await reply.react('eyes');
  try {
    await refuseStrangers(repository, event.author, permissionFor(verb, settings.values), verb);
    if (verb !== '') refuseUnknown(verb);
    if (verb === 'help' || verb === '') return await reply.sayMarkdown(commandHelp(settings.values));
    // These take long. The answer is written anew when they end.
    if (isPullVerb(verb) || verb === 'revert')
      await reply.sayMarkdown(`It is under way: ${link('log', run.runner.runUrl)}.`);
    if (isPullVerb(verb)) {
      refuseMore(command);
      const { text, isGood } = await obeyForPull(run, verb, event, signal);
      await reply.say(text);
      return await reply.react(isGood ? '+1' : 'confused');
    }
    const answer = await obey(command, run, signal);
    log(answer);
    await reply.react('+1');
    await reply.say(inComments(answer));
    await summarize(codeBlock('', answer), writes);
  } catch (error) {
    const described = describeError(toGhostshipError(error));
    const text = inComments(errorText(described, null));
    publish({ 'error-code': described.code });
    await reply.react('confused');
    await reply.say(text);
    await summarize(codeBlock('', text), writes);
    fail(text);
  }
}

function refuseUnknown(verb: string): void {
  if (commentVerbs.includes(verb)) return;
  throw new GhostshipError('usage', `"${verb}" is not a command.${didYouMean(verb, commentVerbs)}`, {
    hint: `Write one of ${commentVerbs.join(', ')}. \`/ghostship help\` says what each of them does.`,
  });
}

function verbOf(command: string): string {
  return (command.split(/\s+/u)[0] ?? '').toLowerCase();
}

function refuseMore(command: string): void {
  if (!/\s/u.test(command)) return;
  throw new GhostshipError('usage', `"${command}" is not a command.`, {
    hint: `Write ${verbOf(command)} alone: it is about the files of this pull request. /ghostship help shows what else can be written.`,
  });
}

const takeOverFlag = '--take-over';
const takingOver = { dryRun: false, takesOver: true, olderThanMs: 0 };

async function obey(given: string, run: ActionRun, signal: AbortSignal): Promise<string> {
  const { settings } = run;
  const [first = '', ...others] = commandWords(given);
  const verb = first.toLowerCase();
  const words = [verb, ...others];
  if (verb === 'status') return await statusWords(run, await status(onlyTable(others, given), settings, signal));
  if (verb === 'revert') return await obeyRevert(run, others, signal);
  const command = words.filter((word) => verb !== 'abort' || word !== takeOverFlag).join(' ');
  const parsed = parseControlCommand(command);
  // One that is gone hears no command.
  if (verb === 'abort' && (settings.values['take-over'] === 'true' || words.includes(takeOverFlag))) {
    publish({ state: 'completed' });
    return cleanupText(await cleanup(parsed.table, settings, signal, takingOver));
  }
  const who = run.event.kind === 'comment' ? run.event.author : run.runner.actor;
  const told = await control(signedBy(parsed, who), settings, signal);
  publish({ 'migration-id': told.migrationId, state: told.progress.state });
  // Where nobody worked on it, no other run will say that it has ended.
  if (verb === 'abort') await closeLeftOpen(run, { appId: null, isShipped: false, aborted: told });
  await tellElsewhere(run, told, command, await statusOf(told.table, run, signal));
  const [orphaned] = told.answer.outcome === 'kept' && !told.alive ? await orphanedAmong(run, told.table, signal) : [];
  if (orphaned === undefined) return answerText(told, command);
  if (verb === 'cutover') await withdrawCutover(orphaned, settings);
  const kept = verb === 'cutover' ? 'Then the swap is to be ordered anew.' : 'What was said is kept until then.';
  const text = `${orphanedText(orphaned)} ${kept}`;
  return answerText({ ...told, answer: { outcome: 'kept', text } }, command);
}

async function orphanedAmong(run: ActionRun, table: string, signal: AbortSignal): Promise<readonly MigrationStatus[]> {
  return await findOrphaned(run, await statusOf(table, run, signal)).catch(() => []);
}

/** What was said counts, though nothing can be told of it. */
async function statusOf(table: string, { settings }: ActionRun, signal: AbortSignal): Promise<MigrationStatus[]> {
  return await status(table, settings, signal).catch(() => []);
}

/** In this very job: a revert has no other that could be told. */
async function obeyRevert(run: ActionRun, words: readonly string[], signal: AbortSignal): Promise<string> {
  const [table = null, ...more] = words.map(readCommandWord);
  if (more.length > 0)
    throw new GhostshipError('usage', `"${words.join(' ')}" is not one table.`, {
      hint: 'Write revert, and behind it the table.',
    });
  const { outcome } = await revertWatched(run, table, signal);
  if (outcome.error === null) return runText(outcome);
  const { code, message, hint } = outcome.error;
  const tableState = outcome.migrations.at(-1)?.tableState ?? 'unchanged';
  throw new GhostshipError(code, message, { hint, tableState });
}
