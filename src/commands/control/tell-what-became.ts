import type { Session } from '../../mysql/session.ts';
import type { Target } from '../../mysql/target.ts';
import { readUnconfirmed } from '../ledger/sent-statements.ts';
import { whatBecame } from '../ledger/what-became.ts';
import type { MigrationStatus } from './status.ts';

/** Asks what became of statements that dead runs had sent to the server. */
export async function tellWhatBecame(
  migrations: readonly MigrationStatus[],
  target: Target,
  session: Session,
): Promise<readonly MigrationStatus[]> {
  if (!migrations.some(isOpen)) return migrations;
  const sent = new Map((await readUnconfirmed(target)).map((one) => [one.id, one.sent]));
  return await Promise.all(
    migrations.map(async (one) => {
      const own = isOpen(one) ? sent.get(one.id) : undefined;
      const became = own === undefined ? 'not done' : await whatBecame(session, own);
      return became === 'not done' ? one : { ...one, became };
    }),
  );
}

function isOpen({ life, became }: MigrationStatus): boolean {
  return life === 'dead' && became === null;
}
