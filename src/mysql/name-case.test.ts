import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameCaseOf } from './name-case.ts';

/* Servers with 2 run on macOS alone; of what is theirs, only this is tested. */
const cases = [
  { lowerCaseTableNames: 0, sameInOtherCase: false, spelled: 'Users', keepsSpelling: false },
  { lowerCaseTableNames: 1, sameInOtherCase: true, spelled: 'users', keepsSpelling: false },
  { lowerCaseTableNames: 2, sameInOtherCase: true, spelled: 'Users', keepsSpelling: true },
];

describe('the case of names', () => {
  for (const { lowerCaseTableNames, sameInOtherCase, spelled, keepsSpelling } of cases) {
    it(`with lower_case_table_names=${lowerCaseTableNames}`, () => {
      const nameCase = nameCaseOf(lowerCaseTableNames);
      assert.equal(nameCase.same('Users', 'uSERS'), sameInOtherCase);
      assert.equal(nameCase.same('Users', 'Users'), true);
      assert.equal(nameCase.same('users', 'user'), false);
      assert.equal(nameCase.spell('Users'), spelled);
      assert.equal(nameCase.keepsSpelling, keepsSpelling);
    });
  }
});
