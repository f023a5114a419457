import { r as __name } from "../../rolldown-runtime.js";
import { n as isCertain } from "../../engine/probes/hazard.js";
import { t as hasErrors } from "../lint/lint-summary.js";

// src/commands/plan/plan-report.ts
function planFailed(report) {
	const isBad = (statement) => statement.kind === "refused" || hasMisfits(statement);
	return hasErrors(report) || report.problem !== null || report.statements.some(isBad);
}
/** True where rows of the table certainly do not fit what the statement makes of it. */
function hasMisfits(statement) {
	return statement.kind === "planned" && statement.hazards.some(isCertain);
}

export { planFailed as n, hasMisfits as t };