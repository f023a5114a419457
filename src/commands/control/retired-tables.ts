import { identify } from '../../engine/resume/describe-way-back.ts';
import { readComments } from '../../engine/tables/ghost.ts';
import { isGhostOfRevert } from '../../engine/tables/name-taken.ts';
import { ghostLabel, nameTables, type TableNames } from '../../engine/tables/table-names.ts';
import type { NameCase } from '../../mysql/name-case.ts';
import { flavorOf } from '../../mysql/product.ts';
import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { sentryComment, viewComment } from '../../sql/cutover.ts';
import { selectProduct } from '../../sql/server.ts';
import { tablesMeant } from '../ledger/places.ts';
import type { RetiredTable } from '../ledger/retired-table.ts';
import { labelOf } from '../statements/file-statement.ts';

/** A table that has the name of one that the ledger knows as kept. */
export interface FoundRetired {
  readonly names: TableNames;
  /** Why it is somebody's, in words that follow its name; `null` where it is the one that was kept. */
  readonly whyOther: string | null;
}

/** Labels do not tell a dot from a database, so there may be several. */
export async function findRetired(
  session: Session,
  entry: RetiredTable,
  target: Target,
  nameCase: NameCase,
): Promise<FoundRetired[]> {
  // The ledger has the name as the statement wrote it.
  const candidates = tablesMeant(nameCase.spell(entry.table), target)
    .flatMap((original) => [nameTables(original, false), nameTables(original, true)])
    .filter(({ retired: { schema, name } }) => nameCase.same(labelOf(schema, name, target.database), entry.retired));
  const comments = await readComments(
    session,
    candidates.map(({ retired }) => retired),
  );
  const found: FoundRetired[] = [];
  for (const names of candidates) {
    const comment = comments.get(names.retired);
    if (comment === undefined || comment === sentryComment || comment === viewComment) continue;
    found.push({ names, whyOther: await whyOther(session, names, entry) });
  }
  return found;
}

async function whyOther(session: Session, names: TableNames, { identity }: RetiredTable): Promise<string | null> {
  if (await isGhostOfRevert(session, names))
    return `it is somebody's, as ${names.original.name} as it was is called ${ghostLabel(names)} until its revert is over`;
  if (identity === null) return null;
  const [product] = await session.rows(selectProduct);
  const now = await identify(session, names.retired, flavorOf(String(product?.version)));
  // By the definition alone: another server has other ids, and so has the table once somebody has built it anew.
  return now.definitionDigest !== identity.definitionDigest
    ? 'it is not the table that the migration has kept, or somebody has altered it since; drop it yourself if nobody needs it'
    : null;
}
