import { columnChanges } from '../definition/column-changes.ts';
import { judgeRows } from '../definition/difference.ts';
import type { TypeShape } from '../definition/type-shape.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const enumSetIncompatible: Rule = {
  id: 'enum-set-incompatible',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  flags: 'An ENUM or SET that loses a member; as a warning one whose members change places.',
  why: 'A row with a member that is gone stops the migration; members are sorted and compared by their place, so a new place changes what queries find.',
  instead: 'Add new members at the end, which needs no copy, and keep members that rows may have.',
  ignoreWhen:
    'No row has the member, as a query on the target has just shown, and no query sorts or compares by place.',
  example: {
    table: "CREATE TABLE orders (id INT PRIMARY KEY, state ENUM('new','paid','sent') NULL)",
    flagged: "ALTER TABLE orders MODIFY COLUMN state ENUM('new','sent') NULL;",
    fine: "ALTER TABLE orders MODIFY COLUMN state ENUM('new','paid','sent','lost') NULL;",
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      const isList = from.type.family === to.type.family && (to.type.family === 'enum' || to.type.family === 'set');
      if (!isList) continue;
      const [before, after] = [labelsOf(from.type), labelsOf(to.type)];
      const gone = before.filter((label) => !after.includes(label)).length;
      const isMoved = before.some((label, index) => after[index] !== label);
      if (!isMoved) continue;
      const column = code(`${alter.table.name}.${to.name}`);
      const members = `${gone} ${gone === 1 ? 'member' : 'members'}`;
      yield {
        at,
        title:
          gone > 0
            ? `Removes members of ${alter.table.name}.${to.name}`
            : `Moves members of ${alter.table.name}.${to.name}`,
        message: gone > 0 ? `${column} loses ${members}.` : `Members of ${column} get other places in the list.`,
        ...(gone > 0 ? judgeRows(difference, [to.name], 'error') : { severity: 'warning' as const }),
      };
    }
  },
};

/** Trailing blanks do not count, and neither does the way in which a quote is written. */
function labelsOf({ arguments: args }: TypeShape): readonly string[] {
  return args.map((label) => label.slice(1, -1).replaceAll("''", "'").replaceAll("\\'", "'").trimEnd());
}
