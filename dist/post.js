import { r as __name } from "./chunks/rolldown-runtime.js";
import { t as code } from "./chunks/support/code-span.js";
import { n as checkName, r as checkRunState, t as CheckRun } from "./chunks/action/check-run.js";
import { o as readInput, s as readState, u as warn } from "./chunks/action/core.js";
import { t as githubTrouble } from "./chunks/action/github-trouble.js";

// src/action/lost-check-run.ts
/** A killed step leaves its check run in progress for ever. This ends it, and says what is not known. */
async function finishLostCheckRun() {
	const id = readState(checkRunState.id);
	if (id === "" || readState(checkRunState.finished) !== "") return;
	try {
		const { connectRepository } = await import("./chunks/action/github.js");
		await CheckRun.opened(connectRepository(readInput("github-token")), Number(id)).finish("cancelled", {
			title: "The job ended before it could report",
			summary: whatBecame(readState(checkRunState.name))
		});
	} catch (error) {
		warn(`The check run ${id} could not be finished: ${githubTrouble(error)}.`);
	}
}
/** @param name of the check run */
function whatBecame(name) {
	if (changesNothing.some((mode) => name.startsWith(checkName(mode, null)))) return "Nothing was changed, and there is no result for this commit: run the job again.";
	return `What became of it stands in the database: look with ${code("mode: status")}, or in the table ${code("ghostship_migrations")}. The next run goes on with what this one has left.`;
}
/** Of the target. */
const changesNothing = [
	"lint",
	"plan",
	"rehearse"
];

// src/action/post.ts
await finishLostCheckRun();

export {  };