import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectCompleted } from '../faults/support/judge.ts';
import { statements as s } from '../faults/support/statements.ts';
import { openTrial, type Trial } from '../faults/support/trial.ts';
import { testServers } from '../support/servers/index.ts';
import { waitFor } from '../support/wait-for.ts';
import { change, sentBy } from './support/moments.ts';

const rows = 3_000;
const withinMs = 10_000;

/**
 * I9. What the changelog says is copied is in the ghost.
 * Seen to fail: the first one with a chunk counted before it is copied (`copyChunk`), the second one with rows counted that
 * are handed over to the apply (`handToApplier`).
 */
describe('the changelog claims no row that is not in the ghost', { concurrency: 2 }, () => {
  for (const server of testServers()) {
    it(`while a chunk is on its way, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows });
      const later = trial.tap.holdStatement(s.copyLaterChunk);
      const run = trial.migrate({ options: { workers: 1 } });
      const { release } = await run.reach(later);
      await expectTrueClaim(trial);
      release();
      await expectCompleted(trial, run);
    });

    it(`while a chunk is handed over, on ${server.name}`, async () => {
      await using trial = await openTrial(server, { writers: 0, rows });
      const later = trial.tap.holdStatement(s.copyLaterChunk);
      const run = trial.migrate({ options: { workers: 1 } });
      const chunk = await run.reach(later);
      const applying = trial.tap.holdStatement(s.applyDelete);
      await change(trial, 'UPDATE § SET u = NULL WHERE id = 5', 'UPDATE § SET u = 5 WHERE id = 1100');
      const apply = await run.reach(applying);
      chunk.release();
      await run.reach(
        waitFor(() => sentBy(trial, s.selectKeysOfChunk) > 0, {
          timeoutMs: withinMs,
          what: 'the keys to be handed over',
        }),
      );
      await expectTrueClaim(trial);
      apply.release();
      await expectCompleted(trial, run);
    });
  }
});

/** Of a status row that was written after the call. */
async function expectTrueClaim(trial: Trial): Promise<void> {
  const first = await readStatus(trial);
  const claimed = await waitFor(
    async () => {
      const status = await readStatus(trial);
      return status.mark >= first.mark + 2 ? status : null;
    },
    { timeoutMs: withinMs, what: 'two status rows' },
  );
  const [found] = await trial.query('SELECT COUNT(*) AS copied FROM t_gho');
  assert.ok(claimed.rowsCopied > 0);
  const copied = Number(found?.copied);
  assert.ok(claimed.rowsCopied <= copied, `${claimed.rowsCopied} claimed, ${copied} there`);
}

async function readStatus(trial: Trial): Promise<{ readonly mark: number; readonly rowsCopied: number }> {
  const [row] = await trial.query("SELECT mark, body FROM t_ghc WHERE kind = 'status'");
  const body = JSON.parse(String(row?.body)) as { readonly progress: { readonly rowsCopied: number } };
  return { mark: Number(row?.mark), rowsCopied: body.progress.rowsCopied };
}
