import { r as __name } from "../../rolldown-runtime.js";

// src/commands/lint/lint-summary.ts
function hasErrors(summary) {
	return summary.findings.some(({ severity }) => severity === "error");
}

export { hasErrors as t };