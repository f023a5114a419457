import { n as __name } from "../rolldown-runtime.js";
import { t as control } from "../commands/control/control.js";
import { t as parseControlCommand } from "../commands/control/control-command.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { n as writeOut } from "./write.js";

// src/cli/run-control.ts
const runControl = async (invocation, signal) => {
	const { command, words, table } = invocation;
	const parsed = parseControlCommand([
		command,
		...words,
		...table === null ? [] : [table]
	].join(" "));
	const migration = await control(parsed, await settingsOf(invocation), signal);
	writeOut(`The migration of ${migration.table} was told: ${command}.`);
	return done(migration);
};

export { runControl };