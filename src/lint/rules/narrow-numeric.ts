import { columnChanges } from '../definition/column-changes.ts';
import type { ColumnShape } from '../definition/column-shape.ts';
import { judgeRows } from '../definition/difference.ts';
import { type TypeShape, typeInWords } from '../definition/type-shape.ts';
import { numberRoom } from '../definition/value-range.ts';
import type { Severity } from '../finding.ts';
import { code } from '../names.ts';
import type { Rule } from '../rule.ts';

export const narrowNumeric: Rule = {
  id: 'narrow-numeric',
  severity: 'error',
  needs: 'definition',
  suppressible: true,
  onlyForRows: true,
  flags:
    'A number column that holds less: a smaller integer, another sign, fewer digits; as a warning where only digits are rounded away.',
  why: 'A number out of range stops the migration, and digits that are rounded away are lost in every row without a word.',
  instead: 'Keep the type, or mend the values and the code that writes them first.',
  ignoreWhen: 'A query on the target has just shown that every number fits, and the application writes no other.',
  example: {
    table: 'CREATE TABLE orders (id INT PRIMARY KEY, qty INT NULL)',
    flagged: 'ALTER TABLE orders MODIFY COLUMN qty TINYINT NULL;',
    fine: 'ALTER TABLE orders MODIFY COLUMN qty BIGINT NULL;',
  },
  *check(context) {
    for (const { alter, difference, from, to, at } of columnChanges(context)) {
      const loss = lossOf(from.type, to.type);
      if (loss === null) continue;
      const words = `from ${typeInWords(from.type)} to ${typeInWords(to.type)}`;
      yield {
        at,
        title: `Narrows column ${alter.table.name}.${to.name}`,
        message: `${code(`${alter.table.name}.${to.name}`)} goes ${words}: ${loss.what}.`,
        ...(loss.isRounding ? { severity: 'warning' as const } : judgeRows(difference, [to.name], base(to, loss))),
      };
    }
  },
};

/** A column that the server counts up has no negative numbers, unless somebody has put them there. */
function base({ autoIncrement }: ColumnShape, { isSign }: Loss): Severity {
  return autoIncrement && isSign ? 'notice' : 'error';
}

interface Loss {
  readonly what: string;
  readonly isRounding: boolean;
  readonly isSign: boolean;
}

function lossOf(from: TypeShape, to: TypeShape): Loss | null {
  const [before, after] = [numberRoom(from), numberRoom(to)];
  if (before === null || after === null) return null;
  if (after.low > before.low && after.low === 0n)
    return { what: 'it holds no negative number any more', isRounding: false, isSign: after.high >= before.high };
  if (after.low > before.low || after.high < before.high)
    return { what: 'it holds no number as large any more', isRounding: false, isSign: false };
  if (after.scale < before.scale)
    return { what: 'digits behind the point are rounded away', isRounding: true, isSign: false };
  const isApproximate = after.significant !== null && after.significant < (before.significant ?? digitsOf(before));
  return isApproximate ? { what: 'long numbers are kept only approximately', isRounding: true, isSign: false } : null;
}

function digitsOf({ high, scale }: { readonly high: bigint; readonly scale: number }): number {
  return high.toString().length + scale;
}
