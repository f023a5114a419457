import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReportedRun, reportPage } from '../../src/report/report-page/report-page.ts';
import { failedRun, hostile, hostileRun, longRun, manyStatements, resumedRun } from './played-runs.ts';
import { readPage, textOf } from './read-page.ts';

/* What a browser is given. It is read here as browsers read it, by the rules of the HTML standard. */

const runs: Readonly<Record<string, () => ReportedRun>> = {
  longRun,
  failedRun,
  resumedRun,
  hostileRun,
};

for (const [name, run] of Object.entries(runs)) {
  test(`${name}: the page is sound, loads nothing and runs nothing`, async () => {
    const { elements } = readPage(await reportPage(run()));
    const forbidden = [
      'script',
      'link',
      'img',
      'image',
      'iframe',
      'object',
      'embed',
      'form',
      'base',
      'use',
      'foreignobject',
    ];
    assert.deepEqual(
      elements.filter(({ tagName }) => forbidden.includes(tagName.toLowerCase())).map(({ tagName }) => tagName),
      [],
    );
    for (const { tagName, attrs } of elements) {
      for (const { name: attribute, value } of attrs) {
        assert.doesNotMatch(
          attribute,
          /^on|^src|^xlink|^(?:action|ping|background|poster|data)$/iu,
          `${tagName} ${attribute}`,
        );
        if (attribute === 'href') assert.match(value, /^https:\/\/github\.test\//u);
        else if (attribute !== 'xmlns' && attribute !== 'title')
          assert.doesNotMatch(value, /\/\/|url\((?!#)|@import/u, `${tagName} ${attribute}`);
      }
    }
    const styles = elements.filter(({ tagName }) => tagName === 'style').map(textOf);
    assert.equal(styles.length, 1);
    assert.doesNotMatch(styles.join(''), /url\(|@import|https?:/u);
    const ids = elements.flatMap(({ attrs }) =>
      attrs.filter((attribute) => attribute.name === 'id').map(({ value }) => value),
    );
    assert.deepEqual(ids, [...new Set(ids)], 'two charts of one page do not share a name');
  });

  test(`${name}: every number of a chart is one`, async () => {
    const { elements } = readPage(await reportPage(run()));
    for (const { tagName, attrs } of elements) {
      for (const { name: attribute, value } of attrs) {
        if (
          !['d', 'x', 'y', 'width', 'height', 'transform', 'points', 'viewbox', 'style'].includes(
            attribute.toLowerCase(),
          )
        )
          continue;
        assert.doesNotMatch(value, /NaN|Infinity|undefined|null/u, `${tagName} ${attribute}`);
        if (attribute === 'd')
          for (const number of value.split(/[A-Za-z, ]+/u)) assert.ok(Number.isFinite(Number(number)), value);
        if (attribute === 'style') assert.doesNotMatch(value, /-\d/u, 'no mark stands before the beginning');
      }
    }
  });
}

test('a long run: phases, rates, lag, holds with what was seen, attempts with who was waited for, the definition', async () => {
  const { elements, text } = readPage(await reportPage(longRun()));
  for (const words of [
    /Shipped orders is changed: 174 M rows copied in 1 h 30 min, writers waited 212 ms\./u,
    /checking 3\.0 s copying 1 h 10 min catching up 3 min verifying 9 min waiting for cutover 6 min cutting over 1 min 40 s/u,
    /Rows copied 174 M Changes applied 1\.9 M Writers waited 212 ms in the last of 3 attempts Differences 0 of 174 M rows compared Duration 1 h 30 min/u,
    /Copy rate rows per second, up to 64\.\d k/u,
    /Lag of the stream of changes up to 3\.1 s/u,
    /The stream of changes lags after 20 min 4 s, for 3 min 59 s 3\.1 s 1\.5 s/u,
    /Paused by a person after 41 min 4 s, for 10 min 59 s/u,
    /Commits are slow \d+ times between 3\.8 s and 1 h 9 min, 3\.8 s in all 48 ms 25 ms/u,
    /1 after 1 h 29 min 3\.0 s The lock was not given within 1\.5 s\. connection 4711 \(report@10\.0\.3\.17:51234\), idle for \d+ s in a transaction of 370 s: SELECT status/u,
    /3 after 1 h 30 min 212 ms The tables were swapped\./u,
    /- `note` varchar\(100\) DEFAULT NULL \+ `note` varchar\(500\) DEFAULT NULL/u,
  ])
    assert.match(text, words);
  const figures = elements.filter(({ tagName }) => tagName === 'svg');
  assert.equal(figures.length, 4, 'two charts, each for a wide and for a narrow screen');
  const tips = elements.filter(({ tagName }) => tagName === 'title').map(textOf);
  assert.ok(
    tips.some((tip) => /^\d[\d.]* k, after 1 h 7 min 30 s$|^\d[\d.]* k, after 1 h/u.test(tip)),
    tips.join('\n'),
  );
});

test('a failed run says what happened and shows what was done before, and what was not begun', async () => {
  const { text } = readPage(await reportPage(failedRun()));
  assert.match(text, /users completed instant/u);
  assert.match(
    text,
    /orders failed copy[\s\S]*Data too long for column 'note' at row 1\. data-does-not-fit orders is as it was\. Shorten the value/u,
  );
  assert.match(text, /items queued/u);
  assert.match(text, /Indexes are built after the copy/u);
});

test('what has moved since the plan is shown as a diff, in an error and in a notice', async () => {
  const moved =
    'migrations/7.sql:1 would not be carried out as its pull request has shown it.\nThe table before it (- as planned, + now):\n- `note` varchar(50)\n+ `note` <b>';
  const run = failedRun();
  const [first, second] = run.outcome.migrations;
  assert.ok(first !== undefined && second !== undefined);
  const error = { code: 'plan-changed', message: moved, hint: 'Look at what has moved.' } as const;
  const outcomes = [
    { ...run.outcome, migrations: [first, { ...second, error }] },
    { ...run.outcome, migrations: [], error },
  ];
  for (const outcome of outcomes) {
    const { elements, text } = readPage(await reportPage({ ...run, outcome }));
    const lines = (kind: string): string[] =>
      elements.filter(({ tagName, attrs }) => tagName === 'i' && attrs.some(({ value }) => value === kind)).map(textOf);
    assert.ok(lines('removed').includes('- `note` varchar(50)'), text);
    assert.ok(lines('added').includes('+ `note` <b>'));
    assert.match(text, /has shown it\. plan-changed The table before it \(- as planned, \+ now\):/u);
  }
});

test('a run that goes on shows what was kept, and its rate is that of its own rows', async () => {
  const { text } = readPage(await reportPage(resumedRun()));
  assert.match(
    text,
    /goes on with the migration a1b2c3d4, whose last sign of life was 7 min before it\. 120 M rows copied by then are kept\./u,
  );
  assert.match(text, /up to 61 k/u);
  assert.match(text, /orders yielded/u);
});

test('texts of others are shown as they are, and hidden characters are written out', async () => {
  const page = await reportPage(hostileRun());
  const { text, elements } = readPage(page);
  const shown = hostile.replace('\u202e', '\\u{202e}');
  assert.ok(
    text.split(shown).length > 15,
    'name, statement, message, hint, hold, attempt, blocker, notice, definition',
  );
  assert.doesNotMatch(page, /\u202e/u);
  assert.ok(elements.some(({ attrs }) => attrs.some(({ name, value }) => name === 'title' && value.includes(shown))));
});

test('a secret does not stand in the page, however a server repeats it', async () => {
  const secret = `p&w"${'x'.repeat(3)}<1>`;
  const run = hostileRun();
  const migrations = run.outcome.migrations.map((migration) => ({
    ...migration,
    table: secret,
    statement: `a ${secret} b`,
  }));
  const page = await reportPage({
    ...run,
    outcome: { ...run.outcome, migrations },
    secrets: [secret, 'alert(1)', 'Failed'],
  });
  const { text, elements } = readPage(page);
  assert.match(text, /a \*\*\* b/u);
  for (const word of [secret, 'alert(1)']) {
    assert.ok(!text.includes(word));
    assert.ok(elements.every(({ attrs }) => attrs.every(({ value }) => !value.includes(word))));
  }
});

test('a page of two thousand statements can be opened, and says what it leaves out', async () => {
  const page = await reportPage(manyStatements());
  assert.ok(page.length < 5_000_000, String(page.length));
  assert.match(readPage(page).text, /1\.8 k statements more are not shown here\./u);
});
