import { n as __name } from "../rolldown-runtime.js";
import { t as migrateSource } from "../commands/migrate/migrate-source.js";
import { r as settingsOf } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { t as openRunDisplay } from "./run-display.js";
import { t as sourceOf } from "./source-of.js";
import { t as tellOutcome } from "./tell-outcome.js";
import { n as textStream } from "./write.js";

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
	return await tellOutcome(outcome, settings, signal);
};

export { runMigrate };