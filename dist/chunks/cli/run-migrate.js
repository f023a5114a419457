import { n as __name } from "../rolldown-runtime.js";
import { t as exitCodeOf } from "../commands/migrate/exit-code.js";
import { t as migrateSource } from "../commands/migrate/migrate-source.js";
import { i as runText, r as runErrorTexts } from "../report/outcome-text.js";
import { r as settingsOf } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { t as openRunDisplay } from "./run-display.js";
import { t as sourceOf } from "./source-of.js";
import { a as writeOut, n as textStream, r as writeError } from "./write.js";

// src/cli/run-migrate.ts
const runMigrate = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const unread = await sourceOf(invocation, settings);
	const display = openRunDisplay(textStream());
	const work = {
		settings,
		unread,
		origin: originHere(),
		takesOver: invocation.takeOver
	};
	const outcome = await migrateSource(work, display.observe, signal).finally(() => display.close());
	for (const text of runErrorTexts(outcome)) writeError(text);
	writeOut(runText(outcome));
	return {
		json: outcome,
		exitCode: exitCodeOf(outcome)
	};
};

export { runMigrate };