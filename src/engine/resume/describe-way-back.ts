import { readCreateStatement } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import type { Session } from '../../mysql/session.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { SwapRecord } from '../run/swap-record.ts';
import { Fingerprint } from '../tables/fingerprint.ts';
import type { Identity, WayBack } from '../way-back.ts';
import { ghostDigest } from './checkpoint.ts';

/** Call it once the tables are swapped. */
export async function describeWayBack(session: Session, flavor: Flavor, record: SwapRecord): Promise<WayBack> {
  const { names, sealedAt, knowsPrepared = false, serverStartedAt = 0, retiredForMs = null } = record;
  return {
    format: 1,
    table: names.original,
    retired: names.retired,
    retiredForMs,
    identities: {
      table: await identify(session, names.original, flavor),
      retired: await identify(session, names.retired, flavor),
    },
    position: sealedAt,
    knowsPrepared,
    serverStartedAt,
  };
}

/** Foreign keys do not count: they come and go at a swap. */
export async function identify(session: Session, table: TableName, flavor: Flavor): Promise<Identity> {
  const createStatement = await readCreateStatement(session, table);
  const { id } = await Fingerprint.take(session, table, createStatement, flavor);
  return { id, definitionDigest: ghostDigest(createStatement, []) };
}
