import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitFor } from '../../test/support/wait-for.ts';
import { Pace } from './pace.ts';
import { Throttle } from './throttle.ts';

const usualMs = 2;
const slowMs = 100;

describe('the pace of the copy', { concurrency: true }, () => {
  it('is not slowed by a write now and then', async () => {
    await using traffic = new Traffic();
    traffic.write(4);
    await traffic.looks(12);
    assert.equal(traffic.pace.workers, 2);
    assert.equal(traffic.pace.isAmongWriters, false);
  });

  it('is slow among writers at once, and fast again when they are gone for a while', async () => {
    await using traffic = new Traffic();
    const alone = traffic.pace.goal;
    traffic.write(5);
    await waitFor(() => traffic.pace.workers === 1, { timeoutMs: 1_000, what: 'one worker to be left' });
    assert.ok(traffic.pace.goal.maxBytes < alone.maxBytes);
    await waitFor(() => traffic.pace.workers === 2, { timeoutMs: 10_000, what: 'the second worker to go on' });
    assert.deepEqual(traffic.pace.goal, alone);
  });

  it('goes down while commits among writers are slow, to nothing, and up again', async () => {
    await using traffic = new Traffic();
    traffic.writeAllTheTime();
    await traffic.looks(20);
    const usual = traffic.pace.goal.maxBytes;
    traffic.commitMs = slowMs;
    const isHeld = (): boolean => traffic.throttle.holds.includes('commit-latency');
    await waitFor(isHeld, { timeoutMs: 3_000, what: 'the copy to be held' });
    assert.ok(traffic.pace.goal.maxBytes < usual);
    traffic.commitMs = usualMs;
    await waitFor(() => !isHeld(), { timeoutMs: 2_000, what: 'the copy to go on' });
    assert.ok(traffic.pace.goal.maxBytes < usual, 'it goes up slowly');
    await waitFor(() => traffic.pace.goal.maxBytes === usual, { timeoutMs: 20_000, what: 'chunks to be large again' });
  });

  it('minds no slow commits while nobody else writes: they are its own', async () => {
    await using traffic = new Traffic();
    await traffic.looks(10);
    traffic.commitMs = slowMs;
    await traffic.looks(10);
    assert.equal(traffic.pace.workers, 2);
    assert.deepEqual(traffic.throttle.holds, []);
  });
});

/** What a server with writers shows of itself: statements in the stream, and the time of our heartbeats. */
class Traffic implements AsyncDisposable {
  readonly throttle = new Throttle();
  readonly pace: Pace;
  commitMs = usualMs;
  #writes = 0;
  #looks = 0;
  #perLook = 0;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor() {
    this.pace = new Pace(this, this.throttle, () => this.#look(), 2);
    this.#running = this.pace.run(this.#stopping.signal).catch(() => {});
  }

  write(statements: number): void {
    this.#writes += statements;
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

  #look(): number {
    this.#looks++;
    this.#writes += this.#perLook;
    return this.#writes;
  }
}
