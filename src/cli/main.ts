#!/usr/bin/env node
import { endSoon } from '../support/end-soon.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv);
endSoon();
