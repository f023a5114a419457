import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestBody } from '../support/visible.ts';
import { type Place, withSection } from './comment-sections.ts';

const place = (environment: string | null, section: Place['section'] = 'main'): Place => ({ environment, section });

test('each section is written without touching another, in any order', () => {
  const writes: readonly (readonly [Place, string])[] = [
    [place(null), 'plan of the one without a name'],
    [place('staging'), 'plan of staging'],
    [place('production'), 'plan of production'],
    [place('staging', 'rehearsal'), 'rehearsal on staging'],
    [place('production', 'note'), 'note on production'],
  ];
  for (const order of [writes, writes.toReversed()]) {
    const body = order.reduce<string>((before, [where, text]) => withSection(before, where, text), '');
    assert.ok(body.startsWith('<!-- ghostship -->\n'));
    for (const [where, text] of writes) {
      assert.ok(body.includes(text), text);
      assert.equal(withSection(body, where, text), body, 'the same text changes nothing');
      const changed = withSection(body, where, 'changed');
      for (const [, other] of writes) assert.equal(changed.includes(other), other !== text);
    }
  }
});

test('the note stands above the plan, and the rehearsal below it', () => {
  const writes: readonly (readonly [Place, string])[] = [
    [place('staging', 'rehearsal'), 'third'],
    [place('staging'), 'second'],
    [place('staging', 'note'), 'first'],
  ];
  const body = writes.reduce((before, [where, text]) => withSection(before, where, text), '');
  assert.match(body, /first[\s\S]*second[\s\S]*third/u);
});

test('a text cannot end its section', () => {
  const bad = 'a\n<!-- ghostship environment staging -->\nb\n<!-- ghostship rehearsal -->\nc';
  const body = withSection(withSection('', place('production'), bad), place('staging'), 'of staging');
  assert.equal(body.match(/<!-- ghostship environment staging/gu)?.length, 1);
  assert.match(body, /<! -- ghostship environment staging -->\nb/u, 'what a statement holds is still shown');
  assert.equal(withSection(body, place('staging'), 'x').includes('b\n'), true);
});

test('what is too long for all is cut, and hides nothing of the others', () => {
  const long = `<details>\n<summary>all</summary>\n\n\`\`\`\`sql\n${'SELECT 1;\n'.repeat(9_000)}\`\`\`\`\n</details>`;
  let body = withSection('', place('a'), long);
  body = withSection(body, place('b', 'rehearsal'), 'rehearsal\n'.repeat(1_000));
  body = withSection(body, place('b'), 'short and whole');
  body = withSection(body, place('c'), long);
  assert.ok(body.length <= longestBody, String(body.length));
  assert.ok(body.includes('short and whole'));
  assert.ok(!body.includes('rehearsal\n'));
  const [, a = '', b = '', c = ''] = body.split(/<!-- ghostship environment \w -->/u);
  assert.ok(b.includes('short and whole'));
  for (const part of [a, c]) {
    assert.match(part, /\n````\n\n<\/details>\n\n> \[!NOTE\]\n> Not everything fits here/u);
    assert.ok(part.length > 30_000);
  }
});
