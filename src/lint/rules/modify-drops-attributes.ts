import type { ColumnDefinition } from '../../sql/parser/column-definition.ts';
import { type ColumnChange, columnChanges, type Redefining } from '../definition/column-changes.ts';
import { hasCharset } from '../definition/column-shape.ts';
import { isSame, type TableShape } from '../definition/table-shape.ts';
import { codeOfColumn } from '../names.ts';
import type { Rule } from '../rule.ts';
import { enumerate } from '../words.ts';

export const modifyDropsAttributes: Rule = {
  id: 'modify-drops-attributes',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  flags:
    'MODIFY or CHANGE COLUMN that does not repeat what the column has: AUTO_INCREMENT, DEFAULT, ON UPDATE; as a warning also NOT NULL, COMMENT, or a character set or collation of its own.',
  why: 'Both restate the whole definition, so whatever they do not say is gone, and no server warns about it.',
  instead: 'Repeat the whole definition, and change in it what is to be changed.',
  ignoreWhen: 'The attribute is meant to go. Say so in the reason, because nobody can see it in the statement.',
  example: {
    table: "CREATE TABLE orders (id INT PRIMARY KEY, qty INT NOT NULL DEFAULT 1 COMMENT 'units')",
    flagged: 'ALTER TABLE orders MODIFY COLUMN qty BIGINT;',
    fine: "ALTER TABLE orders MODIFY COLUMN qty BIGINT NOT NULL DEFAULT 1 COMMENT 'units';",
  },
  *check(context) {
    for (const change of columnChanges(context)) {
      const { alter, clause } = change;
      if (clause === null) continue;
      const lost = lostBy(change, clause.column);
      if (lost.length === 0) continue;
      yield {
        at: clause,
        title: `Loses ${lost.map(({ name }) => name).join(', ')} of ${alter.table.name}.${clause.column.name.text}`,
        message: `${codeOfColumn(alter.table, clause.column.name)} loses ${enumerate(lost.map(({ name }) => name))}: the statement does not repeat ${lost.length === 1 ? 'it' : 'them'}.`,
        severity: lost.some(({ breaksWrites }) => breaksWrites) ? 'error' : 'warning',
        suggestion: withAttributes(clause, lost, context.file.text),
      };
    }
  },
};

interface Lost {
  readonly name: string;
  /** As it is written in a definition. */
  readonly text: string;
  /** Rows that are written afterwards fail, or get another value. */
  readonly breaksWrites: boolean;
}

/** In the order in which every server takes them behind the type. */
function lostBy({ from, to, difference }: ColumnChange, column: ColumnDefinition): readonly Lost[] {
  const lost: Lost[] = [];
  const add = (isLost: boolean, name: string, text: string, breaksWrites: boolean): unknown =>
    isLost && lost.push({ name, text, breaksWrites });
  const namesCharset = column.charset !== null || column.collation !== null;
  const isText = hasCharset(from.type) && hasCharset(to.type) && !namesCharset;
  const [charset, collation] = [from.charset ?? '', from.collation ?? ''];
  const losesCharset = isText && from.charset !== null && to.charset !== null && from.charset !== to.charset;
  const losesCollation = isText && from.collation !== null && to.collation !== null && from.collation !== to.collation;
  add(losesCharset, `CHARACTER SET ${charset}`, `CHARACTER SET ${charset}`, false);
  add(losesCollation, `COLLATE ${collation}`, `COLLATE ${collation}`, false);
  add(from.notNull && !to.notNull && column.nullability === 'unspecified', 'NOT NULL', 'NOT NULL', false);
  const losesDefault =
    from.default !== null &&
    to.default === null &&
    column.default === null &&
    !column.autoIncrement &&
    takesDefault(to);
  add(losesDefault, 'DEFAULT', `DEFAULT ${from.default}`, true);
  add(from.onUpdate !== null && to.onUpdate === null, 'ON UPDATE', `ON UPDATE ${from.onUpdate}`, true);
  add(
    from.autoIncrement && !to.autoIncrement && mayCount(to, difference.after),
    'AUTO_INCREMENT',
    'AUTO_INCREMENT',
    true,
  );
  const losesComment = from.comment !== null && to.comment === null && column.comment === null;
  add(losesComment, 'COMMENT', `COMMENT ${from.comment}`, false);
  return lost;
}

/** The servers take AUTO_INCREMENT of one column, which must be the first of an index. */
function mayCount({ name }: ColumnChange['to'], { columns, indexes }: TableShape): boolean {
  const leads = indexes.some(({ parts: [first] }) => isSame(first?.column ?? '', name));
  return leads && !columns.some(({ autoIncrement }) => autoIncrement);
}

/** MySQL gives no literal default to these. */
function takesDefault({ type }: ColumnChange['to']): boolean {
  return type.family !== 'json' && !/(?:text|blob)$/u.test(type.name);
}

function withAttributes({ column }: Redefining, lost: readonly Lost[], text: string) {
  const { start, end } = column.type;
  if (start === end) return null;
  return { start, end, text: [text.slice(start, end), ...lost.map((one) => one.text)].join(' ') };
}
