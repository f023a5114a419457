import type { Random } from '../support/random.ts';
import { quote } from '../support/scenario/table-shape.ts';
import type { Flavor } from '../support/servers/index.ts';
import { anyKind, type ColumnKind, keyKind } from './column-kinds.ts';

export interface RandomColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
  readonly isGenerated: boolean;
  readonly inPrimaryKey: boolean;
}

/** A table made up from a seed. */
export interface RandomTable {
  /** Not quoted. */
  readonly name: string;
  /** `n` is not among them. */
  readonly columns: readonly RandomColumn[];
  readonly indexes: readonly string[];
  /** No two rows share its values, though no index says so. */
  readonly keptUnique: readonly string[];
  readonly hasCounter: boolean;
  readonly create: string;
}

/** Odd ones among them. */
const names = ['alpha', 'Beta', 'select', 'de lta', 'épsilon', 'ze`ta', "et'a", 'theta_', '1st', 'kappa'];

export function randomTable(random: Random, flavor: Flavor): RandomTable {
  const key = primaryKey(random, flavor);
  const keptUnique = random.chance(0.35) ? ['spare'] : [];
  const others = names.slice(0, random.between(2, 7)).map((name) => ordinary(name, anyKind(random, flavor), random));
  const columns = [...key, ...keptUnique.map(spare), ...others];
  const generated = random.chance(0.4) ? [generatedColumn(columns, random)] : [];
  const clock = random.chance(0.1)
    ? ['touched TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP']
    : [];
  const indexes = someIndexes([...columns, ...generated], random, flavor);
  const name = random.pick(['t', 't', 't', 'Order', 'odd `table` of "ours"']);
  const hasCounter = key.some(({ definition }) => definition.includes('AUTO_INCREMENT'));
  const lines = [
    ...columns.map(({ definition }) => definition),
    'n INT NOT NULL',
    ...clock,
    ...generated.map(({ definition }) => definition),
    ...keyLines(key, random),
    'KEY by_n (n)',
    ...indexes.map(({ line }) => line),
    ...(random.chance(0.15) ? [random.pick(['CHECK (n > 0)', 'CONSTRAINT positive CHECK (n > 0)'])] : []),
  ];
  const filled = [...columns.map(({ name }) => quote(name)), 'n'].join();
  const values = [...columns.map(({ value }) => value), 'n'].join(', ');
  return {
    name,
    columns: [...columns, ...generated],
    indexes: indexes.map(({ name }) => name),
    keptUnique,
    hasCounter,
    create: `SET timestamp = 1700000000;
CREATE TABLE ${quote(name)} (\n  ${lines.join(',\n  ')}\n) ENGINE=InnoDB ${tableOptions(random)}${partitions(key, indexes, random)};
INSERT INTO ${quote(name)} (${filled}) SELECT ${values} FROM numbers`,
  };
}

interface Drafted extends RandomColumn {
  readonly definition: string;
  readonly value: string;
}

function ordinary(name: string, kind: ColumnKind, random: Random): Drafted {
  const isNullable = random.chance(0.5);
  const literal = !isNullable && kind.literal !== null && random.chance(0.3) ? ` DEFAULT ${kind.literal}` : '';
  const isTimestamp = kind.type.startsWith('TIMESTAMP');
  return {
    name,
    kind,
    isNullable,
    isGenerated: false,
    inPrimaryKey: false,
    definition: `${quote(name)} ${kind.type} ${isNullable ? 'NULL' : 'NOT NULL'}${literal || (isTimestamp && !isNullable ? " DEFAULT '2012-12-12 12:12:12'" : '')}`,
    value: isNullable ? `IF(MOD(n, 5) = 2, NULL, ${kind.value})` : kind.value,
  };
}

function primaryKey(random: Random, flavor: Flavor): Drafted[] {
  const named = (name: string, kind: ColumnKind, more = ''): Drafted => ({
    ...ordinary(name, kind, random),
    isNullable: false,
    inPrimaryKey: true,
    definition: `${quote(name)} ${kind.type} NOT NULL${more}`,
    value: kind.value,
  });
  if (random.chance(0.3)) {
    const counter = { ...keyKind(random, flavor), type: 'INT', value: 'n', family: 'integer' as const };
    return [named('id', counter, ' AUTO_INCREMENT')];
  }
  if (random.chance(0.6)) return [named('id', keyKind(random, flavor))];
  const shared = { ...anyKind(random, flavor), type: 'SMALLINT', value: 'MOD(n, 5)', family: 'integer' as const };
  const parts = [
    named('part', { ...shared, isDistinct: false, literal: '1', index: 'whole' }),
    named('id', keyKind(random, flavor)),
  ];
  return random.chance(0.5) ? parts : parts.reverse();
}

