import { endSoon } from '../support/end-soon.ts';
import { runAction } from './run-action.ts';

await runAction();
endSoon();
