import { r as __name } from "../../rolldown-runtime.js";
import { p as isServerError } from "../../mysql/server-errors.js";

// src/engine/tables/zero-dates.ts
const allowZeroDates = "To keep dates with zeros, put zero-dates in the option allow.";
/** The hint for an error about a date with zeros; `otherwise` for any other error. */
function hintFor(error, otherwise) {
	return isServerError(error, "ER_TRUNCATED_WRONG_VALUE") && /'(?:0000-|\d{4}-00-|\d{4}-\d{2}-00)/u.test(error.message) || isServerError(error, "ER_INVALID_DEFAULT") ? `${allowZeroDates} ${otherwise}` : otherwise;
}

export { hintFor as n, allowZeroDates as t };