import { r as __name } from "../rolldown-runtime.js";
import { n as planOnce, r as foresee, t as migrateSource } from "../commands/migrate/migrate-source.js";
import { r as outcomeVerdict } from "../report/outcome-verdict.js";
import { r as settingsOf } from "./invocation.js";
import { a as isRevert } from "../commands/migrate/run-outcome.js";
import { b as webhookOf, y as notify } from "../lint.js";
import { r as gateText } from "../report/gate-markdown.js";
import { t as GhostshipError } from "../support/errors.js";
import { i as writeError, n as textStream } from "./write.js";
import { t as originHere } from "./origin-here.js";
import { n as openReport, t as openRunDisplay } from "./run-display.js";
import { t as sourceOf } from "./source-of.js";
import { t as tellOutcome } from "./tell-outcome.js";

// src/cli/messenger.ts
/** @throws GhostshipError `usage` where the address is not known */
function openMessenger(settings, actor) {
	const { notify: given } = settings.values;
	if (given === null) return {
		watch: (observe) => observe,
		tellEnd: async () => {}
	};
	const url = webhookOf(given);
	if (url === null) throw new GhostshipError("usage", `The address of notify is not known: ${given} is not set, or is no address.`, { hint: "Set that environment variable to https://…, or leave notify out. Nothing was run." });
	const telling = [];
	const tell = async (text) => {
		const complaint = await notify(url, `Ghostship: ${text}`);
		if (complaint !== null) writeError(`Warning: ${complaint}`);
	};
	let file = null;
	let table = "";
	let reverts = false;
	return {
		watch: (observe) => (event) => {
			observe(event);
			if (event.type === "started") {
				[file, table] = [event.statement.file, event.table];
				reverts = isRevert({ statement: event.statement.text });
			}
			if (event.type !== "engine" || event.event.type !== "state") return;
			if (event.event.state !== "waiting_for_cutover") return;
			const values = settings.valuesFor(file, table);
			const gate = {
				table,
				isRevert: reverts,
				actor,
				lockBudgetMs: values["lock-budget"],
				retired: values.retired.kind
			};
			telling.push(tell(gateText(gate)));
		},
		async tellEnd({ title, sentence }) {
			await Promise.all([...telling, tell(`${title}. ${sentence}`)]);
		}
	};
}

// src/cli/run-migrate.ts
const runMigrate = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const unread = await sourceOf(invocation, settings);
	const origin = originHere();
	const messenger = openMessenger(settings, origin.actor ?? "");
	const report = await openReport(invocation, settings);
	const display = openRunDisplay(textStream());
	const planNow = planOnce(unread, settings);
	const work = {
		settings,
		unread,
		origin,
		takesOver: invocation.takeOver,
		foresee: foresee(planNow, settings)
	};
	const outcome = await migrateSource(work, report.watch(messenger.watch(display.observe)), signal).finally(() => display.close());
	await report.write(outcome, outcomeVerdict(outcome));
	if (outcome.state !== "yielded") await messenger.tellEnd(outcomeVerdict(outcome));
	return await tellOutcome(outcome, settings, signal);
};

export { runMigrate };