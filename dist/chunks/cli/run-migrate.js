import { n as __name } from "../rolldown-runtime.js";
import { t as exitCodeOf } from "../commands/migrate/exit-code.js";
import { n as eventLine, r as migrateSource, t as openRunLog } from "../report/run-log.js";
import { i as runText, r as runErrorTexts } from "../report/outcome-text.js";
import { r as settingsOf } from "./invocation.js";
import { n as visible } from "../support/visible.js";
import { t as require_cli_progress } from "../../packages/cli-progress.js";
import { n as progressLine, t as copiedPercent } from "../report/progress-line.js";
import { s as stateWords } from "../report/words.js";
import { t as sourceOf } from "./source-of.js";
import { a as writeOut, n as textStream, r as writeError } from "./write.js";
import { userInfo } from "node:os";

// src/cli/progress-bar.ts
var import_cli_progress = require_cli_progress();
/** For a terminal: one bar on the last line, and above it the lines that stay. */
function openProgressBar(stream) {
	let table = "";
	let percent = 0;
	let line = "";
	let bar = null;
	const draw = () => {
		bar ??= startBar(stream, table);
		bar.update(percent, { line });
	};
	const close = () => {
		bar?.stop();
		bar = null;
	};
	const say = (text) => {
		const wasShown = bar !== null;
		close();
		stream.write(`${visible(text)}\n`);
		if (wasShown) draw();
	};
	const advance = (event) => {
		if (event.type === "progress") {
			percent = copiedPercent(event.progress);
			line = visible(progressLine(event.progress));
			draw();
		} else if (event.type === "state") {
			line = stateWords[event.state];
			draw();
		}
	};
	return {
		observe(event) {
			if (event.type === "started") {
				table = visible(event.table);
				percent = 0;
			}
			if (event.type === "finished") close();
			if (event.type === "engine") advance(event.event);
			const text = eventLine(event);
			if (text !== null) say(text);
		},
		close
	};
}
function startBar(stream, table) {
	const bar = new import_cli_progress.SingleBar({
		stream,
		format: "{table} [{bar}] {line}",
		barCompleteChar: "█",
		barIncompleteChar: "░",
		barsize: 24,
		fps: 4,
		hideCursor: true,
		clearOnComplete: true,
		gracefulExit: false
	});
	bar.start(100, 0, {
		table,
		line: ""
	});
	return bar;
}

// src/cli/run-display.ts
/** Shows a run while it goes on: a bar on a terminal, elsewhere a line now and then. */
function openRunDisplay(stream) {
	if (stream.isTTY) return openProgressBar(stream);
	const linesOf = openRunLog();
	return {
		observe(event) {
			for (const line of linesOf(event)) stream.write(`${visible(line)}\n`);
		},
		close() {}
	};
}

// src/cli/run-migrate.ts
const runMigrate = async (invocation, signal) => {
	const settings = await settingsOf(invocation);
	const unread = await sourceOf(invocation, settings);
	const display = openRunDisplay(textStream());
	const work = {
		settings,
		unread,
		origin: origin(),
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
/** Who it was, as the ledger has it. */
function origin() {
	return {
		commit: null,
		pullRequest: null,
		actor: userName(),
		runUrl: null,
		planDigest: null
	};
}
/** A container may run under a user id that has no name. */
function userName() {
	try {
		return userInfo().username;
	} catch {
		return null;
	}
}

export { runMigrate };