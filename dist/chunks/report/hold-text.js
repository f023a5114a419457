import { r as __name } from "../rolldown-runtime.js";
import { n as formatCount, r as formatDuration } from "./quantity.js";

// src/report/hold-text.ts
const namesHolder = ["table-locked", "prepared-xa"];
/** `stream-lag 2.1 s ≥ 1.5 s`, `table-locked: connection 7 (app@web)`, `paused`. */
function holdText({ reason, reading }, { lockedBy }) {
	if (namesHolder.includes(reason) && lockedBy !== null) return `${reason}: ${lockedBy}`;
	if (reading === null) return reason;
	const { of, observed, limit } = reading;
	const name = of === null ? reason : `${reason} ${of}`;
	return observed === null ? `${name} unknown` : `${name} ${amount(observed, reading)} ≥ ${amount(limit, reading)}`;
}
/** A value that was observed, or its limit, with its unit. */
function amount(value, { unit }) {
	switch (unit) {
		case "ms": return formatDuration(value);
		case "keys": return formatCount(value);
		case "count": return String(value);
	}
}

export { holdText as n, amount as t };