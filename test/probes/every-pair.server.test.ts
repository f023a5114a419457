import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseConversions } from '../../src/engine/mapping/conversion.ts';
import { type Hazard, isCertain } from '../../src/engine/probes/hazard.ts';
import type { ProbedAlter } from '../../src/engine/probes/probe.ts';
import type { Session } from '../../src/mysql/session.ts';
import { raw } from '../../src/sql/sql.ts';
import { isLongRun } from '../support/long-run.ts';
import { createDatabase, testServers } from '../support/servers/index.ts';
import { isChangedInSilence, sourcesOf, targetsOf, type ValuedType } from './every-pair.ts';
import { copyRows, createTable, openSession, prepare, probe, readValues } from './probed-change.ts';

/** All pairs take minutes, so a short run takes one in so many: other targets for each type. */
const shortShare = 4;

/*
 * From every type to every other. What the server takes is never called unfit, and what it refuses is never called fit: it is
 * called unfit, or left open. What is copied has the value that the server's own ALTER gives it.
 */
for (const server of testServers()) {
  describe(server.name, { concurrency: 2 }, () => {
    for (const [index, from] of sourcesOf(server.flavor).entries()) {
      it(`from ${from.type}`, async () => {
        const targets = targetsOf(server.flavor).filter((_, at) => isLongRun || at % shortShare === index % shortShare);
        await using database = await createDatabase(server);
        await using session = await openSession(server, database);
        const mistakes: string[] = [];
        for (const to of targets) {
          const change = await prepareOrNull(session, database.name, from, to);
          if (change !== null) mistakes.push(...(await mistakesAmong(session, from, to, change)));
        }
        assert.deepEqual(mistakes, []);
      });
    }
  });
}

/** `null` where the server refuses the types themselves, or the migration does. */
async function prepareOrNull(
  session: Session,
  schema: string,
  from: ValuedType,
  to: string,
): Promise<ProbedAlter | null> {
  if (to === from.type) return null;
  await fill(session, from.type, []);
  try {
    const change = await prepare(session, schema, `MODIFY c ${to}`);
    refuseConversions(change.map, change.server.flavor);
    return change;
  } catch {
    return null;
  }
}

async function mistakesAmong(session: Session, from: ValuedType, to: string, change: ProbedAlter): Promise<string[]> {
  const said = (value: string, { refusal, copied, altered }: Carried, hazards: readonly Hazard[]): string[] => {
    const what = `${value} from ${from.type} to ${to}`;
    if (copied !== null && altered !== null && copied !== altered)
      return [`${what} is copied as ${copied}: ${altered}`];
    if (refusal !== null && hazards.length === 0) return [`${what} is called fit: ${refusal}`];
    const isChanged = isChangedInSilence(change.server.flavor, from.type, to, value);
    return refusal === null && hazards.some(isCertain) && !isChanged ? [`${what} is called unfit`] : [];
  };
  await fill(session, from.type, from.values);
  const ofAll = await probe(session, change);
  const all = await carryOut(session, change, to);
  if (all.refusal === null && all.copied === all.altered && !ofAll.some(isCertain)) return [];
  const mistakes: string[] = [];
  for (const value of from.values) {
    await fill(session, from.type, [value]);
    const hazards = await probe(session, change);
    mistakes.push(...said(value, await carryOut(session, change, to), hazards));
  }
  return mistakes;
}

/** What became of the rows by a copy, and by the server's own ALTER; `null` where it refuses them. */
interface Carried {
  readonly refusal: string | null;
  readonly copied: string | null;
  readonly altered: string | null;
}

async function carryOut(session: Session, change: ProbedAlter, to: string): Promise<Carried> {
  const copied = await copyRows(session, change, `MODIFY c ${to}`);
  const refusal = await alter(session, to);
  return { refusal, copied, altered: refusal === null ? await readValues(session, 't') : null };
}

/** The server's refusal; `null` where it took the statement. */
async function alter(session: Session, to: string): Promise<string | null> {
  try {
    await session.run(raw(`ALTER TABLE t MODIFY c ${to}, ALGORITHM=COPY`));
    return null;
  } catch (error) {
    return String(error);
  }
}

async function fill(session: Session, type: string, values: readonly string[]): Promise<void> {
  const rows = values.map((value, index) => `(${index + 1}, ${value})`);
  await createTable(session, `id INT PRIMARY KEY, c ${type}`, ['(0, NULL)', ...rows].join());
}
