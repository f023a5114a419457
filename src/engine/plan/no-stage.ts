import { GhostshipError } from '../../support/errors.ts';

/** The user may not make the schema in which statements are tried one after the other. Elsewhere they can still be tried. */
export class NoStage extends GhostshipError {
  constructor(message: string, details: { hint: string; cause: unknown }) {
    super('missing-privileges', message, details);
  }
}
