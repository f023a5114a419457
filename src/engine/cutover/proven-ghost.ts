import type { Session } from '../../mysql/session.ts';
import type { MigrationContext } from '../run/context.ts';
import type { Fingerprint } from '../tables/fingerprint.ts';
import { carryAutoIncrement } from '../tables/ghost.ts';

/** The ghost that was compared with the original. Only this one may be swapped in. */
export class ProvenGhost {
  readonly #context: MigrationContext;
  #fingerprint: Fingerprint;

  constructor(context: MigrationContext, fingerprint: Fingerprint) {
    this.#context = context;
    this.#fingerprint = fingerprint;
  }

  /**
   * Confirms that the ghost is still the proven one, then sets its AUTO_INCREMENT counter. The ghost with that counter counts
   * as proven from then on.
   *
   * @param writer sets the counter
   * @throws GhostshipError `original-changed`
   */
  async confirm(writer: Session): Promise<void> {
    const { alter, names, control } = this.#context;
    await this.#fingerprint.confirm(control.session);
    if (alter.setsAutoIncrement) return;
    if (await carryAutoIncrement(control.session, writer, names)) await this.#renew();
  }

  /** For an ALTER of ours that touches no row: the ghost as it is afterwards counts as proven. */
  async change(alter: () => Promise<void>): Promise<void> {
    await alter();
    await this.#renew();
  }

  async #renew(): Promise<void> {
    this.#fingerprint = await this.#fingerprint.renewed(this.#context.control.session);
  }
}
