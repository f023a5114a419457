import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorkflowEvent } from '../github/index.ts';

/** Where a job finds its things. */
export interface JobFolder {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly eventPath: string;
}

/** The files a step writes to in order to tell the runner something. */
export interface StepFiles {
  readonly output: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
  readonly summary: string;
}

/** @param isCheckedOut whether the workspace holds the files of the event's commit */
export async function makeJobFolder(root: string, event: WorkflowEvent, isCheckedOut: boolean): Promise<JobFolder> {
  const base = await mkdtemp(join(root, 'job-'));
  const { name } = event.repository;
  const folder = {
    workspace: join(base, 'work', name, name),
    temp: join(base, 'temp'),
    home: join(base, 'home'),
    eventPath: join(base, 'temp', '_github_workflow', 'event.json'),
  };
  for (const path of [folder.workspace, folder.home, dirname(folder.eventPath)]) await mkdir(path, { recursive: true });
  await writeFile(folder.eventPath, JSON.stringify(event.payload, null, 2));
  if (isCheckedOut) await writeFiles(folder.workspace, event.commit.tree);
  return folder;
}

export async function makeStepFiles(folder: JobFolder): Promise<StepFiles> {
  const base = await mkdtemp(join(folder.temp, '_runner_file_commands-'));
  const files = {
    output: join(base, 'output'),
    state: join(base, 'state'),
    env: join(base, 'env'),
    path: join(base, 'path'),
    summary: join(base, 'summary.md'),
  };
  for (const path of Object.values(files)) await writeFile(path, '');
  return files;
}

export async function readStepFiles(files: StepFiles): Promise<StepFiles> {
  const [output, state, env, path, summary] = await Promise.all(
    [files.output, files.state, files.env, files.path, files.summary].map(async (file) => readFile(file, 'utf8')),
  );
  return { output: output ?? '', state: state ?? '', env: env ?? '', path: path ?? '', summary: summary ?? '' };
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
