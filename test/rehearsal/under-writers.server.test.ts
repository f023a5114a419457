import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Pair } from './support/pair.ts';

const rows = 20_000;
const alter = 'ALTER TABLE t MODIFY v VARCHAR(300) NOT NULL, MODIFY u BIGINT';

for (const name of ['mysql-9.7', 'mariadb-10.11'] as const) {
  describe(`a rehearsal on ${name}`, { concurrency: 1, timeout: 300_000 }, () => {
    let pair: Pair;
    before(async () => {
      pair = await Pair.open(name);
    });
    after(() => pair[Symbol.asyncDispose]());

    it('is verified among the changes that arrive, and leaves nothing', async () => {
      await pair.fill(rows);
      {
        await using writing = await pair.write(8, rows);
        const { exitCode, output, run } = await pair.rehearse('--alter', alter, '--algorithm', 'copy').finished;
        const [migration] = run.migrations;
        assert.equal(exitCode, 0, output);
        assert.equal(migration?.state, 'completed');
        assert.equal(migration.tableState, 'unchanged');
        assert.equal(migration.algorithm, 'copy');
        assert.equal(migration.verified?.differences, 0);
        assert.ok(migration.rowsCopied > rows / 2);
        assert.ok(migration.changesApplied > 0, `none of ${writing.written()} changes was applied`);
        assert.ok((migration.rehearsal?.binlogBytes ?? 0) > rows * 60);
        assert.match(output, /not swapped in/u);
      }
      await pair.expectUnharmed();
    });
  });
}
