import type { TableName } from '../sql/inspect.ts';

/**
 * What the server says of our tables, said of the tables of the user that they stand for.
 *
 * A server names the table it was writing, and that is a ghost or a clone, whose name nobody but us knows.
 */
export class Naming {
  readonly #pairs: { readonly ours: TableName; readonly theirs: TableName }[] = [];

  add(ours: TableName, theirs: TableName): void {
    this.#pairs.push({ ours, theirs });
  }

  /** Names that the server made from ours, such as `t_gho_ibfk_1`, are told as it would have made them from theirs. */
  inTheirNames(text: string): string {
    let told = text;
    for (const { ours, theirs } of this.#pairs) {
      if (ours.schema !== theirs.schema) told = replaceName(told, ours.schema, theirs.schema);
      if (ours.name !== theirs.name) told = replaceName(told, ours.name, theirs.name);
    }
    const [first] = this.#pairs;
    return first === undefined ? told : told.replaceAll(/#sql[\w-]*/gu, () => first.theirs.name);
  }
}

function replaceName(text: string, ours: string, theirs: string): string {
  const letters = ours.replaceAll(/[$()*+./?[\\\]^{|}]/gu, '\\$&');
  const name = new RegExp(`(?<![\\p{L}\\p{N}_$])${letters}(?=_(?:ibfk|chk)_\\d|[^\\p{L}\\p{N}_$]|$)`, 'giu');
  return text.replaceAll(name, () => theirs);
}
