import type { Token } from '../tokens.ts';

/**
 * Whether a statement is a SELECT that only shows something. What keeps, locks or assigns has an effect, and so may every function
 * that is not known here.
 */
export function isIdleSelect(tokens: readonly Token[]): boolean {
  if (tokens[0]?.keyword !== 'SELECT') return false;
  return tokens.every(({ keyword, kind }, at) => {
    const next = tokens[at + 1]?.keyword;
    if (keyword === ':' && next === '=') return false;
    if (kind === 'word' && effective.has(keyword)) return false;
    return next !== '(' || kind === 'symbol' || (kind === 'word' && harmless.has(keyword));
  });
}

const effective: ReadonlySet<string> = new Set(['INTO', 'FOR', 'LOCK', 'PROCEDURE', 'NEXT', 'PREVIOUS']);

const words =
  'ALL AND ANY AS BETWEEN BY CASE DISTINCT ELSE EXISTS FROM HAVING IN JOIN LIKE NOT ON OR SELECT THEN UNION USING WHEN WHERE';
const functions =
  'AVG CAST CHAR_LENGTH COALESCE CONCAT CONCAT_WS CONVERT COUNT CURDATE CURRENT_TIMESTAMP CURRENT_USER DATABASE DATE_FORMAT FORMAT GROUP_CONCAT ' +
  'IF IFNULL LEFT LENGTH LOWER MAX MIN NOW NULLIF REPLACE RIGHT ROUND SCHEMA SUBSTRING SUM TRIM UPPER USER VERSION';
const harmless: ReadonlySet<string> = new Set(`${words} ${functions}`.split(' '));
