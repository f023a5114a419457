import { type Gate, type GateEnd, gateMarkdown, gateOverMarkdown } from '../report/gate-markdown.ts';
import type { ActionRun } from './action-run.ts';
import { endPosted, postOnce } from './posted-comment.ts';
import { targetName } from './target-name.ts';

/** Asks for the person that a migration waits for, in a comment of its own. */
export async function postGate(run: ActionRun, pullRequest: number, gate: Gate): Promise<void> {
  const { repository, writes } = run;
  await writes.attempt('write the comment about the gate', () =>
    postOnce(repository, pullRequest, gateOf(run, gate.table), gateMarkdown(gate)),
  );
}

/** Nobody is asked for any more. A table has one migration at a time, and so one gate. */
export async function closeGate(run: ActionRun, pullRequest: number, table: string, end: GateEnd): Promise<void> {
  const { repository, writes } = run;
  await writes.attempt('close the comment about the gate', () =>
    // The statement may come back, and its abort is still to be told.
    endPosted(repository, pullRequest, gateOf(run, table), gateOverMarkdown(table, end), end === 'orphaned'),
  );
}

function gateOf({ settings }: ActionRun, table: string): string[] {
  return ['gate', targetName(settings.values) ?? '', table];
}
