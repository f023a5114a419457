import { r as __name } from "../../rolldown-runtime.js";

// src/engine/probes/hazard.ts
/** The message, and the keys of some rows, for a person. */
function describeHazard({ message, sampleKeys }) {
	return sampleKeys.length === 0 ? message : `${message} Keys: ${sampleKeys.join("; ")}.`;
}
/** True where the server will certainly refuse the statement. */
function isCertain(hazard) {
	return hazard.count !== "unknown" && hazard.count > 0;
}

export { isCertain as n, describeHazard as t };