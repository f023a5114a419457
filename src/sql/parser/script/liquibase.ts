import { type Meaning, unclear } from './marker.ts';

/** `--liquibase formatted sql`, the first line of such a file. */
export function isLiquibaseHead(line: string): boolean {
  return /^--\s*liquibase\s+formatted\b/iu.test(line);
}

/**
 * A line of Liquibase's formatted SQL. In such a file every line that begins with `--` is a comment, though MySQL asks for
 * a blank behind the dashes; elsewhere only what is written without that blank is taken for Liquibase's.
 */
export function readLiquibaseLine(line: string, isLiquibase: boolean): Meaning | null {
  if (isLiquibaseHead(line)) return { tool: 'Liquibase', role: 'note' };
  const match = /^--(\s*)([\w-]+)(.*)$/su.exec(line);
  if (match === null) return isLiquibase && /^--\S/u.test(line) ? { tool: 'Liquibase', role: 'note' } : null;
  const [, blank = '', word = '', rest = ''] = match;
  const isChangeset = /^changeset$/iu.test(word) && /^\s+\S+:\S+/u.test(rest);
  const isCommand = commands.test(word) && (blank === '' || isLiquibase);
  if (isChangeset) return readChangeset(rest);
  if (isCommand) return readCommand(word.toLowerCase());
  return isLiquibase && blank === '' ? { tool: 'Liquibase', role: 'note' } : null;
}

/** `/* liquibase rollback …`: what Liquibase reads of a comment that may have several lines. */
export function readLiquibaseComment(comment: string): Meaning | null {
  const word = /^\/\*\s*liquibase\s+(\w+)/iu.exec(comment)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return word === 'rollback' ? { tool: 'Liquibase', role: 'undo' } : unclear('Liquibase');
}

const commands =
  /^(?:rollback|comment|preconditions?|precondition-[\w-]+|validchecksum|property|ignorelines|ignore)$/iu;

function readCommand(word: string): Meaning {
  if (word === 'rollback') return { tool: 'Liquibase', role: 'undo' };
  if (word === 'comment' || word === 'validchecksum') return { tool: 'Liquibase', role: 'note' };
  return unclear('Liquibase', 'asks for something that only Liquibase does');
}

/** `author:id name:value …`. What would have it run at other times, or split in another way, is not for us to guess. */
function readChangeset(rest: string): Meaning {
  const [, ...attributes] = rest.trim().match(/(?:"[^"]*"|'[^']*'|\S)+/gu) ?? [];
  const strange = attributes.filter((attribute) => !harmless.test(attribute));
  if (strange.length > 0)
    return unclear('Liquibase', `asks with ${strange.join(', ')} for something that only Liquibase does`);
  return { tool: 'Liquibase', role: 'up' };
}

const harmless =
  /^(?:(?:logicalFilePath|created|failOnError|runInTransaction|stripComments|objectQuotingStrategy):.*|splitStatements:true|endDelimiter:"?;"?|runOnChange:false|runAlways:false|dbms:"?(?:(?:mysql|mariadb|all),?)+"?)$/iu;
