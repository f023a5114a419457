import { testScenarios } from '../support/scenario/scenario-tests.ts';

await testScenarios('column', 'generated', 'invisible', 'order', 'rename');
