/**
 * SQL text that is safe to send: the only thing a session accepts. It is built by the {@link sql} tag, which quotes
 * every value that is not itself Sql, so that a forgotten quote is a type error and not an injection.
 */
export class Sql {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type SqlValue = Sql | string | number | bigint | boolean | null | Uint8Array;

/** ``sql`SELECT ${ident(column)} FROM ${table} WHERE name = ${name}` `` */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += literal(value) + (strings[index + 1] ?? '');
  });
  return new Sql(text);
}

/** An identifier, quoted with backticks. */
export function ident(name: string): Sql {
  return new Sql(`\`${name.replaceAll('`', '``')}\``);
}

/** The name that {@link ident} has quoted; a text without backticks around it is a name already. */
export function unquoteIdent(quoted: string): string {
  const inner = /^`([\s\S]*)`$/u.exec(quoted)?.[1];
  return inner === undefined ? quoted : inner.replaceAll('``', '`');
}

/** The names of all identifiers in backticks, in the order of the text. */
export function quotedNames(text: string): string[] {
  return [...text.matchAll(/`(?:[^`]|``)+`/gu)].map(([identifier]) => unquoteIdent(identifier));
}

/** A qualified table name. */
export function tableName(table: { readonly schema: string; readonly name: string }): Sql {
  return new Sql(`${ident(table.schema).text}.${ident(table.name).text}`);
}

/** Text that is already SQL: the user's own clauses, literals the server gave us. Greppable on purpose. */
export function raw(text: string): Sql {
  return new Sql(text);
}

export function join(parts: readonly Sql[], separator = ', '): Sql {
  return new Sql(parts.map((part) => part.text).join(separator));
}

/** Bytes as a hexadecimal literal, read in the given character set, so that no client encoding can change them. */
export function hexLiteral(bytes: Uint8Array, charset: string | null): string {
  const digits = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return charset === null ? `X'${digits}'` : `_${charset} X'${digits}'`;
}

/**
 * Backslash is escaped, which is right because every session of ours runs without NO_BACKSLASH_ESCAPES
 * (see `session-settings.ts`).
 */
function literal(value: SqlValue): string {
  if (value instanceof Sql) return value.text;
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return hexLiteral(value, null);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a SQL number: ${value}`);
  return String(value);
}

function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '\\0');
  return `'${escaped}'`;
}
