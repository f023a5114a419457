import type { Column } from '../../mysql/inspect-table.ts';
import type { Flavor } from '../../mysql/server.ts';
import { asShown } from '../../sql/parser/column-value.ts';
import {
  asNumber,
  asText,
  collatedText,
  hasLostMember,
  isNoLabel,
  isNoNumeral,
  isNoSet,
  isOutside,
  numberInText,
} from '../../sql/probe-conditions.ts';
import { ident, type Sql, sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf, isReadAsLabel, labelsOf } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/** Finds values that use a label which the altered ENUM or SET does not have. */
export function probeEnumMembers(alter: ProbedAlter): Probe[] {
  return alter.map.filter(changesType).flatMap((column) => {
    const { from, to } = column;
    const condition = conditionFor(column, alter.server.flavor);
    if (condition === null) return [];
    return probeColumn(alter, column, {
      kind: 'label-in-use',
      condition,
      fault: `${from.name} has a value that is no label of the new type`,
      because: `${to.name} becomes ${to.columnType}`,
      hint: 'Keep the labels that are in use, or give these rows another one first.',
    });
  });
}

function conditionFor({ from, to }: MappedColumn, flavor: Flavor): Sql | null {
  const value = ident(from.name);
  const [old, kept] = [labelsOf(from), labelsOf(to)];
  if (isReadAsLabel({ from, to }, flavor)) {
    const text = asShown(from.name);
    return familyOf(to) === 'enum' ? lacks(text, to, kept, flavor) : isNoSet(text, kept);
  }
  switch (`${familyOf(from)} to ${familyOf(to)}`) {
    case 'enum to enum':
    case 'enum to set':
      if (old.every((label) => kept.includes(label))) return null;
      return sql`(${asNumber(value)} > 0 AND ${lacks(asText(value), to, kept, flavor)})`;
    case 'set to set': {
      const lost = old.filter((label) => !kept.includes(label));
      if (lost.length === 0) return null;
      const noNumber = isNoNumberOfLabel(asText(value), to, flavor);
      return sql`(${hasLostMember(value, lost, kept, collationOf(to))} AND ${noNumber})`;
    }
    case 'set to enum':
      return lacks(asText(value), to, kept, flavor);
    case 'text to enum':
      return lacks(sql`TRIM(TRAILING ' ' FROM ${value})`, to, kept, flavor);
    case 'text to set':
      return isNoSet(value, kept);
    default:
      return null;
  }
}

/** A text of digits stands for the label with that number, unless a label has the same text. On MySQL, 0 stands for no label. */
function lacks(text: Sql, to: Column, labels: readonly string[], flavor: Flavor): Sql {
  // An empty text is a SET without members.
  const known = familyOf(to) === 'set' ? [...labels, "''"] : labels;
  return sql`(${isNoLabel(collatedText(text, collationOf(to)), known)} AND ${isNoNumberOfLabel(text, to, flavor)})`;
}

function isNoNumberOfLabel(text: Sql, to: Column, flavor: Flavor): Sql {
  const count = labelsOf(to).length;
  const highest = familyOf(to) === 'set' ? (1n << BigInt(count)) - 1n : BigInt(count);
  const noNumber = isOutside(numberInText(text), flavor === 'mysql' ? '0' : '1', String(highest));
  return sql`(${isNoNumeral(text)} OR ${noNumber})`;
}

function collationOf(column: Column): { readonly charset: string; readonly collation: string } {
  return { charset: column.charset ?? 'utf8mb4', collation: column.collation ?? 'utf8mb4_bin' };
}
