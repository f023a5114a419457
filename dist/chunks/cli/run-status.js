import { r as __name } from "../rolldown-runtime.js";
import { t as status } from "../commands/control/status.js";
import { r as sleep, t as nowMs } from "../support/clock.js";
import { n as statusText, t as statusLine } from "../report/status-text.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { t as require_cli_progress } from "../../packages/cli-progress.js";
import { t as copiedPercent } from "../report/progress-line.js";
import { n as visible } from "../support/visible.js";
import { n as textStream, o as writeOut } from "./write.js";

// src/commands/control/watch.ts
/** The engine writes its status twice a second. */
const lookEveryMs = 1e3;
/**
* Shows the status again and again until no migration runs any more.
*
* @param show must return at once
* @returns the last status
*/
async function watch(table, settings, show, signal) {
	for (;;) {
		const migrations = await status(table, settings, signal);
		if (!migrations.some(({ life }) => life === "running")) return migrations;
		show(migrations);
		await sleep(lookEveryMs, signal);
	}
}

// src/report/watch-log.ts
const lineEveryMs = 1e4;
/** The status as a log shows it: whatever changes what a person would do at once, how far it is now and then. */
function openWatchLog() {
	const last = /* @__PURE__ */ new Map();
	return (migrations) => {
		return migrations.filter(({ life }) => life !== "finished").filter((migration) => {
			const before = last.get(migration.id);
			const moment = momentOf(migration);
			if (before?.moment === moment && nowMs() - before.atMs < lineEveryMs) return false;
			last.set(migration.id, {
				moment,
				atMs: nowMs()
			});
			return true;
		}).map(statusLine);
	};
}
function momentOf({ state, life, progress, throttlePercent, cutover }) {
	const reasons = (progress?.holds ?? []).filter(({ forMs }) => forMs > 1e3).map(({ reason }) => reason);
	return JSON.stringify([
		state,
		life,
		progress?.state,
		reasons,
		throttlePercent,
		cutover.attempts
	]);
}

// src/cli/watch-bars.ts
var import_cli_progress = require_cli_progress();
/** For a terminal: a bar for each migration, which moves in its place. */
function openWatchBars(stream) {
	const all = new import_cli_progress.MultiBar({
		stream,
		format: "[{bar}] {line}",
		barCompleteChar: "█",
		barIncompleteChar: "░",
		barsize: 24,
		fps: 4,
		hideCursor: true,
		clearOnComplete: true,
		gracefulExit: false
	});
	const bars = /* @__PURE__ */ new Map();
	return {
		show(migrations) {
			const current = migrations.filter(({ life }) => life !== "finished");
			for (const [id, bar] of bars) {
				if (current.some((migration) => migration.id === id)) continue;
				all.remove(bar);
				bars.delete(id);
			}
			for (const migration of current) {
				const bar = bars.get(migration.id) ?? all.create(100, 0, { line: "" });
				bars.set(migration.id, bar);
				const percent = migration.progress === null ? 0 : copiedPercent(migration.progress);
				bar.update(percent, { line: visible(statusLine(migration)) });
			}
		},
		close: () => all.stop()
	};
}

// src/cli/run-status.ts
const runStatus = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const migrations = await (invocation.watch ? watchStatus(invocation, settings, signal) : status(invocation.table, settings, signal));
	writeOut(statusText(migrations));
	return done({ migrations });
};
/** Until nothing runs any more. */
async function watchStatus({ table }, settings, signal) {
	const stream = textStream();
	if (stream.isTTY) {
		const bars = openWatchBars(stream);
		return watch(table, settings, bars.show, signal).finally(bars.close);
	}
	const linesOf = openWatchLog();
	const show = (migrations) => {
		for (const line of linesOf(migrations)) writeOut(line);
	};
	return watch(table, settings, show, signal);
}

export { runStatus };