import { n as __name } from "../rolldown-runtime.js";
import { n as eventLine, t as openRunLog } from "../report/run-log.js";
import { n as visible } from "../support/visible.js";
import { t as require_cli_progress } from "../../packages/cli-progress.js";
import { n as progressLine, t as copiedPercent } from "../report/progress-line.js";
import { c as stateWords } from "../report/words.js";

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

export { openRunDisplay as t };