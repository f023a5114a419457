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
  onlyForRows: true,
  flags: 'An ENUM or SET that loses a member; as a warning one whose members change places or spelling.',
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
      if (before.every((label, index) => after[index] === label)) continue;
      const compared = after.map((label) => asCompared(label, to.collation));
      const places = before.map((label) => compared.indexOf(asCompared(label, to.collation)));
      const gone = places.filter((place) => place === -1).length;
      const isMoved = places.some((place, index) => place !== index);
      const column = code(`${alter.table.name}.${to.name}`);
      const name = `${alter.table.name}.${to.name}`;
      if (gone > 0) {
        const message = `${column} loses ${gone} ${gone === 1 ? 'member' : 'members'}.`;
        yield { at, title: `Removes members of ${name}`, message, ...judgeRows(difference, [to.name], 'error') };
        continue;
      }
      yield {
        at,
        title: `${isMoved ? 'Moves' : 'Respells'} members of ${name}`,
        message: isMoved
          ? `Members of ${column} get other places in the list.`
          : `Members of ${column} are spelled otherwise, and rows that have them show the new spelling.`,
        severity: 'warning',
      };
    }
  },
};

/** The server finds the new spelling of a member by the column's collation; most of them ignore case and accents. */
function asCompared(label: string, collation: string | null): string {
  if (collation !== null && /(?:^binary|_bin|_cs)$/u.test(collation)) return label;
  const lower = label.toLowerCase();
  return collation?.endsWith('_as_ci') === true ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Trailing blanks do not count, and neither does the way in which a quote is written. */
function labelsOf({ arguments: args }: TypeShape): readonly string[] {
  return args.map((label) => label.slice(1, -1).replaceAll("''", "'").replaceAll("\\'", "'").trimEnd());
}
