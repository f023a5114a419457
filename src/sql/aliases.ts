import { raw } from './sql.ts';

/**
 * Under which the source of a comparison, the original and the ghost are read beside one another. Under the cutover lock these are
 * locked as well, beside tables of people, of which none is called like that.
 */
export const s = raw('ghostship_s');
export const o = raw('ghostship_o');
export const g = raw('ghostship_g');
