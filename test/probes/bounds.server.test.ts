import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../../src/mysql/session.ts';
import { raw, type Sql } from '../../src/sql/sql.ts';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { createTable, foretell, openSession, prepare, probe } from './probed-change.ts';

const thousands = `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 200)
  SELECT a.n * 1000 + b.n, REPEAT('x', 9) FROM n AS a JOIN n AS b`;

for (const server of testServers()) {
  test(`what changes nothing for a row is not asked about: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    const elements =
      "id INT PRIMARY KEY, e VARCHAR(20), d DECIMAL(5,2), s ENUM('a', 'b'), n INT NOT NULL, UNIQUE KEY u (e), CONSTRAINT c CHECK (n > 0)";
    await createTable(session, elements, "(1, 'a', 1, 'b', 1)");
    const clauses =
      "MODIFY id BIGINT, MODIFY e VARCHAR(40), MODIFY d DECIMAL(7,3), MODIFY s ENUM('b', 'a', 'c'), ADD UNIQUE KEY w (d, e), ADD KEY (n), ADD x INT";
    const change = await prepare(session, database.name, clauses);
    const questions: Sql[] = [];
    const hazards = await probe(watched(session, questions), change);
    assert.deepEqual([hazards, questions], [[], []]);
  });

  test(`rows are counted up to a bound, and a few keys are shown: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await createTable(session, 'id INT PRIMARY KEY, v VARCHAR(20)', "(1, 'x')");
    await session.run(raw(`INSERT INTO t ${thousands}`));
    const [tooLong] = await foretell(session, database.name, 'MODIFY v VARCHAR(3)');
    assert.equal(tooLong?.count, 10_000);
    assert.equal(tooLong.atLeast, true);
    assert.equal(tooLong.sampleKeys.length, 6);
    assert.match(tooLong.message, /in at least 10000 rows/u);
  });

  test(`keys are shown as a person writes them, and nothing else of a row: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    const elements = 'a VARCHAR(9), b BINARY(2), c BIT(4), d DATE, v VARCHAR(20), PRIMARY KEY (a, b, c, d)';
    await createTable(session, elements, "('ä, b', X'0a00', b'101', '2024-02-03', 'a secret')");
    const hazards = await foretell(session, database.name, 'MODIFY v VARCHAR(3)');
    assert.deepEqual(hazards[0]?.sampleKeys, ['ä, b, 0x0A00, 5, 2024-02-03']);
    assert.doesNotMatch(JSON.stringify(hazards), /secret/u);
  });

  test(`a table without a key has no keys to show: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await createTable(session, 'v INT, UNIQUE KEY (v)', '(NULL)');
    const [found] = await foretell(session, database.name, 'MODIFY v INT NOT NULL');
    assert.deepEqual([found?.count, found?.sampleKeys], [1, []]);
  });

  test(`a question that takes too long stays open: ${server.name}`, { timeout: 60_000 }, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await using blocker = await openSession(server, database);
    await createTable(session, 'id INT PRIMARY KEY, v INT', '(1, NULL)');
    const change = await prepare(session, database.name, 'MODIFY v INT NOT NULL');
    await blocker.run(raw('LOCK TABLES t WRITE'));
    const [found] = await probe(session, change);
    assert.deepEqual([found?.kind, found?.count], ['null-in-not-null', 'unknown']);
    assert.match(found?.message ?? '', /not known whether v is NULL/u);
  });

  test(`a lost connection leaves questions open: ${server.name}`, async () => {
    await using database = await createDatabase(server);
    await using session = await openSession(server, database);
    await createTable(session, 'id INT PRIMARY KEY, v INT', '(1, NULL)');
    const change = await prepare(session, database.name, 'MODIFY v INT NOT NULL');
    session.destroy();
    const [found] = await probe(session, change);
    assert.equal(found?.count, 'unknown');
  });
}

/** The session itself, which also writes down what it is asked. */
function watched(session: Session, questions: Sql[]): Session {
  return {
    id: session.id,
    target: session.target,
    purpose: session.purpose,
    naming: session.naming,
    alive: session.alive,
    isUnanswered: false,
    openedAtMs: 0,
    underWayMs: 0,
    feedEvery: () => {},
    statementCount: session.statementCount,
    rows(statement) {
      questions.push(statement);
      return session.rows(statement);
    },
    run: (statement) => session.run(statement),
    destroy: () => session.destroy(),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}
