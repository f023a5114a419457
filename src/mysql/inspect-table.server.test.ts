import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { casesFor, createDatabase, testServers } from '../../test/support/servers/index.ts';
import { raw } from '../sql/sql.ts';
import { inspectTable } from './inspect-table.ts';
import { connect, type Session } from './session.ts';
import { parseTarget } from './target.ts';

const parts = ['COLUMNS', 'STATISTICS', 'TRIGGERS', 'KEY_COLUMN_USAGE'];

/** What leaves the number of parts as it is, and what does not. */
const meddlings = {
  COLUMNS: 'ALTER TABLE t MODIFY v VARCHAR(90) NOT NULL',
  STATISTICS: 'ALTER TABLE t DROP KEY by_p, ADD KEY of_p (p), DROP v',
  TRIGGERS: 'ALTER TABLE t ADD w INT FIRST',
};

for (const server of testServers()) {
  describe(`what is read of a table on ${server.name}`, () => {
    it('is whole', async () => {
      await using database = await createDatabase(server);
      await using session = await connect(parseTarget(database.url, null), 'testing');
      const definition = await makeTable(session, database.name);
      assert.deepEqual(
        [definition?.columns, definition?.indexes, definition?.triggers, definition?.foreignKeys].map(
          (it) => it?.length,
        ),
        [3, 2, 1, 1],
      );
    });

    for (const [part, meddling] of casesFor(server, Object.entries(meddlings))) {
      it(`is of one moment where somebody alters the table before its ${part} are asked for`, async () => {
        await using database = await createDatabase(server);
        await using session = await connect(parseTarget(database.url, null), 'testing');
        await makeTable(session, database.name);
        let hasMeddled = false;
        const disturbed: Session = Object.assign(Object.create(session), {
          rows: async (statement: Parameters<Session['rows']>[0]) => {
            if (!hasMeddled && statement.text.includes(`FROM information_schema.${part}`)) {
              hasMeddled = true;
              await session.run(raw(meddling));
            }
            return session.rows(statement);
          },
        });
        const name = { schema: database.name, name: 't' };
        assert.deepEqual(await inspectTable(disturbed, name), await inspectTable(session, name));
        assert.ok(hasMeddled);
      });
    }

    it('is told to change all the time where it does', async () => {
      await using database = await createDatabase(server);
      await using session = await connect(parseTarget(database.url, null), 'testing');
      await makeTable(session, database.name);
      let count = 0;
      const disturbed: Session = Object.assign(Object.create(session), {
        rows: async (statement: Parameters<Session['rows']>[0]) => {
          if (statement.text.includes('FROM information_schema.COLUMNS')) {
            count += 1;
            await session.run(raw(`ALTER TABLE t COMMENT '${count}'`));
          }
          return session.rows(statement);
        },
      });
      await assert.rejects(inspectTable(disturbed, { schema: database.name, name: 't' }), {
        code: 'server-error',
        message: 't was altered while it was looked at.',
      });
    });

    for (const part of casesFor(server, parts)) {
      it(`is refused where the answer about ${part} is short`, async () => {
        await using database = await createDatabase(server);
        await using session = await connect(parseTarget(database.url, null), 'testing');
        await makeTable(session, database.name);
        const cut = (text: string): boolean => new RegExp(`FROM information_schema\\.${part}\\b`, 'u').test(text);
        const short: Session = Object.assign(Object.create(session), {
          rows: async (statement: Parameters<Session['rows']>[0]) => {
            const rows = await session.rows(statement);
            return cut(statement.text) && rows[0]?.columns === undefined ? rows.slice(0, -1) : rows;
          },
        });
        await assert.rejects(inspectTable(short, { schema: database.name, name: 't' }), { code: 'server-error' });
      });
    }
  });
}

async function makeTable(session: Session, schema: string): ReturnType<typeof inspectTable> {
  for (const statement of [
    'CREATE TABLE p (id INT PRIMARY KEY)',
    'CREATE TABLE t (id INT PRIMARY KEY, p INT, v VARCHAR(9), KEY by_p (p, v), CONSTRAINT t_p FOREIGN KEY (p) REFERENCES p (id))',
    'CREATE TRIGGER t_set BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 1',
  ])
    await session.run(raw(statement));
  return inspectTable(session, { schema, name: 't' });
}
