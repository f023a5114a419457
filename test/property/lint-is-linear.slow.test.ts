import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noConfig } from '../../src/commands/options/config.ts';
import { readSettings } from '../../src/commands/options/settings.ts';
import { plan } from '../../src/commands/plan/plan.ts';
import { annotationsOf } from '../../src/report/annotation.ts';
import { checkRunPage } from '../../src/report/fit.ts';
import { noLinks } from '../../src/report/links.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-text.ts';
import { seededRandom, seedFor } from '../support/random.ts';

/* A file of a stranger costs no more than its length: splitting, parsing, every rule, every report. */

/** What a file may be made of, over and over. */
const pieces: readonly string[] = [
  ...',-()\'"`;*/#.=@:\\\n\t $|!'.split(''),
  'a',
  '1',
  'é',
  '😀',
  'ab ',
  ', ',
  '- ',
  '-- \n',
  '--\t',
  '/*',
  '*/',
  '/**/',
  '/*!',
  '/*! */',
  '/*!80000 a */',
  '/*M!',
  '/*!99999 ',
  "''",
  "'a'",
  '"a\'',
  "\\'",
  '`a`',
  '``',
  '(,',
  '()',
  '(a)',
  ',(',
  'a,',
  'a.',
  'a.b,',
  'a=1 ',
  '1.',
  '1e',
  'aB;',
  ';\n',
  'delimiter ;',
  'delimiter ;;\n',
  'DELIMITER a\nba',
  '\nDELIMITER //\nSELECT 1//\nDELIMITER ;\n',
  '\\g',
  'SET a=1;',
  'SET NAMES utf8;',
  "SET sql_mode = 'ANSI';\n",
  'SET foreign_key_checks=0;DROP TABLE a;',
  'LOCK TABLES a READ;',
  'USE a;',
  'SELECT 1;',
  'DROP TABLE a;',
  'TRUNCATE a;\n',
  'RENAME TABLE a TO b;',
  'ALTER TABLE a DROP b;',
  'ALTER TABLE a DROP b, ADD b INT UNIQUE;\n',
  'CREATE TABLE a (b INT(1));',
  'CREATE TABLE c LIKE d;',
  'ALTER ',
  'CREATE OR REPLACE ',
  'DROP b, ',
  'DROP INDEX b, ',
  'ADD b INT, ',
  'ADD UNIQUE (b), ',
  'ADD UNIQUE (b, c, d, e, f), ',
  'ADD b INT NOT NULL UNIQUE DEFAULT (UUID()), ',
  'ADD b INT CHECK (1), ',
  'ADD (b INT, c INT), ',
  'MODIFY b FLOAT(1,2), ',
  'CHANGE b c INT, ',
  'RENAME COLUMN b TO c, ',
  'ADD CHECK (1), ',
  'ADD FOREIGN KEY (b) REFERENCES c (d), ',
  'ALGORITHM=COPY, LOCK=NONE, ',
  'ORDER BY b, ',
  'b ASC, ',
  'DROP PARTITION p, ',
  'PARTITION BY ',
  'REMOVE PARTITIONING ',
  'CHECK (1) ',
  'DEFAULT 1 ',
  'COMMENT ',
  'REFERENCES a (b) ',
  'UNIQUE KEY ',
  'CHARSET=utf8 ',
  'ENGINE ',
  'COLLATE ',
  '-- lint:ignore drop-column -- x\n',
  '/* lint:ignore drop-column */',
  '/* lint:ignore drop-column -- x */ DROP b, ',
  '-- lint:ignore drop-column,x\nALTER TABLE a DROP b;\n',
  '/*lint:ignore a*/;',
  '-- lint:ignore-file drop-table -- x\n',
  ' --',
  '-- +goose Up\n',
  '-- +goose Down\nDROP TABLE a;\n-- +goose Up\n',
  '-- +goose StatementBegin\nSELECT 1;\n-- +goose StatementEnd\n',
  '-- +migrate Up\nDROP TABLE a;\n-- +migrate Down\nDROP TABLE b;\n',
  '-- rollback\n',
  '-- rollback x\nDROP TABLE a;\n',
  '-- undo: x\n',
  '-- @undo\n',
  '--liquibase formatted sql\n--changeset a:1 "',
  '--rollback DROP TABLE a;\n',
  '/* liquibase rollback\n*/\n',
];

