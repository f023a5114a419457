import { r as __name } from "../rolldown-runtime.js";
import { r as exitCodes } from "../commands/migrate/exit-code.js";
import { i as options } from "../commands/options/options.js";
import { n as readConfig } from "../commands/options/read-config.js";
import { t as readSettings } from "../commands/options/settings.js";
import { a as findFiles, c as tellOtherCase, h as requireFiles, o as globsFrom, r as readSqlFiles } from "../commands/statements/sql-file.js";
import { i as writeError } from "./write.js";

// src/cli/invocation.ts
function done(json) {
	return {
		json,
		exitCode: exitCodes.done
	};
}
/**
* The files of a command. A file that a flag names may lie anywhere; all others must lie within the working directory.
*
* @throws GhostshipError `usage`
*/
async function filesOf({ flags }, settings) {
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	const files = await readSqlFiles(globs, process.cwd(), maxBytes, flags.files === void 0 ? "refused" : "if named");
	const { otherCase } = await findFiles(globsFrom(process.cwd(), globs), process.cwd());
	const notRead = tellOtherCase(otherCase);
	if (notRead !== null) writeError(`Warning: ${notRead}`);
	requireFiles(files, settings);
	if (files.length === 0) writeError(`No file matches the option files: ${globs.join(", ")}.`);
	return files;
}
/**
* The password may come from the environment, where the process list does not show it.
*
* @throws GhostshipError `usage`, `bad-target`
*/
async function settingsOf({ flags }) {
	const password = process.env.GHOSTSHIP_PASSWORD;
	const isNamed = flags.config !== void 0;
	const config = await readConfig(flags.config ?? options.config.default, isNamed, isNamed ? null : process.cwd());
	return readSettings(password === void 0 ? flags : {
		password,
		...flags
	}, config);
}

export { filesOf as n, settingsOf as r, done as t };