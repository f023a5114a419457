import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { execa } from 'execa';
import { type BuiltAction, buildAction } from '../action/build-action.ts';
import { casesFor, createDatabase, type Row, type TestDatabase, testServers } from '../support/servers/index.ts';
import { type Layout, layouts } from './layouts.ts';

/* Folders as migration tools keep them: what is meant to be applied is run, and the schema is what the server would make of it. */

const folders = join(import.meta.dirname, 'layouts');

test('every folder is tried', () => {
  assert.deepEqual(readdirSync(folders).sort(), layouts.map(({ folder }) => folder).sort());
});

for (const server of testServers()) {
  describe(`folders of migration tools on ${server.name}`, { timeout: 300_000 }, () => {
    let built: BuiltAction;
    before(async () => {
      built = await buildAction();
    });
    after(() => built[Symbol.asyncDispose]());

    async function ghostship(command: 'plan' | 'migrate', { folder, files, flags = [] }: Layout, url: string) {
      const globs = files.flatMap((glob) => ['--files', glob]);
      const args = [command, '--target', url, ...globs, ...flags];
      const options = { cwd: join(folders, folder), reject: false, stdin: 'ignore', timeout: 120_000 } as const;
      return await execa('node', [join(built.folder, 'dist/cli.js'), ...args], options);
    }

    for (const layout of casesFor(server, layouts)) {
      test(layout.folder, async () => {
        await using database = await createDatabase(server);
        await using control = await createDatabase(server);
        for (const command of ['plan', 'migrate'] as const) {
          const { exitCode, stdout, stderr } = await ghostship(command, layout, database.url);
          assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
          assert.doesNotMatch(stdout, /Not ready/u);
          const told = stdout.split('\n').filter((line) => /^(?:Not run|Passed over): /u.test(line));
          const tells = ([file, why]: Layout['leftOut'][number], line: string): boolean =>
            line.includes(file) && why.test(line);
          for (const part of layout.leftOut)
            assert.ok(
              told.some((line) => tells(part, line)),
              `${part.join(' ')}: ${told.join('\n')}`,
            );
          for (const line of told)
            assert.ok(
              layout.leftOut.some((part) => tells(part, line)),
              line,
            );
        }
        const ran = await database.query('SELECT statement FROM ghostship_migrations ORDER BY file, ordinal');
        const statements = ran.map((row) => String(row.statement));
        assert.equal(statements.length, layout.runs.length, statements.join('\n'));
        for (const [index, start] of layout.runs.entries())
          assert.ok(statements[index]?.startsWith(start), `${start}: ${statements[index]}`);
        for (const statement of statements) await control.query(statement);
        assert.deepEqual(await contentOf(database), await contentOf(control));
        const again = await ghostship('migrate', layout, database.url);
        assert.equal(again.exitCode, 0, again.stderr);
        assert.deepEqual(await contentOf(database), await contentOf(control));
      });
    }
  });
}

/** Definitions and rows of all tables but those of ours. */
async function contentOf(database: TestDatabase): Promise<Record<string, readonly Row[]>> {
  const content: Record<string, readonly Row[]> = {};
  const tables = await database.query(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${database.name}' ORDER BY 1`,
  );
  for (const { name } of tables) {
    if (/^ghostship_|_del$/u.test(String(name))) continue;
    const definition = await database.query(`SHOW CREATE TABLE \`${String(name)}\``);
    content[String(name)] = [...definition, ...(await database.query(`SELECT * FROM \`${String(name)}\` ORDER BY 1`))];
  }
  return content;
}