/** Around the pieces: what reads them differs by where they stand. */
const places: readonly (readonly [before: string, after: string])[] = [
  ['', 'x'],
  ['ALTER TABLE t ', ''],
  ['ALTER TABLE t ADD a INT ', ' x'],
  ['CREATE TABLE t (a INT, ', ') COMMENT = 1'],
  ['-- ', 'x\nDROP TABLE t;'],
  ['/*', '*/ DROP TABLE t;'],
  ['ALTER TABLE t DROP `', '`'],
  ["DROP TABLE '", "'"],
  ['DELIMITER ', '\nDROP TABLE t'],
];

const settings = readSettings({}, noConfig);

/** Everything that the action does of files without a database, in milliseconds of the processor. */
async function costOf(...texts: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  const files = texts.map((text, index) => ({ path: `${index + 1}.sql`, text }));
  const report = await plan({ files }, settings, new AbortController().signal);
  planText(report);
  annotationsOf(report);
  const context = {
    links: noLinks,
    commit: 'abc',
    remarks: [],
    obstacle: null,
    migratesOnMerge: true,
    needsApproval: false,
    asked: 'target' as const,
    termsFor: settings.valuesFor,
  };
  planMarkdown(report, context, checkRunPage);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** A second for each megabyte. */
const msPerByte = 1_000 / 1_000_000;
/** What is fixed, and what a machine at work does besides. */
const noiseMs = 500;

/** What is not linear shows at the first length, before it takes minutes at the second. */
const lengths = [16_384, 131_072];

async function expectLinear(make: (length: number) => string): Promise<void> {
  for (const length of lengths) {
    const text = make(length);
    const allowedMs = length * msPerByte + noiseMs;
    let costMs = await costOf(text);
    // Once more where something else may have been in the way.
    if (costMs > allowedMs) costMs = Math.min(costMs, await costOf(text));
    const message = `${length} characters took ${Math.round(costMs)} ms: ${JSON.stringify(text.slice(0, 80))}`;
    assert.ok(costMs <= allowedMs, message);
  }
}

describe('the cost of a file is linear', () => {
  for (const [before, after] of places) {
    it(`for one piece over and over, in ${JSON.stringify(`${before}…${after}`)}`, async () => {
      for (const piece of pieces)
        await expectLinear((length) => before + piece.repeat(Math.ceil(length / piece.length)) + after);
    });
  }

  it('and twice the text takes no more than twice the time', async () => {
    const texts = [
      "','(/*",
      'ALTER TABLE t DROP a, ADD b INT;\n',
      '-- lint:ignore drop-column -- x\nALTER TABLE t DROP a;\n',
    ];
    for (const piece of texts) {
      const of = (length: number): Promise<number> => costOf(piece.repeat(Math.ceil(length / piece.length)));
      const [once, twice] = [Math.min(await of(400_000), await of(400_000)), await of(800_000)];
      assert.ok(
        twice <= 2.6 * once + noiseMs,
        `${piece}: ${Math.round(once)} ms, and ${Math.round(twice)} ms for twice the text`,
      );
    }
  });

  it('and twice the files take no more than twice the time', async () => {
    const texts: readonly ((index: number) => string)[] = [
      (index) => `ALTER TABLE t${index} ADD a INT;\n`,
      () => 'ALTER TABLE t DROP a;\n',
      (index) => `CREATE TABLE t${index} (a INT);\nALTER TABLE t${index} ADD b INT;\n`,
      () => "SET NAMES utf8;\nUPDATE t SET a = 'x';\n",
    ];
    for (const textOf of texts) {
      const of = (length: number): Promise<number> => costOf(...Array.from({ length }, (_, index) => textOf(index)));
      const [once, twice] = [Math.min(await of(2_000), await of(2_000)), await of(4_000)];
      assert.ok(
        twice <= 2.6 * once + noiseMs,
        `${textOf(1)}: ${Math.round(once)} ms, and ${Math.round(twice)} ms for twice the files`,
      );
    }
  });

  it('for mixtures of them', async () => {
    const random = seededRandom(seedFor('linear'));
    for (let round = 0; round < 40; round++) {
      const all = pieces as [string, ...string[]];
      const some: [string, ...string[]] = [random.pick(all), random.pick(all), random.pick(all)];
      const [before, after] = random.pick(places as [(typeof places)[number], ...typeof places]);
      await expectLinear((length) => {
        let text = before;
        while (text.length < length) text += random.pick(some);
        return text + after;
      });
    }
  });
});
