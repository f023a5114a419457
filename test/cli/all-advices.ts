import { type Advice, advices } from './advices.ts';
import { advicesOfRows } from './advices-of-rows.ts';
import { advicesOfStatements } from './advices-of-statements.ts';

export const allAdvices: readonly Advice[] = [...advices, ...advicesOfRows, ...advicesOfStatements];
