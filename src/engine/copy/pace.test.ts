import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { waitFor } from '../../../test/support/wait-for.ts';
import { Pace, type Traffic } from './pace.ts';
import { Throttle } from './throttle.ts';
import { WorkerCount } from './worker-count.ts';

const usualMs = 2;
const slowMs = 100;
const rowsPerLook = 1_000;
/** Chunks are left. */
const chunker = { isClaimed: false };

describe('the pace of the copy', { concurrency: true }, () => {
  it('is not slowed by a write now and then', async () => {
    await using server = new Server();
    server.write(4);
    await server.looks(12);
    assert.equal(server.pace.workers, 2);
    assert.equal(server.pace.isAmongOthers, false);
  });

  it('is slow among writers at once, and fast again when they are gone for a while', async () => {
    await using server = new Server();
    const alone = server.pace.goal;
    server.write(5);
    await waitFor(() => server.pace.workers === 1, { timeoutMs: 1_000, what: 'one worker to be left' });
    assert.ok(server.pace.goal.maxBytes < alone.maxBytes);
    await waitFor(() => server.pace.workers === 2, { timeoutMs: 10_000, what: 'the second worker to go on' });
    assert.deepEqual(server.pace.goal, alone);
  });

  it('is slow among readers, too', async () => {
    await using server = new Server();
    server.read(49);
    await server.looks(12);
    assert.equal(server.pace.workers, 2);
    server.read(50);
    await waitFor(() => server.pace.workers === 1, { timeoutMs: 1_000, what: 'one worker to be left' });
  });

  it('lets two read among writers, and one copy', async () => {
    await using server = new Server();
    server.writeAllTheTime();
    await waitFor(() => server.pace.workers === 1, { timeoutMs: 1_000, what: 'one worker to be left' });
    await server.pace.pass(1, 'reading', chunker, AbortSignal.timeout(1_000));
    await assert.rejects(server.pace.pass(2, 'reading', chunker, AbortSignal.timeout(300)));
    await assert.rejects(server.pace.pass(1, 'copying', chunker, AbortSignal.timeout(300)));
  });

  it('lets two copy among writers where commits do not stall, and one while they are slow', async () => {
    await using server = new Server({ commitsMayStall: false });
    server.writeAllTheTime();
    await server.looks(20);
    assert.equal(server.pace.isAmongOthers, true);
    assert.equal(server.pace.workers, 2);
    server.commitMs = slowMs;
    await waitFor(() => server.pace.workers === 1, { timeoutMs: 3_000, what: 'one worker to be left' });
    server.commitMs = usualMs;
    await waitFor(() => server.pace.workers === 2, { timeoutMs: 30_000, what: 'the second worker to go on' });
    await server.looks(40);
    assert.equal(server.pace.workers, 2, 'no third one is tried among writers');
  });

  it('keeps nobody waiting for a turn once everything is claimed', async () => {
    await using server = new Server();
    const work = { isClaimed: false };
    let isOver = false;
    const turn = server.pace.pass(3, 'copying', work, AbortSignal.timeout(5_000)).then(() => {
      isOver = true;
    });
    await setImmediate();
    work.isClaimed = true;
    server.pace.endTurns();
    await setImmediate();
    assert.ok(isOver, 'it was told, and did not have to look');
    await turn;
  });

  it('takes more workers where they copy more', async () => {
    await using server = new Server();
    server.cores = 8;
    await waitFor(() => server.pace.workers === 4, { timeoutMs: 15_000, what: 'four workers' });
  });

  it('tries one more worker, and sends it away where it copies nothing more', async () => {
    await using server = new Server();
    await waitFor(() => server.pace.workers === 3, { timeoutMs: 10_000, what: 'the trial' });
    await waitFor(() => server.pace.workers === 2, { timeoutMs: 10_000, what: 'the end of the trial' });
    await server.looks(40);
    assert.equal(server.pace.workers, 2);
  });

  it('goes down while commits among writers are slow, to nothing, and up again', async () => {
    await using server = new Server();
    server.writeAllTheTime();
    await server.looks(20);
    const usual = server.pace.goal.maxBytes;
    server.commitMs = slowMs;
    const isHeld = (): boolean => server.throttle.holds.includes('commit-latency');
    await waitFor(isHeld, { timeoutMs: 3_000, what: 'the copy to be held' });
    assert.ok(server.pace.goal.maxBytes < usual);
    server.commitMs = usualMs;
    await waitFor(() => !isHeld(), { timeoutMs: 2_000, what: 'the copy to go on' });
    assert.ok(server.pace.goal.maxBytes < usual, 'it goes up slowly');
    await waitFor(() => server.pace.goal.maxBytes === usual, { timeoutMs: 20_000, what: 'chunks to be large again' });
  });

  it('minds no slow commits while nobody else writes: they are its own', async () => {
    await using server = new Server();
    await server.looks(10);
    server.commitMs = slowMs;
    await server.looks(10);
    assert.equal(server.pace.workers, 2);
    assert.deepEqual(server.throttle.holds, []);
  });
});

/** What the pace sees of a server: how many statements others send, and how long our heartbeats take. */
class Server implements AsyncDisposable {
  readonly throttle = new Throttle();
  readonly pace: Pace;
  commitMs = usualMs;
  /** More workers than these copy no more rows. */
  cores = 2;
  #copiedRows = 0;
  #writes = 0;
  #reads = 0;
  #looks = 0;
  #perLook = 0;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor({ commitsMayStall }: { readonly commitsMayStall: boolean } = { commitsMayStall: true }) {
    this.pace = new Pace(
      () => this.commitMs,
      this.throttle,
      new WorkerCount('auto', commitsMayStall),
      () => this.#look(),
    );
    this.#running = this.pace.run(this.#stopping.signal).catch(() => {});
  }

  write(statements: number): void {
    this.#writes += statements;
  }

  read(statements: number): void {
    this.#reads += statements;
  }

  writeAllTheTime(): void {
    this.#perLook = 5;
  }

  async looks(count: number): Promise<void> {
    const until = this.#looks + count;
    await waitFor(() => this.#looks >= until, { timeoutMs: 30_000, what: `${count} looks` });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  #look(): Traffic {
    this.#looks++;
    this.#writes += this.#perLook;
    this.#copiedRows += rowsPerLook * Math.min(this.pace.workers, this.cores);
    return {
      foreignWrites: this.#writes,
      foreignStatements: this.#writes + this.#reads,
      copiedRows: this.#copiedRows,
    };
  }
}
