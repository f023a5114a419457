import { testScenarios } from '../support/scenario/scenario-tests.ts';

await testScenarios(
  'auto',
  'check',
  'default',
  'index',
  'mariadb',
  'name',
  'option',
  'partition',
  'relation',
  'size',
  'statement',
  'zero',
);