/** As often as not in another order than the columns; sometimes no primary key but a unique one. */
function keyLines(key: readonly Drafted[], random: Random): string[] {
  const parts = key.map(({ name }) => quote(name)).join();
  return [random.chance(0.85) ? `PRIMARY KEY (${parts})` : `UNIQUE KEY the_key (${parts})`];
}

function spare(name: string): Drafted {
  const kind: ColumnKind = {
    type: 'INT',
    value: 'n * 7 + 3',
    isDistinct: true,
    index: 'whole',
    literal: '1',
    family: 'integer',
  };
  const definition = `${quote(name)} INT NOT NULL`;
  return { name, kind, isNullable: false, isGenerated: false, inPrimaryKey: false, definition, value: kind.value };
}

function generatedColumn(columns: readonly Drafted[], random: Random): Drafted {
  // What MariaDB makes of a CHAR depends on sql_mode, and so it takes none.
  const texts = columns.filter(
    ({ kind, inPrimaryKey }) => kind.family === 'text' && !inPrimaryKey && !kind.type.startsWith('CHAR'),
  );
  const [source] = random.some(texts);
  const isText = source !== undefined && random.chance(0.4);
  const formula =
    source === undefined
      ? 'n * 2 + 1'
      : isText
        ? `UPPER(${quote(source.name)})`
        : `CHAR_LENGTH(${quote(source.name)}) + n`;
  const type = isText ? 'VARCHAR(400) CHARACTER SET utf8mb4' : 'INT';
  const kind: ColumnKind = {
    type,
    value: '',
    isDistinct: false,
    index: isText ? 'prefix' : 'whole',
    literal: null,
    family: 'integer',
  };
  return {
    name: 'made',
    kind,
    isNullable: true,
    isGenerated: true,
    inPrimaryKey: false,
    definition: `made ${type} AS (${formula}) ${random.pick(['VIRTUAL', 'STORED'])}`,
    value: '',
  };
}

interface DraftedIndex {
  readonly name: string;
  readonly line: string;
}

function someIndexes(columns: readonly Drafted[], random: Random, flavor: Flavor): DraftedIndex[] {
  const usable = columns.filter(({ kind }) => kind.index !== 'none');
  const secondary = Array.from({ length: random.between(0, 3) }, (_, number) => {
    const parts = random
      .some(usable)
      .slice(0, 2)
      .map((column) => indexPart(column, random, flavor));
    return { name: `i${number}`, line: `KEY i${number} (${parts.join()})` };
  });
  const [distinct] = random.some(columns.filter(isDistinctByItself));
  if (distinct === undefined || random.chance(0.5)) return secondary;
  return [...secondary, { name: 'only', line: `UNIQUE KEY only (${quote(distinct.name)})` }];
}

function isDistinctByItself({ kind, inPrimaryKey, isGenerated, name }: Drafted): boolean {
  return kind.isDistinct && kind.index === 'whole' && !inPrimaryKey && !isGenerated && name !== 'spare';
}

export function indexPart(column: RandomColumn, random: Random, flavor: Flavor): string {
  const length = column.kind.index === 'prefix' ? '(8)' : '';
  return `${quote(column.name)}${length}${flavor === 'mysql' && random.chance(0.15) ? ' DESC' : ''}`;
}

function tableOptions(random: Random): string {
  return [
    `DEFAULT CHARSET=${random.pick(['utf8mb4', 'utf8mb4', 'latin1'])}`,
    ...(random.chance(0.2) ? [`ROW_FORMAT=${random.pick(['DYNAMIC', 'COMPACT'])}`] : []),
    ...(random.chance(0.2) ? ["COMMENT='made up; it''s random'"] : []),
  ].join(' ');
}

/** Every unique key must hold the columns it is partitioned by. */
function partitions(key: readonly Drafted[], indexes: readonly DraftedIndex[], random: Random): string {
  if (random.chance(0.9) || indexes.some(({ line }) => line.startsWith('UNIQUE'))) return '';
  return ` PARTITION BY KEY (${key.map(({ name }) => quote(name)).join()}) PARTITIONS 3`;
}
