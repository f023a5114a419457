import type { Rule } from '../rule.ts';

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  needs: 'text',
  suppressible: false,
  flags:
    'A file that is not UTF-8, is no regular file, is too large or has too many statements, or is a link out of the checkout; and a marker or a name meant for a migration tool that is not understood; and a line break in a name.',
  why: 'What is to be run cannot be told for certain, so nothing of the file is run.',
  instead:
    'Put a regular file of UTF-8 text in its place, split a large one, write a marker as its tool does, give what has a line break in its name another one, or leave the file out with a `!glob` in the option `files`.',
  ignoreWhen: 'Never: nothing of the file could be run.',
  example: {
    flagged: '-- +goose Sideways\nALTER TABLE users ADD COLUMN age INT;',
    fine: '-- +goose Up\nALTER TABLE users ADD COLUMN age INT;',
  },
  *check({ file }) {
    for (const { at, message } of file.faults) yield { at, title: 'This file cannot be read for certain', message };
  },
};
