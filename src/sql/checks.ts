import { unquoteIdent } from './sql.ts';

/** A CHECK constraint of a table, as SHOW CREATE TABLE has it. */
export interface OwnCheck {
  readonly name: string;
  /** `CONSTRAINT … CHECK (…)`, and what else stands there. */
  readonly definition: string;
}

/** In the order of the definition. MySQL writes each of them so; MariaDB writes those of a column behind it, without a name. */
export function readChecks(createStatement: string): OwnCheck[] {
  const lines = createStatement.matchAll(/^\s*(CONSTRAINT (`(?:[^`]|``)+`) CHECK .*?),?$/gmu);
  return [...lines].map(([, definition = '', name = '']) => ({ name: unquoteIdent(name), definition }));
}
