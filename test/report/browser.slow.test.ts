import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, launch } from 'puppeteer-core';
import { reportPage } from '../../src/report/report-page/report-page.ts';
import { failedRun, hostileRun, longRun, resumedRun } from './played-runs.ts';

/* The page in a browser, where one is installed. It is not downloaded for this. */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = (process.env.PATH ?? '').split(delimiter);
const executablePath = folders
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

const pages = { longRun, failedRun, resumedRun, hostileRun };
const look = await readFile(new URL('look-at-page.js', import.meta.url), 'utf8');

/** What it gives. */
interface Look {
  readonly pageWidth: number;
  readonly charts: readonly { readonly width: number; readonly letters: number }[];
  readonly clipped: readonly string[];
  readonly laneLeft: number;
  readonly axisLeft: number;
  readonly contrasts: readonly number[];
}

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

describe('the report in a browser', {
  skip: executablePath === undefined && 'no Chromium is installed',
  timeout: 120_000,
}, () => {
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ghostship-report-'));
    browser = await launch({
      executablePath: executablePath ?? '',
      userDataDir: join(folder, 'profile'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  for (const [name, run] of Object.entries(pages)) {
    test(`${name} fits the width of a desk and of a phone, asks nobody, and is readable in light and dark`, async () => {
      const path = join(folder, `${name}.html`);
      await writeFile(path, await reportPage(run()));
      const page = await browser.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('console', (message) => complaints.push(message.text()));
      const contrasts: number[] = [];
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        for (const viewport of [desk, phone]) {
          await page.setViewport(viewport);
          await page.goto(pathToFileURL(path).href);
          const seen = (await page.evaluate(look)) as Look;
          assert.ok(seen.pageWidth <= viewport.width, `${viewport.width}: the page is ${seen.pageWidth} wide`);
          assert.deepEqual(seen.clipped, [], `${viewport.width}: labels of charts stand outside`);
          assert.ok(
            seen.charts.every(({ width, letters }) => width > 300 && letters >= 9.5),
            JSON.stringify(seen.charts),
          );
          assert.ok(
            Math.abs(seen.laneLeft - seen.axisLeft) < 3,
            `timeline from ${seen.laneLeft}, charts from ${seen.axisLeft}`,
          );
          contrasts.push(...seen.contrasts);
        }
      }
      assert.ok(Math.min(...contrasts) >= 4.5, `contrast ${Math.min(...contrasts)} (WCAG 2.2, 1.4.3 asks for 4.5)`);
      assert.deepEqual(complaints, []);
      assert.deepEqual([...new Set(asked)], [pathToFileURL(path).href]);
      await page.close();
    });
  }
});
