import { r as __name } from "../rolldown-runtime.js";

// src/support/moment.ts
/**
* `2026-01-02 03:04:05 UTC`
*
* @param iso in UTC
*/
function formatMoment(iso) {
	return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

export { formatMoment as t };