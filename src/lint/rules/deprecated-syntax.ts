import type { Clause, TableOption } from '../../sql/parser/clause.ts';
import type { ColumnType } from '../../sql/parser/column-definition.ts';
import type { Name, Span } from '../../sql/parser/span.ts';
import type { Statement } from '../../sql/parser/statement.ts';
import { definedColumn } from '../clauses-of.ts';
import { code } from '../names.ts';
import type { Problem, Rule } from '../rule.ts';

export const deprecatedSyntax: Rule = {
  id: 'deprecated-syntax',
  severity: 'notice',
  needs: 'text',
  suppressible: true,
  flags:
    'What MySQL has announced to remove: display widths, ZEROFILL, utf8 and utf8mb3, digits on FLOAT and DOUBLE, BINARY ' +
    'as an attribute, UNSIGNED on anything but integers.',
  why: 'It does less than it seems to, and a later version of the server will refuse it.',
  instead: 'Write the type that is meant.',
  ignoreWhen: 'The server stays on a version that knows it, or another tool expects this very spelling.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN visits INT(11) NULL;',
    fine: 'ALTER TABLE users ADD COLUMN visits INT NULL;',
  },
  *check({ file }) {
    for (const statement of file.statements) {
      for (const habit of habitsIn(statement)) yield { ...habit, title: 'Uses deprecated syntax' };
    }
  },
};

interface Habit {
  readonly at: Span;
  readonly message: string;
  readonly instead: string;
  readonly suggestion?: NonNullable<Problem['suggestion']>;
}

function habitsIn(statement: Statement): readonly Habit[] {
  if (statement.kind === 'alter-table') return statement.clauses.flatMap(habitsOfClause);
  if (statement.kind !== 'create-table') return [];
  return [...statement.elements.flatMap(habitsOfClause), ...habitsOfOptions(statement.options)];
}

function habitsOfClause(clause: Clause): readonly Habit[] {
  const column = definedColumn(clause);
  if (column !== null) return [...habitsOfType(column.type), ...habitsOfCharset(column.charset)];
  if (clause.kind === 'convert-charset') return habitsOfCharset(clause.charset);
  return clause.kind === 'table-options' ? habitsOfOptions(clause.options) : [];
}

function habitsOfOptions(options: readonly TableOption[]): readonly Habit[] {
  const charset = options.find((option) => option.name === 'CHARSET');
  return charset === undefined ? [] : habitsOfCharset({ ...charset, text: charset.value });
}

function habitsOfCharset(charset: Name | null): readonly Habit[] {
  const name = charset?.text.toLowerCase();
  if (charset === null || (name !== 'utf8' && name !== 'utf8mb3')) return [];
  const message = `${code(charset.text)} has three bytes for a character, which is too short for emoji and some names.`;
  return [{ at: { start: charset.start, end: charset.end }, message, instead: 'Use utf8mb4.' }];
}

const integers = 'TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT INT1 INT2 INT3 INT4 INT8'.split(' ');
const floats = ['FLOAT', 'DOUBLE', 'DOUBLE PRECISION', 'REAL'];
const fixedPoints = ['DECIMAL', 'DEC', 'NUMERIC', 'FIXED'];

function habitsOfType(type: ColumnType): readonly Habit[] {
  const { name, arguments: args, attributes } = type;
  const isBoolean = name === 'TINYINT' && args[0] === '1';
  const habits: Habit[] = [];
  const add = (message: string, instead: string): unknown => habits.push({ at: type, message, instead });
  if (integers.includes(name) && args.length > 0 && !isBoolean) {
    const { start, end } = type;
    const text = [name, ...attributes].join(' ');
    const message = 'The display width of an integer does not limit its values.';
    habits.push({ at: type, message, instead: `Write ${code(name)}.`, suggestion: { start, end, text } });
  }
  if (floats.includes(name) && args.length > 1)
    add(`Digits on ${code(name)} round every value.`, 'Use DECIMAL, or leave them out.');
  if (attributes.includes('ZEROFILL')) add('ZEROFILL only pads what is shown.', 'Pad the number where it is shown.');
  if (attributes.includes('UNSIGNED') && [...floats, ...fixedPoints].includes(name)) {
    add(`UNSIGNED on ${code(name)} only refuses negative values.`, 'Use a CHECK constraint.');
  }
  if (attributes.includes('BINARY'))
    add('BINARY as an attribute stands for a `_bin` collation.', 'Name it with COLLATE.');
  return habits;
}
