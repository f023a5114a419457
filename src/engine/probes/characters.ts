import { hasForeignCharacter, isMalformed } from '../../sql/probe-conditions.ts';
import { ident, type Sql } from '../../sql/sql.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf } from '../mapping/type-families.ts';
import { type Probe, type ProbedAlter, probeColumn } from './probe.ts';

/** Finds characters that the new character set does not have, and bytes that are no text in it. */
export function probeCharacters(alter: ProbedAlter): Probe[] {
  return alter.map.filter(changesType).flatMap((column) => {
    const { from, to } = column;
    const condition = conditionFor(column);
    if (condition === null) return [];
    return probeColumn(alter, column, {
      kind: 'not-convertible',
      condition,
      fault: `${from.name} has characters that ${to.charset ?? 'the new type'} lacks`,
      because: `${to.name} becomes ${to.columnType} in ${to.charset ?? 'another character set'}`,
      hint: 'Correct these texts first, or choose utf8mb4.',
    });
  });
}

/** In other character sets MariaDB replaces any byte beyond ASCII with a question mark and refuses nothing. */
export const textsOfBytes: readonly string[] = ['utf8mb4', 'utf8mb3'];
const wholeUnicode = ['utf8mb4', 'utf16', 'utf16le', 'utf32', 'gb18030'];

function conditionFor({ from, to }: MappedColumn): Sql | null {
  if (familyOf(to) !== 'text' || to.charset === null || from.charset === to.charset) return null;
  const value = ident(from.name);
  if (familyOf(from) === 'binary') return textsOfBytes.includes(to.charset) ? isMalformed(value, to.charset) : null;
  const holdsAll = wholeUnicode.includes(to.charset) || from.charset === 'ascii';
  return familyOf(from) === 'text' && !holdsAll ? hasForeignCharacter(value, to.charset) : null;
}
