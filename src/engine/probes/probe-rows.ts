import { ConnectionLost, isDenied, isServerError, ServerError } from '../../mysql/server-errors.ts';
import type { Row, Session } from '../../mysql/session.ts';
import { maxCounted, sampleSeparator } from '../../sql/probes.ts';
import { computesUnescaped } from '../mapping/mode-dependent.ts';
import { probeCharacters } from './characters.ts';
import { probeChecks } from './checks.ts';
import { probeDuplicates } from './duplicates.ts';
import { probeEnumMembers } from './enum-members.ts';
import { probeGenerated } from './generated.ts';
import type { Hazard } from './hazard.ts';
import { probeNotConvertible } from './not-convertible.ts';
import { probeNulls } from './nulls.ts';
import { probeOrphans } from './orphans.ts';
import { probeOutOfRange } from './out-of-range.ts';
import { probePartitions } from './partitions.ts';
import type { Probe, ProbedAlter } from './probe.ts';
import { probeTooLong } from './too-long.ts';
import { probeUndecidable } from './undecidable.ts';
import { probeZeroDates } from './zero-dates.ts';

/**
 * Asks the server, without a lock, which rows of the original do not fit the altered table. It asks only about what the statement
 * changes, and waits at most ten seconds for each answer. A question without an answer becomes a hazard with the count `unknown`,
 * never an error.
 *
 * @param session has the server's own time zone, like the ALTER
 * @param alter the altered table in it is the definition of an empty clone that the statement has changed
 */
export async function probeRows(session: Session, alter: ProbedAlter, signal: AbortSignal): Promise<readonly Hazard[]> {
  const hazards: Hazard[] = [];
  for (const probe of probesFor(alter)) {
    signal.throwIfAborted();
    const hazard = await ask(session, probe);
    const tell = (text: string): string => session.naming.inTheirNames(text);
    const told = { ...hazard, key: hazard.key === null ? null : tell(hazard.key), message: tell(hazard.message) };
    if (hazard.count !== 0) hazards.push(told);
  }
  return hazards;
}

function probesFor(alter: ProbedAlter): Probe[] {
  const kinds = [
    probeNulls,
    probeTooLong,
    probeOutOfRange,
    probeEnumMembers,
    probeCharacters,
    probeNotConvertible,
    probeZeroDates,
    probeUndecidable,
    probeGenerated,
    probeChecks,
    probePartitions,
    probeOrphans,
    probeDuplicates,
  ];
  const probes = kinds.flatMap((probesOfKind) => probesOfKind(alter));
  // An answer of a session of ours would be about other values.
  return computesUnescaped(alter.map, alter.altered, alter.server)
    ? probes.map((probe) => ({ ...probe, statement: null }))
    : probes;
}

async function ask(session: Session, probe: Probe): Promise<Hazard> {
  if (probe.statement === null) return open(probe, 'only the copy itself can tell');
  try {
    const [row] = await session.rows(probe.statement);
    return describeAnswer(probe, row);
  } catch (error) {
    if (error instanceof ServerError || error instanceof ConnectionLost) {
      return open(probe, whyOpen(error));
    }
    throw error;
  }
}

function whyOpen(error: ServerError | ConnectionLost): string {
  if (isDenied(error)) return 'this user may not read what must be compared';
  if (isServerError(error, 'ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR', 'ER_DATA_OUT_OF_RANGE'))
    return `the server says: ${error.message}`;
  return 'it could not be found out in time';
}

export function describeAnswer(probe: Probe, row: Row | undefined): Hazard {
  const found = Number(row?.found ?? 0);
  const atLeast = Number(row?.hits ?? 0) > maxCounted;
  const count = atLeast ? Math.max(found - 1, maxCounted) : found;
  const rows = `${atLeast ? 'at least ' : ''}${count} ${count === 1 ? 'row' : 'rows'}`;
  const samples = String(row?.samples ?? '');
  return {
    ...common(probe),
    ...(probe.isOpen === true && count > 0 ? openCount : { count, atLeast }),
    sampleKeys: samples === '' ? [] : samples.split(sampleSeparator),
    message: `${capitalized(probe.fault)} in ${rows}, and ${probe.because}.`,
  };
}

function open(probe: Probe, reason: string): Hazard {
  const message = `It is not known whether ${probe.fault} in any row, and ${probe.because}: ${reason}.`;
  return { ...common(probe), ...openCount, sampleKeys: [], message };
}

const openCount = { count: 'unknown', atLeast: false } as const;

function common({ kind, columns, key, hint }: Probe): Pick<Hazard, 'kind' | 'columns' | 'key' | 'hint'> {
  return { kind, columns, key, hint };
}

/** Only the word `the` gets a capital. The name of a column stays as it is. */
function capitalized(fault: string): string {
  return fault.startsWith('the ') ? `T${fault.slice(1)}` : fault;
}
