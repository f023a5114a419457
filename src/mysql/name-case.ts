import { selectNameCase } from '../sql/inspect.ts';
import type { Session } from './session.ts';
import type { Target } from './target.ts';

/**
 * How the server treats upper and lower case in the names of schemas and tables: `lower_case_table_names` (MySQL manual,
 * "Identifier Case Sensitivity"; MariaDB has the same).
 */
export interface NameCase {
  /** True where two names mean the same schema, or the same table of one schema. */
  same(left: string, right: string): boolean;
  /** The name as the server spells it, as far as that can be told without asking. */
  spell(name: string): string;
  /** True where the server keeps names as they were created, and finds them in any case: the spelling must be asked for. */
  readonly keepsSpelling: boolean;
}

/** @param lowerCaseTableNames 0 on Linux, where names are files; 1 on Windows; 2 on macOS */
export function nameCaseOf(lowerCaseTableNames: number): NameCase {
  const folds = lowerCaseTableNames !== 0;
  const spell = (name: string): string => (lowerCaseTableNames === 1 ? name.toLowerCase() : name);
  return {
    same: (left, right) => (folds ? left.toLowerCase() === right.toLowerCase() : left === right),
    spell,
    keepsSpelling: lowerCaseTableNames === 2,
  };
}

/** No server changes it while it runs. */
const known = new WeakMap<Session, NameCase>();

export async function askNameCase(session: Session): Promise<NameCase> {
  const found = known.get(session);
  if (found !== undefined) return found;
  const [row] = await session.rows(selectNameCase);
  const nameCase = nameCaseOf(Number(row?.lower_case));
  known.set(session, nameCase);
  return nameCase;
}

/** The target with its database as the server spells it. Connections do not need that; names that are compared do. */
export function spellDatabase(target: Target, nameCase: NameCase): Target {
  return { ...target, database: nameCase.spell(target.database) };
}
