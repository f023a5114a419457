import { option } from './option.ts';
import { accountName, listOf, oneOf, optional, webhook } from './value.ts';

const permissions = ['write', 'maintain', 'admin'] as const;

/** Who is told of a migration, and who may command it. What decides about people is never an input of a single workflow. */
export const peopleOptions = {
  notify: option({
    places: ['flag', 'config'],
    default: null,
    placeholder: 'url',
    description:
      'A webhook that is told when a migration waits for a person and when it ends, as JSON with a text, which Slack and others take. Because its address is a secret, write env:NAME for an environment variable that has it.',
    schema: optional(webhook),
  }),
  'notify-reviewers': option({
    places: ['config'],
    default: '',
    placeholder: 'name',
    description:
      'Users and teams that are mentioned when a migration waits for a person, such as mona or acme/databases; one a line.',
    schema: listOf(accountName),
  }),
  'command-permission': option({
    places: ['config'],
    default: 'write',
    placeholder: 'write|maintain|admin',
    description: 'What somebody must be allowed in the repository to command migrations in comments.',
    schema: oneOf(permissions),
  }),
  'abort-permission': option({
    places: ['config'],
    default: 'maintain',
    placeholder: 'write|maintain|admin',
    description: 'The same for abort and revert.',
    schema: oneOf(permissions),
  }),
  'require-approval': option({
    places: ['config'],
    default: 'false',
    placeholder: 'true|false',
    description:
      'Whether only pull requests are migrated whose newest commit was approved by somebody else than the author, who may push.',
    schema: oneOf(['true', 'false']),
  }),
} as const;
