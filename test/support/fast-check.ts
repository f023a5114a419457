import fc from 'fast-check';
import { runSeed } from './random.ts';

/* What fast-check makes up follows from the seed of the run, too. */
fc.configureGlobal({ seed: runSeed() });

export default fc;
