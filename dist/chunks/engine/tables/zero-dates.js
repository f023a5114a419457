import { r as __name } from "../../rolldown-runtime.js";
import { p as isServerError } from "../../mysql/server-errors.js";

// src/engine/tables/zero-dates.ts
const allowZeroDates = "To keep dates with zeros, put zero-dates in the option allow.";
/**
* The hint for an error about a date with zeros; `otherwise` for any other error.
*
* @param statement that was refused, where it may have the column: of a wrong default the server tells no more than the name
*/
function hintFor(error, otherwise, statement = "") {
	const isValue = isServerError(error, "ER_TRUNCATED_WRONG_VALUE") && /'(?:0000-|\d{4}-00-|\d{4}-\d{2}-00)/u.test(error.message);
	const isDefault = isServerError(error, "ER_INVALID_DEFAULT") && !isOfAnotherType(error.message, statement);
	return isValue || isDefault ? `${allowZeroDates} ${otherwise}` : otherwise;
}
/** Whether the statement gives the column of the message a type that has no dates. */
function isOfAnotherType(message, statement) {
	const column = /'(.+)'/u.exec(message)?.[1];
	if (column === void 0) return false;
	const name = column.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
	return new RegExp(`${name}[\`"]?\\s+${otherTypes}\\b(?!\\s+DEFAULT)`, "iu").test(statement);
}
const otherTypes = "(?:(?:national\\s+)?(?:var)?char|(?:var)?binary|(?:tiny|medium|long)?(?:text|blob)|(?:tiny|small|medium|big)?int|integer|dec|decimal|numeric|float|double|real|bit|bool|boolean|enum|set|time|year|json|uuid|inet4|inet6)";

export { hintFor as n, allowZeroDates as t };