import { strayParenthesis } from '../../sql/parser/stray-parenthesis.ts';
import type { Rule } from '../rule.ts';

export const syntaxError: Rule = {
  id: 'syntax-error',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags: 'A quote, comment or parenthesis without its partner. Everything else about syntax is for the server to say.',
  why: 'No server accepts it, and everything up to the end of the file is read as part of it.',
  instead: 'Close what is open.',
  ignoreWhen: 'Never: no server would run it.',
  example: {
    flagged: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a;",
    fine: "ALTER TABLE users ADD COLUMN name VARCHAR(20) DEFAULT 'n/a';",
  },
  *check({ file }) {
    if (file.unterminated !== null) {
      const { kind, start } = file.unterminated;
      const what = kind === 'comment' ? 'comment' : 'quote';
      yield {
        at: { start, end: start + 1 },
        title: `This ${what} never ends`,
        message: `The ${what} that starts here is not closed.`,
      };
      return;
    }
    for (const statement of file.statements) {
      const at = strayParenthesis(file.text, statement, file.mode);
      if (at !== null)
        yield {
          at,
          title: 'This parenthesis has no partner',
          message: 'The parentheses of this statement do not match.',
        };
    }
  },
};
