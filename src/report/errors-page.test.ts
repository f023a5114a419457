import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorCodes } from '../support/errors.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const sections = page.split(/^## /mu).slice(1);

test('docs/errors.md has every error code, in the order of the code', () => {
  assert.deepEqual(
    sections.map((section) => /^`([^`]+)`\n/u.exec(section)?.[1]),
    [...errorCodes],
  );
});

test('every entry says what happened, what became of the table and what to do', () => {
  for (const section of sections) {
    assert.match(
      section,
      /\*\*What happened:\*\* \S.+\n\n(?:\* [\s\S]+\n\n)?(?:\S.+\n\n)?\*\*The table:\*\* \S.+\n\n\*\*What to do:\*\* \S.+\n/u,
    );
  }
});
