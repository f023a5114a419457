import * as core from '@actions/core';
import type { Annotation } from '../report/annotation.ts';
import { visible, visibleInLog, visibleMarkdown } from '../support/visible.ts';

/*
 * What a step can tell its runner. The only file that talks to @actions/core.
 */

/** Empty if it is not given. */
export function readInput(name: string): string {
  return core.getInput(name);
}

/** From now on the runner shows `***` instead. */
export function mask(secret: string): void {
  if (secret !== '') core.setSecret(secret);
}

export function setOutput(name: string, value: string | number): void {
  core.setOutput(name, value);
}

/** For the post step of the same job step. */
export function saveState(name: string, value: string): void {
  core.saveState(name, value);
}

/** Empty if it was not saved. */
export function readState(name: string): string {
  return core.getState(name);
}

/** Statements and server messages are not trusted: the runner must not take one of their lines for a command. */
export function log(text: string): void {
  core.info(visibleInLog(text));
}

/** What people should see without reading the log. */
export function notice(message: string): void {
  core.notice(visible(message));
}

export function warn(message: string): void {
  core.warning(visible(message));
}

/** Ends the step as failed, once everything else is done. */
export function fail(message: string): void {
  core.setFailed(visible(message));
}

/** A remark beside a line of a file. The runner keeps ten of a level in a step. */
export function annotate({ path, startLine, endLine, columns, level, ...words }: Annotation): void {
  const [title, message] = [visible(words.title), visible(words.message)];
  const place = columns === null ? {} : { startColumn: columns.start, endColumn: columns.end };
  const properties = { title, file: path, startLine, endLine, ...place };
  if (level === 'failure') core.error(message, properties);
  else if (level === 'warning') core.warning(message, properties);
  else core.notice(message, properties);
}

/** @throws Error where the runner has no place for it */
export async function writeSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(visibleMarkdown(markdown), true).write();
}
