import { n as __name } from "../../rolldown-runtime.js";
import { c as unquoteIdent } from "../../sql/sql.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/control/control-command.ts
const controlCommands = [
	"cutover",
	"pause",
	"resume",
	"abort"
];
/**
* Reads `cutover` or `pause users`.
*
* @throws GhostshipError `usage` with what to write
*/
function parseControlCommand(text) {
	const [command = "", ...words] = text.trim().split(/\s+/u);
	const known = controlCommands.find((name) => name === command);
	if (known === void 0) throw notACommand(text);
	return {
		command: known,
		table: onlyTable(words, text)
	};
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