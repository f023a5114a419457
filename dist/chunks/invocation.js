import { r as exitCodes } from "./exit-code.js";
import { i as options } from "./options.js";
import { t as readConfig } from "./read-config.js";
import { t as readSettings } from "./settings.js";
// src/cli/invocation.ts
function done(json) {
	return {
		json,
		exitCode: exitCodes.done
	};
}
/**
* The password may come from the environment, where the process list does not show it.
*
* @throws GhostshipError `usage`, `bad-target`
*/
async function settingsOf({ flags }) {
	let password = process.env.GHOSTSHIP_PASSWORD, config = await readConfig(flags.config ?? options.config.default, flags.config !== void 0);
	return readSettings(password === void 0 ? flags : {
		password,
		...flags
	}, config);
}
export { settingsOf as n, done as t };
