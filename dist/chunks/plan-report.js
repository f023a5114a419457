import { n as isCertain } from "./hazard.js";
import { t as hasErrors } from "./lint-summary.js";
// src/commands/plan-report.ts
function planFailed(report) {
	return hasErrors(report) || report.problem !== null || report.statements.some((statement) => statement.kind === "refused" || hasMisfits(statement));
}
/** True where rows of the table certainly do not fit what the statement makes of it. */
function hasMisfits(statement) {
	return statement.kind === "planned" && statement.hazards.some(isCertain);
}
export { planFailed as n, hasMisfits as t };
