import { n as __name } from "../../rolldown-runtime.js";
import { c as unquoteIdent } from "../../sql/sql.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/control/control-command.ts
/**
* Reads `cutover`, `pause users` or `throttle 0.5 users`.
*
* @throws GhostshipError `usage` with what to write
*/
function parseControlCommand(text) {
	const [command = "", ...words] = text.trim().split(/\s+/u);
	switch (command) {
		case "cutover":
		case "pause":
		case "resume":
		case "abort": return {
			command,
			table: onlyTable(words, text)
		};
		case "throttle": {
			const [amount, ...rest] = words;
			const value = Number(amount);
			if (amount === void 0 || !Number.isFinite(value) || value < 0) throw notACommand(text);
			return {
				command,
				value,
				table: onlyTable(rest, text)
			};
		}
		default: throw notACommand(text);
	}
}
function onlyTable(words, text) {
	const [table, ...more] = words;
	if (more.length > 0) throw notACommand(text);
	return table === void 0 ? null : unquoteIdent(table);
}
function notACommand(text) {
	return new GhostshipError("usage", `"${text.trim()}" is not a command.`, { hint: "Write cutover, pause, resume or abort, and behind it the table if more than one migration is running." });
}

export { parseControlCommand as t };