import { r as exitCodes } from "./exit-code.js";
import { n as lint, t as lintText } from "./lint-text.js";
import { t as hasErrors } from "./lint-summary.js";
import { t as readSqlFiles } from "./sql-file.js";
import { t as version } from "./version.js";
import { n as settingsOf } from "./invocation.js";
// src/cli/run-lint.ts
const runLint = async (invocation) => {
	let settings = await settingsOf(invocation), summary = lint(await readSqlFiles(settings.values.files, process.cwd()), settings);
	return process.stdout.write(`${lintText(summary)}\n`), {
		json: {
			version,
			...summary
		},
		exitCode: hasErrors(summary) ? exitCodes.failed : exitCodes.done
	};
};
export { runLint };
