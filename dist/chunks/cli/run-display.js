import { r as __name } from "../rolldown-runtime.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../support/errors.js";
import { _ as stateWords } from "../report/words.js";
import { n as visible, r as visibleInLog } from "../support/visible.js";
import { n as openRunLog, r as eventLine, t as RunRecord } from "../report/run-record/run-record.js";
import { n as progressLine, t as copiedPercent } from "../report/progress-line.js";
import { t as secretsOf } from "../report/report-page/secrets.js";
import { i as writeError, o as writeOut } from "./write.js";
import { t as require_cli_progress } from "../../packages/cli-progress.js";
import { writeFile } from "node:fs/promises";

// src/cli/report-file.ts
/**
* The file is written once before any work starts. A path that cannot be written is found then, and not after hours.
*
* @throws GhostshipError `usage`
*/
async function openReport({ report: path }, settings) {
	if (path === null) return {
		watch: (observe) => observe,
		write: async () => {}
	};
	await writeFile(path, "<!doctype html><title>Ghostship</title><p>The run has not ended yet.</p>\n").catch(refuse);
	const record = new RunRecord();
	return {
		watch: (observe) => (event) => {
			record.observe(event);
			observe(event);
		},
		async write(outcome, verdict) {
			try {
				const { reportPage } = await import("../report/report-page/report-page.js");
				await writeFile(path, await reportPage({
					outcome,
					record,
					verdict,
					runUrl: null,
					secrets: secretsOf(settings)
				}));
				writeOut(`A page with charts of the run is in ${path}.`);
			} catch (error) {
				writeError(`The report of the run could not be written: ${sentence(messageOf(error))}`);
			}
		}
	};
}
function refuse(error) {
	throw new GhostshipError("usage", `The report cannot be written: ${sentence(messageOf(error))}`, {
		hint: "Give --report a path in a folder that exists and may be written to.",
		cause: error
	});
}

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
			for (const line of linesOf(event)) stream.write(`${visibleInLog(line)}\n`);
		},
		close() {}
	};
}

export { openReport as n, openRunDisplay as t };