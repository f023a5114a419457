import type { Flavor } from '../../mysql/server.ts';
import type { TypeFamily } from '../../sql/type-families.ts';
import type { MappedColumn } from '../mapping/column-map.ts';
import { changesType, familyOf, isReadAsLabel, isReadAsScalar, numbers } from '../mapping/type-families.ts';
import { textsOfBytes } from './characters.ts';
import type { Probe, ProbedAlter } from './probe.ts';

/** Conversions that no probe can check. Only the copy will tell. */
export function probeUndecidable(alter: ProbedAlter): Probe[] {
  return alter.map
    .filter((column) => changesType(column) && !isDecidable(column, alter.server.flavor))
    .map(({ from, to }) => ({
      kind: 'not-convertible',
      columns: [to.name],
      key: null,
      statement: null,
      fault: `${from.name} cannot be converted`,
      because: `${to.name} becomes ${to.columnType}`,
      hint: 'The copy stops at the first value that does not fit, and the table stays as it was.',
    }));
}

const temporal: readonly TypeFamily[] = ['date', 'time'];

/** The families that each family can become, either checked by another probe or without any danger. */
const decidable: Readonly<Record<TypeFamily, readonly TypeFamily[]>> = {
  integer: [...numbers, ...temporal, 'year', 'bit', 'text', 'binary', 'enum', 'set', 'json'],
  decimal: [...numbers, 'text', 'binary', 'json'],
  float: [...numbers, 'text', 'json'],
  bit: [...numbers, 'bit', 'text'],
  year: [...numbers, 'year', 'text', 'binary'],
  text: [...numbers, ...temporal, 'year', 'text', 'binary', 'enum', 'set', 'json'],
  binary: ['binary', 'json'],
  date: [...numbers, ...temporal, 'text', 'binary', 'json'],
  time: [...numbers, ...temporal, 'text', 'binary', 'json'],
  enum: [...numbers, 'enum', 'set', 'text', 'json'],
  set: [...numbers, 'enum', 'set', 'text', 'json'],
  json: [...numbers, 'text', 'json'],
  other: [],
};

function isDecidable({ from, to }: MappedColumn, flavor: Flavor): boolean {
  if (isReadAsLabel({ from, to }, flavor)) return true;
  if (isReadAsScalar({ from, to }, flavor)) return false;
  const [source, target] = [familyOf(from), familyOf(to)];
  // In latin1 every byte is a character.
  if (source === 'binary' && target === 'text') return [...textsOfBytes, 'latin1'].includes(to.charset ?? '');
  if (source === 'text' && target === 'time') return false;
  // A TEXT gets the bytes of a BIT, which may be no text.
  if (source === 'bit' && to.dataType.endsWith('text')) return false;
  return decidable[source].includes(target);
}
