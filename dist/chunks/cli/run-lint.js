import { n as __name } from "../rolldown-runtime.js";
import { t as lint } from "../lint.js";
import { t as hasErrors } from "../commands/lint/lint-summary.js";
import { r as exitCodes } from "../commands/migrate/exit-code.js";
import { n as modeOf, r as readSource } from "../sql2.js";
import { t as version } from "../commands/version.js";
import { n as lintText } from "../report/lint-text.js";
import { n as filesOf, r as settingsOf } from "./invocation.js";
import { a as writeOut } from "./write.js";

// src/cli/run-lint.ts
const runLint = async (invocation) => {
	const settings = await settingsOf(invocation);
	const files = await filesOf(invocation, settings);
	const summary = lint(readSource({ files }, settings, modeOf(settings)), settings);
	writeOut(lintText(summary));
	return {
		json: {
			version,
			...summary
		},
		exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done
	};
};

export { runLint };