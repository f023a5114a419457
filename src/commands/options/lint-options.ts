import { option } from './option.ts';
import { listOf, text } from './value.ts';

/** Options that only the linter has. */
export const lintOptions = {
  schema: option({
    places: ['flag', 'config'],
    default: 'schema/**/*.sql',
    placeholder: 'glob',
    description:
      'Globs of files with the CREATE TABLE of tables as they are before the statements, one a line. Rules about the definition of a table read them where no database is asked.',
    schema: listOf(text),
  }),
} as const;
