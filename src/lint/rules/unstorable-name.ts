import { unstorableName as findName, storedName } from '../../sql/parser/unstorable-name.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const unstorableName: Rule = {
  id: 'unstorable-name',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags: 'A name with a character of four bytes in it, such as an emoji.',
  why: 'MariaDB refuses such a name, and MySQL puts a question mark in place of the character, so that two names can become one.',
  instead: 'Choose a name without such characters. Comments and values may have them.',
  ignoreWhen: 'Never: no server can hold such a name.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN `🦄` INT;',
    fine: "ALTER TABLE users ADD COLUMN unicorn INT COMMENT '🦄';",
  },
  *check({ file: { text, mode, statements } }) {
    for (const statement of statements) {
      const name = statement.kind === 'other' ? null : findName(text, statement, mode);
      if (name !== null)
        yield {
          at: name,
          title: 'No server can hold this name',
          message: `${code(name.text)} has a character of four bytes in it; MySQL would call it ${code(storedName(name.text))}.`,
        };
    }
  },
};
