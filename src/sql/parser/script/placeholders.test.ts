import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFile } from './parsed-file.ts';

/** The file, what stands before its statement, the statement, and what is said of it. */
const refused: readonly (readonly [path: string, head: string, statement: string, why: RegExp])[] = [
  ['V1_2__x.sql', '', `ALTER TABLE t ADD a VARCHAR(9) DEFAULT '\${tenant}'`, /^Flyway .* \$\{tenant\}, /u],
  ['m/R__x.sql', '', `ALTER TABLE t COMMENT 'by \${flyway:user}'`, /\$\{flyway:user\}/u],
  ['m/V1__x.sql', '', `CREATE TABLE \`\${prefix}t\` (id INT)`, /\$\{prefix\}/u],
  ['m/V1__x.sql', '', `CREATE TABLE \${prefix}t (id INT)`, /\$\{prefix\}/u],
  ['m/V1__x.sql', '', `UPDATE t SET a = '\${tenant}'`, /\$\{tenant\}/u],
  ['m/V1__x.sql', '', `SET @a = '\${tenant}'`, /\$\{tenant\}/u],
  [
    'm/1.sql',
    '--liquibase formatted sql\n--changeset a:1\n',
    `ALTER TABLE t COMMENT '\${a}'`,
    /^Liquibase .* \$\{a\}/u,
  ],
  ['m/1.sql', '-- // first\n', `ALTER TABLE t COMMENT '\${a}';\n-- //@UNDO\n`, /^MyBatis .* \$\{a\}/u],
  ['m/1.sql', '', "ALTER TABLE t COMMENT '{{.a}}';\n---- create above / drop below ----\n", /^tern .* \{\{\.a\}\}/u],
];

for (const [path, head, statement, why] of refused) {
  test(`a placeholder is refused in ${path}: ${head}${statement}`, () => {
    const { statements } = parseFile(path, `${head}${statement};`);
    const [only, ...others] = statements;
    assert.ok(only?.kind === 'other' && others.length === 0);
    assert.match(only.why ?? '', why);
  });
}

const taken: readonly (readonly [path: string, text: string])[] = [
  ['m/1.sql', `ALTER TABLE t COMMENT '\${a}'`],
  ['m/V1__x.sql', `-- sets \${a}\nALTER TABLE t /* \${b} */ COMMENT '$ {a}'`],
  ['m/V1__x.sql', "ALTER TABLE t COMMENT '{{.a}}'"],
  ['m/1.sql', `-- +goose Up\nALTER TABLE t ADD a JSON DEFAULT ('"\${a}"');`],
];

for (const [path, text] of taken) {
  test(`no placeholder in ${path}: ${text}`, () => {
    assert.deepEqual(
      parseFile(path, text).statements.map(({ kind }) => kind),
      ['alter-table'],
    );
  });
}
