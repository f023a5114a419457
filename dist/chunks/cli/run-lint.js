import { n as __name } from "../rolldown-runtime.js";
import { i as lint, n as readSource } from "../lint.js";
import { t as hasErrors } from "../commands/lint/lint-summary.js";
import { r as exitCodes } from "../commands/migrate/exit-code.js";
import { t as version } from "../commands/version.js";
import { n as lintText } from "../report/lint-text.js";
import { n as filesOf, r as settingsOf } from "./invocation.js";

// src/cli/run-lint.ts
const runLint = async (invocation) => {
	const settings = await settingsOf(invocation);
	const summary = lint(readSource(await filesOf(invocation, settings), settings), settings);
	process.stdout.write(`${lintText(summary)}\n`);
	return {
		json: {
			version,
			...summary
		},
		exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done
	};
};

export { runLint };