import { finishLostCheckRun } from './lost-check-run.ts';

await finishLostCheckRun();
