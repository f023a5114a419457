import { n as code } from "./chunks/markdown.js";
import { n as checkRunState, t as CheckRun } from "./chunks/check-run.js";
import { a as readInput, l as warn, o as readState } from "./chunks/core.js";
// src/action/lost-check-run.ts
/** A step that was killed leaves its check run spinning for ever. This ends it, and says what is not known. */
async function finishLostCheckRun() {
	let id = readState(checkRunState.id);
	if (id !== "" && readState(checkRunState.finished) === "") try {
		let { connectHub } = await import("./chunks/github.js");
		await CheckRun.opened(connectHub(readInput("github-token")), Number(id)).finish("cancelled", {
			title: "The job ended before it could report",
			summary: `What became of it stands in the database: look with ${code("mode: status")}, or in the table ${code("ghostship_migrations")}. The next run tidies up what this one left behind.`
		});
	} catch (error) {
		warn(`The check run ${id} could not be finished: ${error instanceof Error ? error.message : String(error)}`);
	}
}
// src/action/post.ts
await finishLostCheckRun();
export {};
