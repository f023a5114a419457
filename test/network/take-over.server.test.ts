import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endDeadOwner, type Owned } from '../../src/engine/run/take-over.ts';
import { lockName } from '../../src/engine/tables/table-names.ts';
import { connect, type Session } from '../../src/mysql/session.ts';
import { getLock } from '../../src/sql/ghost.ts';
import { raw } from '../../src/sql/sql.ts';
import { GhostshipError } from '../../src/support/errors.ts';
import { casesFor, createDatabase, type ServerAddress, testServers } from '../support/servers/index.ts';

/** What the changelog and the server say of a migration whose connections are still there. */
type Said = Omit<Owned['migration'], 'holder'>;

/** The id that stands for the connection which holds the name lock. */
const holder = -1;
const somebodyElse = -2;

const dead: Said = { silentMs: 31_000, ageMs: 31_000, connections: [somebodyElse, holder] };

const cases: Readonly<Record<string, { readonly said: Partial<Said>; readonly ends: boolean }>> = {
  'silent for 31 s': { said: {}, ends: true },
  'silent for less than 30 s': { said: { silentMs: 29_900 }, ends: false },
  'the name lock is held by a connection that the changelog does not know': {
    said: { connections: [somebodyElse] },
    ends: false,
  },
  'the server was restarted since, so that the numbers may be those of others': {
    said: { ageMs: 1_000_000_000_000 },
    ends: false,
  },
  'the changelog was replicated from another server, so that the numbers are those of others': {
    said: { server: 'hostname other' },
    ends: false,
  },
};

for (const server of testServers()) {
  describe(`connections of a dead owner on ${server.name}`, () => {
    for (const [name, { said, ends }] of casesFor(server, Object.entries(cases))) {
      it(`${name}: ${ends ? 'all are ended' : 'none is ended'}`, () => takeOver(server, { ...dead, ...said }, ends));
    }
  });
}

async function takeOver(server: ServerAddress, said: Said, ends: boolean): Promise<void> {
  await using database = await createDatabase(server);
  const { host, port, user, password } = server;
  const target = { host, port, user, password, database: database.name, sslMode: 'disabled' as const };
  await using asking = await connect(target, 'taking over');
  await using holding = await connect(target, 'holding the name lock');
  await using other = await connect(target, 'reading the binary log');
  const original = { schema: database.name, name: 't' };
  await holding.rows(getLock(lockName(original), 0));
  const connections = said.connections.map((id) => (id === holder ? holding.id : other.id));
  const owned = { original, migration: { ...said, connections, holder: holding.id } };
  const taking = endDeadOwner({ target, session: asking }, owned, 't', new AbortController().signal);
  if (ends) await taking;
  else await assert.rejects(taking, (error) => error instanceof GhostshipError && error.code === 'already-running');
  assert.deepEqual([await lives(holding), await lives(other)], [!ends, !ends]);
}

async function lives(session: Session): Promise<boolean> {
  return await session.rows(raw('SELECT 1')).then(
    () => true,
    () => false,
  );
}
