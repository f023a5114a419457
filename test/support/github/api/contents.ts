import { gitCommitShape, parentShapes } from '../shape/commit-shape.ts';
import { entryShape, fileShape } from '../shape/content-shape.ts';
import { nodeIdOf } from '../shape/urls.ts';
import { blobSha, type Commit } from '../state/commit.ts';
import { type Answer, answer } from '../wire/answer.ts';
import { ApiError, invalidRequest, notFound } from '../wire/api-error.ts';
import { bodyOf, type Call, textIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

interface WriteBody {
  readonly message: string;
  readonly content: string;
  readonly sha?: string;
  readonly branch?: string;
}

export const contentHandlers: Handlers = {
  'repos/get-content': (call) => {
    const path = pathOf(call);
    const commit = call.repository.resolve(String(call.query.ref ?? call.repository.defaultBranch));
    if (commit === null) throw noCommit(call);
    const content = commit.tree.get(path);
    if (content !== undefined) return fileAnswer(call, commit, path, content);
    const names = namesInside(commit, path);
    if (names.length === 0) throw notFound();
    return answer(
      names.map((name) => entryShape(call.urls, call.repository, commit, name, commit.tree.get(name) ?? null)),
    );
  },

  'repos/create-or-update-file-contents': (call) => {
    const path = pathOf(call);
    const { message, content, sha, branch = call.repository.defaultBranch } = bodyOf<WriteBody>(call);
    const isNew = refuseOtherSha(call, branch, path, sha) === undefined;
    const text = Buffer.from(content, 'base64').toString();
    const commit = call.repository.push({ branch, files: { [path]: text }, message, author: call.actor.login });
    const file = entryShape(call.urls, call.repository, commit, path, text);
    return answer({ content: file, commit: fileCommit(call, commit) }, isNew ? 201 : 200);
  },

  'repos/delete-file': (call) => {
    const path = pathOf(call);
    const { message, sha, branch = call.repository.defaultBranch } = bodyOf<WriteBody>(call);
    if (refuseOtherSha(call, branch, path, sha) === undefined) throw notFound();
    const commit = call.repository.push({ branch, files: { [path]: null }, message, author: call.actor.login });
    return answer({ content: null, commit: fileCommit(call, commit) });
  },
};

function pathOf(call: Call): string {
  return textIn(call, 'path').replace(/^\/+|\/+$/g, '');
}

function noCommit(call: Call): ApiError {
  return new ApiError(404, `No commit found for the ref ${call.query.ref}`);
}

function fileAnswer(call: Call, commit: Commit, path: string, content: string): Answer {
  const wantsRaw = /application\/vnd\.github\.(?:v3\.)?raw/.test(call.accept);
  if (!wantsRaw) return answer(fileShape(call.urls, call.repository, commit, path, content));
  return { ...answer(content), mediaType: 'application/vnd.github.raw+json' };
}

/** The files and folders directly below a folder, with their whole paths. */
function namesInside(commit: Commit, folder: string): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = [...commit.tree.keys()].filter((path) => path.startsWith(prefix));
  return [...new Set(below.map((path) => prefix + (path.slice(prefix.length).split('/')[0] ?? '')))];
}

/** The content as it is, `undefined` if there is none. Whoever changes it must name its SHA. */
function refuseOtherSha(call: Call, branch: string, path: string, sha: string | undefined): string | undefined {
  if (!call.repository.branches.has(branch)) throw new ApiError(404, `Branch ${branch} not found`);
  const content = call.repository.tip(branch).tree.get(path);
  if (content === undefined) return undefined;
  if (sha === undefined) throw invalidRequest('"sha" wasn\'t supplied.');
  if (sha !== blobSha(content)) throw new ApiError(409, `${path} does not match ${sha}`);
  return content;
}

function fileCommit({ urls, repository }: Call, commit: Commit) {
  return {
    sha: commit.sha,
    node_id: nodeIdOf('Commit', Number.parseInt(commit.sha.slice(0, 8), 16)),
    html_url: `${urls.server}/${repository.fullName}/commit/${commit.sha}`,
    ...gitCommitShape(urls, repository, commit),
    parents: parentShapes(urls, repository, commit),
  };
}
