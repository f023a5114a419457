import { testScenarios } from '../support/scenario/scenario-tests.ts';

await testScenarios('data');
