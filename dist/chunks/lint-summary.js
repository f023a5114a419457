// src/commands/lint-summary.ts
function hasErrors(summary) {
	return summary.findings.some(({ severity }) => severity === "error");
}
export { hasErrors as t };
