import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { startTestClock } from '../../../test/support/test-clock.ts';
import { Pace, type Traffic } from './pace.ts';
import { Throttle } from './throttle.ts';
import { WorkerCount } from './worker-count.ts';

const usualMs = 2;
const slowMs = 100;
const rowsPerLook = 1_000;
/** Chunks are left. */
const chunker = { isClaimed: false };

describe('the pace of the copy', () => {
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
    await server.clock.passUntil(() => server.pace.workers === 1, 1_000, 'one worker being left');
    assert.ok(server.pace.goal.maxBytes < alone.maxBytes);
    await server.clock.passUntil(() => server.pace.workers === 2, 10_000, 'the second worker going on');
    assert.deepEqual(server.pace.goal, alone);
  });

  it('is slow among readers, too', async () => {
    await using server = new Server();
    server.read(49);
    await server.looks(12);
    assert.equal(server.pace.workers, 2);
    server.read(50);
    await server.clock.passUntil(() => server.pace.workers === 1, 1_000, 'one worker being left');
  });

  it('lets two read among writers, and one copy', async () => {
    await using server = new Server();
    server.writeAllTheTime();
    await server.clock.passUntil(() => server.pace.workers === 1, 1_000, 'one worker being left');
    assert.equal(await server.mayWork(1, 'reading'), true);
    assert.equal(await server.mayWork(2, 'reading'), false);
    assert.equal(await server.mayWork(1, 'copying'), false);
  });

  it('lets two copy among writers where commits do not stall, and one while they are slow', async () => {
    await using server = new Server({ commitsMayStall: false });
    server.writeAllTheTime();
    await server.looks(20);
    assert.equal(server.pace.isAmongOthers, true);
    assert.equal(server.pace.workers, 2);
    server.commitMs = slowMs;
    await server.clock.passUntil(() => server.pace.workers === 1, 3_000, 'one worker being left');
    server.commitMs = usualMs;
    await server.clock.passUntil(() => server.pace.workers === 2, 30_000, 'the second worker going on');
    await server.looks(40);
    assert.equal(server.pace.workers, 2, 'no third one is tried among writers');
  });

  it('keeps nobody waiting for a turn once everything is claimed', async () => {
    await using server = new Server();
    const work = { isClaimed: false };
    let isOver = false;
    const turn = server.pace.pass(3, 'copying', work, new AbortController().signal).then(() => {
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
    await server.clock.passUntil(() => server.pace.workers === 4, 15_000, 'four workers');
  });

  it('tries one more worker, and sends it away where it copies nothing more', async () => {
    await using server = new Server();
    await server.clock.passUntil(() => server.pace.workers === 3, 10_000, 'the trial');
    await server.clock.passUntil(() => server.pace.workers === 2, 10_000, 'the end of the trial');
    await server.looks(40);
    assert.equal(server.pace.workers, 2);
  });

  it('goes down while commits among writers are slow, to nothing, and up again', async () => {
    await using server = new Server();
    server.writeAllTheTime();
    await server.looks(20);
    const usual = server.pace.goal.maxBytes;
    server.commitMs = slowMs;
    const isHeld = (): boolean => server.throttle.isHeldBy('commit-latency');
    await server.clock.passUntil(isHeld, 3_000, 'the copy being held');
    assert.ok(server.pace.goal.maxBytes < usual);
    server.commitMs = usualMs;
    await server.clock.passUntil(() => !isHeld(), 2_000, 'the copy going on');
    assert.ok(server.pace.goal.maxBytes < usual, 'it goes up slowly');
    await server.clock.passUntil(() => server.pace.goal.maxBytes === usual, 20_000, 'chunks being large again');
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
  readonly clock = startTestClock();
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
    await this.clock.passUntil(() => this.#looks >= until, 30_000, `${count} looks`);
  }

  /** Whether that worker gets its turn within a few looks. */
  async mayWork(worker: number, work: 'copying' | 'reading'): Promise<boolean> {
    const waiting = new AbortController();
    let may = false;
    const turn = this.pace.pass(worker, work, chunker, waiting.signal).then(
      () => {
        may = true;
      },
      () => {},
    );
    await this.clock.pass(300);
    waiting.abort();
    await turn;
    return may;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.clock[Symbol.dispose]();
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
