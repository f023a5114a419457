import type { Rule } from '../rule.ts';

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  severity: 'error',
  needs: 'sql',
  suppressible: false,
  flags:
    'A file that is not UTF-8, is no regular file, is too large or has too many statements, or is a link out of the checkout; and a marker or a name meant for a migration tool that is not understood.',
  why: 'What is to be run cannot be told for certain, so nothing of the file is run.',
  instead:
    'Save it as UTF-8, split it, put the file itself where the link is, write a marker as its tool does, or leave the file out with a `!glob` in the option `files`.',
  example: {
    flagged: '-- +goose Sideways\nALTER TABLE users ADD COLUMN age INT;',
    fine: '-- +goose Up\nALTER TABLE users ADD COLUMN age INT;',
  },
  *check({ file }) {
    for (const { at, message } of file.faults) yield { at, title: 'This file cannot be read for certain', message };
  },
};
