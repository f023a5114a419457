import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { createSchema, createSchemaWith, selectSchemaCollation } from '../../sql/ghost.ts';
import { withForeignKeyChecks } from '../../sql/session-settings.ts';
import { createTrialTable } from '../../sql/trial.ts';
import { schemaPlace, takePlace } from '../tables/clone-place.ts';
import { comment, dropFamily, refuseForeign, refuseForeignSchema, tablesIn } from '../tables/empty-clone.ts';
import { grantOnSchemas } from '../tables/own-schema.ts';
import { cloneMark, stageSchema } from '../tables/table-names.ts';
import { NoStage } from './no-stage.ts';

/**
 * One plan at a time tries its statements beside a schema. The lock goes with the session.
 *
 * @throws GhostshipError `already-running`
 */
export async function takeTurn(session: Session, schema: string): Promise<void> {
  await takePlace(session, schemaPlace(stageSchema(schema)), schema);
}

/** Makes a place for clones, without what a plan that is gone has left there. */
export async function makeSchema(session: Session, schema: string): Promise<void> {
  const own = stageSchema(schema);
  session.naming.add({ schema: own, name: '' }, { schema, name: '' });
  refuseForeign(schemaPlace(own), await tablesIn(session, own));
  await refuseForeignSchema(session, own);
  try {
    await dropFamily(session, own);
    const [found] = await session.rows(selectSchemaCollation(schema));
    await session.run(found === undefined ? createSchema(own) : createSchemaWith(own, String(found.collation)));
    await session.run(createTrialTable(cloneMark(schemaPlace(own)), comment));
  } catch (error) {
    if (!isServerError(error, 'ER_DBACCESS_DENIED_ERROR')) throw error;
    throw new NoStage(`To try statements one after the other, Ghostship needs a short-lived schema beside ${schema}.`, {
      hint: grantOnSchemas(schema),
      cause: error,
    });
  } finally {
    await session.run(withForeignKeyChecks);
  }
}
