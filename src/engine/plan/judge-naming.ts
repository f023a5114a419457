import type { NameCase } from '../../mysql/name-case.ts';
import type { TableName } from '../../sql/inspect.ts';
import type { NamedColumn, NamesRead, StatementNames } from '../../sql/parser/names-in-body.ts';
import type { NamingObject } from './named-by.ts';

/** What is looked for in a body, and how names compare. */
export interface Wanted {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly nameCase: NameCase;
}

/** Whether something is named: surely, perhaps and why, or not. */
type Verdict = 'yes' | 'no' | { readonly doubt: string };

/**
 * @param bodySchema the schema of tables that the body names without one
 * @returns `null` where no statement names the table
 */
export function judgeNaming(
  statements: readonly StatementNames[],
  bodySchema: string,
  wanted: Wanted,
): Pick<NamingObject, 'doubt' | 'columns'> | null {
  const search = new Search(bodySchema, wanted);
  const naming = statements
    .map((statement) => ({ statement, verdict: search.table(statement) }))
    .filter(({ verdict }) => verdict !== 'no');
  const verdict = surest(naming.map((each) => each.verdict));
  if (verdict === 'no') return null;
  const columns = wanted.columns.flatMap((name) => {
    const column = surest(naming.map((each) => search.column(name, each.statement, each.verdict)));
    return column === 'no' ? [] : [{ name, doubt: doubtOf(column) }];
  });
  return { doubt: doubtOf(verdict), columns };
}

class Search {
  readonly #bodySchema: string;
  readonly #wanted: Wanted;

  constructor(bodySchema: string, wanted: Wanted) {
    this.#bodySchema = bodySchema;
    this.#wanted = wanted;
  }

  table(statement: StatementNames): Verdict {
    const isWord = statement.words.some(({ text, qualifier }) => this.#isTable(qualifier, text));
    if (!isWord) return 'no';
    if (statement.kind === 'cannot-read') return { doubt: statement.reason };
    const tables = statement.tables.filter(({ schema, name }) => this.#isTable(schema, name));
    if (tables.some(({ certain }) => certain)) return 'yes';
    if (statement.columns.some(({ table }) => table?.schema != null && this.#isTable(table.schema, table.name)))
      return 'yes';
    if (tables.length > 0) return { doubt: 'An alias or a common table expression has the same name.' };
    if (statement.otherNames.has(this.#wanted.table.name.toLowerCase())) return 'no';
    return { doubt: 'The name is there, but the parser does not say what for.' };
  }

  column(name: string, statement: StatementNames, ofTable: Verdict): Verdict {
    const isWord = statement.words.some(({ text }) => sameColumn(text, name));
    if (statement.kind === 'cannot-read') return isWord ? { doubt: statement.reason } : 'no';
    const verdict = isWord ? this.#namedColumn(name, statement) : this.#allColumns(statement);
    return verdict === 'yes' && ofTable !== 'yes' ? ofTable : verdict;
  }

  #namedColumn(name: string, statement: NamesRead): Verdict {
    const columns = statement.columns.filter((column) => sameColumn(column.name, name));
    if (columns.some((column) => this.#isOf(column))) return 'yes';
    if (columns.some(({ table }) => table === null)) return { doubt: 'It may be a column of another table.' };
    if (columns.length > 0 || statement.otherNames.has(name.toLowerCase())) return this.#allColumns(statement);
    return { doubt: 'The name is there, but the parser does not say what for.' };
  }

  #allColumns({ columns }: NamesRead): Verdict {
    const takesAll = columns.some((column) => column.name === '*' && (column.table === null || this.#isOf(column)));
    return takesAll ? { doubt: 'It takes all columns, whichever they are.' } : 'no';
  }

  #isOf({ table }: NamedColumn): boolean {
    return table !== null && this.#isTable(table.schema, table.name);
  }

  #isTable(schema: string | null, name: string): boolean {
    const { table, nameCase } = this.#wanted;
    return nameCase.same(name, table.name) && nameCase.same(schema ?? this.#bodySchema, table.schema);
  }
}

function surest(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => verdict === 'yes') ?? verdicts.find((verdict) => verdict !== 'no') ?? 'no';
}

function doubtOf(verdict: Verdict): string | null {
  return typeof verdict === 'string' ? null : verdict.doubt;
}

function sameColumn(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
