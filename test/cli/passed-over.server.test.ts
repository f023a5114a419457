import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { casesFor, createDatabase, type TestDatabase, testServers } from '../support/servers/index.ts';
import { run } from './cli.ts';

/* What dumps and tools write around statements: passed over with a note where it changes nothing, refused where it would. */

const alter = 'ALTER TABLE users ADD COLUMN x INT;';

const passedOver: Readonly<Record<string, string>> = {
  'MySQL Workbench': `SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;
SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION';
USE \`§\` ;
${alter}
SET SQL_MODE=@OLD_SQL_MODE;
SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;
SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS;
`,
  mysqldump: `/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
${alter}
LOCK TABLES \`users\` WRITE;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
`,
  HeidiSQL: `/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
${alter}
/*!40101 SET SQL_MODE=IFNULL(@OLD_SQL_MODE, '') */;
/*!40014 SET FOREIGN_KEY_CHECKS=IF(@OLD_FOREIGN_KEY_CHECKS IS NULL, 1, @OLD_FOREIGN_KEY_CHECKS) */;
`,
  phpMyAdmin: `SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";\nSTART TRANSACTION;\nSET time_zone = "+00:00";\n${alter}\nCOMMIT;\n`,
};

const refused: readonly (readonly [text: string, reason: RegExp])[] = [
  [`${alter}\nSET NAMES latin1;`, /migrations\/1\.sql:2\D[\s\S]*latin1/u],
  [`${alter}\nUSE mysql;`, /1\.sql:2\D[\s\S]*It leaves test_/u],
  [`START TRANSACTION;\n${alter}\nROLLBACK;`, /1\.sql:3\D[\s\S]*taken back/u],
  [`SET sql_mode = 'ANSI_QUOTES';\n${alter}`, /1\.sql:1\D[\s\S]*ANSI_QUOTES/u],
];

for (const server of testServers()) {
  describe(`statements for the session on ${server.name}`, { timeout: 300_000 }, () => {
    let folder = '';
    let database: TestDatabase;
    before(async () => {
      database = await createDatabase(server);
    });
    after(() => database[Symbol.asyncDispose]());
    beforeEach(async () => {
      if (folder !== '') await rm(folder, { recursive: true });
      folder = await mkdtemp(join(tmpdir(), 'ghostship-session-'));
      await mkdir(join(folder, 'migrations'));
      await database.query('DROP TABLE IF EXISTS made, users, ghostship_migrations');
      await database.query('CREATE TABLE users (id INT PRIMARY KEY)');
    });
    after(() => rm(folder, { recursive: true }));

    const write = (text: string): Promise<void> => writeFile(join(folder, 'migrations/1.sql'), text);
    const ship = (command: string, ...options: readonly string[]) =>
      run(folder, [command, '--target', database.url, ...options]);
    const columns = async (): Promise<string[]> =>
      (await database.query('SHOW COLUMNS FROM users')).map(({ Field }) => String(Field));

    for (const [tool, text] of casesFor(server, Object.entries(passedOver))) {
      test(`${tool}: passed over, in the same words by each command`, async () => {
        await write(text.replaceAll('§', database.name));
        const notes: string[] = [];
        for (const command of ['lint', 'plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
          notes.push(stdout.match(/^Passed over: .*$/gmu)?.join('\n') ?? '');
        }
        assert.match(notes[0] ?? '', /^Passed over: migrations\/1\.sql:1 to \d \(SET /u);
        assert.deepEqual(notes, [notes[0], notes[0], notes[0]]);
        assert.deepEqual(await columns(), ['id', 'x']);
        assert.match((await ship('plan')).stdout, /applied on/u);
      });
    }

    test('what stands in a comment for other servers is passed over by plan and migrate', async () => {
      const other = server.flavor === 'mysql' ? '/*M!100616' : '/*!80000';
      await write(`/*!99999 ALTER TABLE users ADD y INT */;\n${alter}\n${other} SET SESSION sql_log_bin = 0 */;\n`);
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command);
        assert.equal(exitCode, 0, `${command}: ${stdout}${stderr}`);
        assert.match(stdout, /^Passed over: migrations\/1\.sql:1 \(a comment for other servers\), /mu);
        assert.match(stdout, /^Passed over: migrations\/1\.sql:3 \(a comment for other servers\), /mu);
      }
      assert.deepEqual(await columns(), ['id', 'x']);
      assert.match((await ship('plan')).stdout, /applied on/u);
    });

    for (const set of casesFor(server, [
      "SET sql_mode = ''",
      "SET SESSION sql_mode = ''",
      "SET @@sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
    ])) {
      const skip = server.flavor !== 'mysql';
      test(`${set}: what the server's own mode refuses is refused with the line`, { skip }, async () => {
        const zeros = "ADD COLUMN d DATE NOT NULL DEFAULT '0000-00-00'";
        await write(`${set};\nCREATE TABLE made (id INT PRIMARY KEY);\nALTER TABLE users ${zeros};`);
        for (const command of ['plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
          assert.match(stdout + stderr, /Invalid default value for 'd'\. Line 1 sets a sql_mode that refuses less/u);
          assert.match(stdout + stderr, /put zero-dates in the option allow/u);
        }
        assert.deepEqual(await columns(), ['id']);
        const { exitCode, stdout, stderr } = await ship('migrate', '--allow', 'zero-dates');
        assert.equal(exitCode, 0, stdout + stderr);
        assert.deepEqual(await columns(), ['id', 'd']);
      });
    }

    test('foreign_key_checks = 0: what the server refuses with them is refused with the line, all else is run', async () => {
      const child = (parent: string): string =>
        `SET foreign_key_checks = 0;\nCREATE TABLE made (u INT, FOREIGN KEY (u) REFERENCES ${parent} (id));\nSET foreign_key_checks = 1;`;
      await write(child('nowhere'));
      for (const command of ['plan', 'migrate']) {
        const { exitCode, stdout, stderr } = await ship(command);
        assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
        assert.match(stdout + stderr, /Line 1 turns foreign_key_checks off, but statements run with them\./u);
      }
      await write(child('users'));
      const { exitCode, stdout, stderr } = await ship('migrate');
      assert.equal(exitCode, 0, stdout + stderr);
      const [made] = await database.query('SHOW CREATE TABLE made');
      assert.match(String(made?.['Create Table']), /FOREIGN KEY \(`u`\) REFERENCES `users` \(`id`\)/u);
    });

    for (const [text, reason] of casesFor(server, refused)) {
      test(`refused by each command, with the line and the reason: ${text}`, async () => {
        await write(text);
        for (const command of ['lint', 'plan', 'migrate']) {
          const { exitCode, stdout, stderr } = await ship(command);
          assert.equal(exitCode, 1, `${command}: ${stdout}${stderr}`);
          assert.match(stdout + stderr, reason, command);
        }
        assert.deepEqual(await columns(), ['id']);
      });
    }
  });
}
