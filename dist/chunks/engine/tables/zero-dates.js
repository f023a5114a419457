import { r as __name } from "../../rolldown-runtime.js";
import { m as isServerError, o as isDoneAlready } from "../../mysql/server-errors.js";
import { n as tokenize } from "../../sql/parser/tokens.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/tables/zero-dates.ts
const allowZeroDates = "To keep dates with zeros, put zero-dates in the option allow.";
/**
* The hint for an error about a date with zeros, and for a change that is there already; `otherwise` for any other error.
*
* @param statement that was refused, where it may have the column: of a wrong default the server tells no more than the name
*/
function hintFor(error, otherwise, statement = "") {
	const isValue = isServerError(error, "ER_TRUNCATED_WRONG_VALUE") && /'(?:0000-|\d{4}-00-|\d{4}-\d{2}-00)/u.test(error.message);
	const isDefault = isServerError(error, "ER_INVALID_DEFAULT") && !isOfAnotherType(error.message, statement);
	if (isDoneAlready(error)) return `${otherwise} ${whenByHand}`;
	return isValue || isDefault ? `${allowZeroDates} Or ${otherwise.charAt(0).toLowerCase()}${otherwise.slice(1)}` : otherwise;
}
const whenByHand = "If this very change was made by hand, delete its file, or, where all files before it are applied as well, name it in the option baseline.";
/** Where statements before this one have changed the table: then nobody has done it by hand. */
function byEarlierStatement(error) {
	if (!(error instanceof GhostshipError) || !isDoneAlready(error.cause)) return error;
	return new GhostshipError(error.code, error.message, {
		hint: "A statement before this one, in the same run, has done that already. Take it out of one of them.",
		cause: error.cause
	});
}
/** Whether the statement gives the column of the message a type that has no dates. */
function isOfAnotherType(message, statement) {
	const column = /'(.+)'/u.exec(message)?.[1]?.toLowerCase();
	const tokens = tokenize(statement, {
		start: 0,
		end: statement.length
	}, null);
	return tokens.some(({ kind, text }, at) => (kind === "word" || kind === "identifier") && text.toLowerCase() === column && otherTypes.has(tokens[at + 1]?.keyword ?? ""));
}
/** Not SET, which may begin SET DEFAULT. */
const otherTypes = new Set(`CHAR VARCHAR NATIONAL NCHAR NVARCHAR BINARY VARBINARY ENUM TINYTEXT TEXT MEDIUMTEXT LONGTEXT TINYBLOB BLOB MEDIUMBLOB LONGBLOB
  TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT BIT BOOL BOOLEAN DEC DECIMAL NUMERIC FIXED FLOAT DOUBLE REAL
  TIME YEAR JSON UUID INET4 INET6`.split(/\s+/u));

export { byEarlierStatement as n, hintFor as r, allowZeroDates as t };