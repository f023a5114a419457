// src/engine/probes/hazard.ts
/** For a person: the message, and which rows to look at. */
function describeHazard({ message, sampleKeys }) {
	return sampleKeys.length === 0 ? message : `${message} Keys: ${sampleKeys.join("; ")}.`;
}
/** True where the server would certainly refuse the statement. */
function isCertain(hazard) {
	return hazard.count !== "unknown" && hazard.count > 0;
}
export { isCertain as n, describeHazard as t };
