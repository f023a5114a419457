import assert from 'node:assert/strict';
import { start } from '../../cli/cli.ts';
import type { Pattern } from '../../faults/support/wire.ts';
import { openWireTap } from '../../faults/support/wire-tap.ts';
import type { TestServer } from '../../support/servers/index.ts';
import type { Scene } from './scene.ts';

export interface Moment {
  readonly when: Pattern;
  readonly at: 'statement' | 'answer';
}

/** The retired table becomes the ghost. */
export const takesTheTable = /^RENAME TABLE [^,]*_del` TO [^,]*_gho`/u;

/** Begins a revert of the table, and ends it at that moment as a runner ends that is lost. */
export async function die(server: TestServer, scene: Scene, { when, at }: Moment): Promise<void> {
  await using tap = await openWireTap(server);
  const held = at === 'statement' ? tap.holdStatement(when) : tap.holdAnswer(when);
  const url = `mysql://${server.user}:${server.password}@127.0.0.1:${tap.port}/${scene.database.name}?ssl-mode=disabled`;
  const doomed = start(scene.folder, ['revert', '--table', 't', '--target', url]);
  const early = doomed.ended.then(({ stdout, stderr }) =>
    assert.fail(`it ended before its death: ${stdout} ${stderr}`),
  );
  const { release } = await Promise.race([held, early]);
  early.catch(() => {});
  doomed.kill('SIGKILL');
  await doomed.ended;
  release();
  for (const wire of tap.wires) wire.cut();
}
