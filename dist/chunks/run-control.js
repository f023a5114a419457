import { t as control } from "./control2.js";
import { t as parseControlCommand } from "./control-command.js";
import { n as settingsOf, t as done } from "./invocation.js";
// src/cli/run-control.ts
const runControl = async (invocation, signal) => {
	let { command, words, table } = invocation, parsed = parseControlCommand([
		command,
		...words,
		...table === null ? [] : [table]
	].join(" ")), migration = await control(parsed, await settingsOf(invocation), signal);
	return process.stdout.write(`The migration of ${migration.table} was told: ${command}.\n`), done(migration);
};
export { runControl };
