import { isServerError } from '../../mysql/server-errors.ts';
import type { Session } from '../../mysql/session.ts';
import { addIndex, dropIndexes } from '../../sql/ghost.ts';
import type { CopyPlan } from '../mapping/copy-plan.ts';

/**
 * The temporary index of the ghost, where the altered table has none by which rows could be found. It is there as long as changes
 * are applied.
 */
export class KeyIndex {
  readonly #plan: CopyPlan;
  #mayBeGone = false;

  constructor(plan: CopyPlan) {
    this.#plan = plan;
  }

  get isNeeded(): boolean {
    return this.#plan.key.onGhost.isTemporary;
  }

  /** True once {@link drop} was called, however that ended. */
  get mayBeGone(): boolean {
    return this.#mayBeGone;
  }

  async add(session: Session): Promise<void> {
    const { key, names } = this.#plan;
    const columns = key.columns.map(({ ghostName }) => ghostName);
    await session.run(addIndex(names.ghost, key.onGhost.name, columns));
  }

  async drop(session: Session): Promise<void> {
    this.#mayBeGone = true;
    await session.run(dropIndexes(this.#plan.names.ghost, [this.#plan.key.onGhost.name]));
  }

  async restore(session: Session): Promise<void> {
    await this.add(session).catch((error: unknown) => {
      if (!isServerError(error, 'ER_DUP_KEYNAME')) throw error;
    });
    this.#mayBeGone = false;
  }
}
