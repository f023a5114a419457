import { readHeading } from './heading.ts';
import { readLiquibaseLine } from './liquibase.ts';
import { type Meaning, type Tool, unclear } from './marker.ts';

/**
 * What a line says to a migration tool; `null` if nothing. Whether blanks and capitals matter differs between versions of
 * the tools: here they do not.
 *
 * @param line from its first character that is no blank
 * @param isLiquibase whether the file has said that it is written for Liquibase
 */
export function readMarker(line: string, isLiquibase: boolean): Meaning | null {
  const liquibase = readLiquibaseLine(line, isLiquibase);
  if (liquibase !== null) return liquibase;
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(line);
    if (match !== null) return read(match[1]?.trim().toLowerCase() ?? '', match[2]?.trim().toLowerCase() ?? '');
  }
  return readHeading(line);
}

interface Pattern {
  readonly pattern: RegExp;
  readonly read: (first: string, second: string) => Meaning | null;
}

const patterns: readonly Pattern[] = [
  // goose, sql-migrate and micrate: `-- +goose Up`
  { pattern: /^--\s*\+\s*([\w-]+)(.*)$/su, read: readPlus },
  // dbmate: `-- migrate:up transaction:false`
  { pattern: /^--\s*migrate:(\w*)(.*)$/isu, read: readDbmate },
  // Rambler: `-- rambler up`
  { pattern: /^--\s*rambler\s+(.*)$/isu, read: (action) => readAction('rambler', { up: 'up', down: 'down' }, action) },
  // tern: `---- create above / drop below ----`
  { pattern: /^-{4}\s*create above\s*\/\s*drop below\s*-{4}$/isu, read: () => ({ tool: 'tern', role: 'down' }) },
  // MyBatis Migrations: `-- //@UNDO`, and `--// A description`, which no server takes for a comment
  { pattern: /^--(?:\s*\/\/)?\s*@(undo|delimiter)\b/isu, read: readMyBatis },
  { pattern: /^--\s*\/\/(.*)$/su, read: () => ({ tool: 'MyBatis', role: 'note' }) },
];

const statementBlock = { statementbegin: 'begin', statementend: 'end' } as const;

function readPlus(name: string, action: string): Meaning | null {
  switch (name) {
    case 'goose': {
      const others = { 'no transaction': 'note', 'envsub off': 'note' } as const;
      return readAction('goose', { up: 'up', down: 'down', ...statementBlock, ...others }, action);
    }
    case 'migrate': {
      const kept = action.replace(/^(up|down)\s+notransaction$/u, '$1');
      return readAction('sql-migrate', { up: 'up', down: 'down', ...statementBlock }, kept);
    }
    case 'micrate':
      return readAction('micrate', { up: 'up', down: 'down', ...statementBlock }, action);
    default:
      return /^(?:up|down)\b/u.test(action) ? unclear('another tool', 'is of a tool that is not known here') : null;
  }
}

function readDbmate(action: string, settings: string): Meaning {
  if (!/^(?:transaction:(?:true|false)\s*)*$/u.test(settings)) return unclear('dbmate');
  return readAction('dbmate', { up: 'up', down: 'down' }, action);
}

function readMyBatis(command: string): Meaning {
  if (command === 'undo') return { tool: 'MyBatis', role: 'down' };
  return unclear('MyBatis', 'changes the delimiter, which only MyBatis does in this way');
}

function readAction(
  tool: Tool,
  roles: Readonly<Record<string, Exclude<Meaning['role'], 'unclear'>>>,
  action: string,
): Meaning {
  const role = roles[action.replace(/\s+/gu, ' ')];
  return role === undefined ? unclear(tool) : { tool, role };
}
