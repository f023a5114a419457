import { code, codeBlock } from '../report/markdown.ts';
import { longestBody, visibleMarkdown } from '../support/visible.ts';
import type { ActionRun } from './action-run.ts';
import { isCommand } from './choose-mode.ts';
import type { CommentEvent } from './event.ts';

type Reaction = 'eyes' | '+1' | 'confused';

/** The answer to a comment: one comment, which is edited when there is more to say, and reactions. */
export class CommentReply {
  readonly #run: ActionRun;
  readonly #event: CommentEvent;
  readonly #command: string;
  #id: number | null = null;

  constructor(run: ActionRun, event: CommentEvent, command: string) {
    this.#run = run;
    this.#event = event;
    this.#command = command;
  }

  async react(content: Reaction): Promise<void> {
    const { repository, writes } = this.#run;
    const { octokit, owner, repo } = repository;
    const comment_id = this.#event.commentId;
    await writes.attempt('react to the comment', () =>
      octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id, content }),
    );
  }

  /** In place of what was answered before. */
  async say(text: string): Promise<void> {
    await this.sayMarkdown(codeBlock('', text));
  }

  async sayMarkdown(markdown: string): Promise<void> {
    const { repository, writes } = this.#run;
    const { octokit, owner, repo } = repository;
    const more = hasMoreCommands(this.#event.body) ? `\n\n${onlyFirst}` : '';
    const answer = `${code(`/ghostship ${this.#command}`)}\n\n${markdown}${more}`;
    const body = visibleMarkdown(answer).slice(0, longestBody);
    const id = this.#id;
    const written = await writes.attempt('answer the comment', async () =>
      id === null
        ? await octokit.rest.issues.createComment({ owner, repo, issue_number: this.#event.number, body })
        : await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
    );
    this.#id ??= written?.data.id ?? null;
  }
}

const onlyFirst = 'Only the first command of a comment is obeyed: write each other one in a comment of its own.';

function hasMoreCommands(body: string): boolean {
  return body
    .trimStart()
    .split('\n')
    .slice(1)
    .some((line) => isCommand(line));
}
