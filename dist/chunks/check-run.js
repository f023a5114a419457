import { t as clip } from "./clip.js";
import { s as saveState } from "./core.js";
import { r as sleep } from "./clock.js";
import { n as missable, r as once } from "./request-options.js";
// src/action/create-once.ts
/** Waited before each further try; three answers in a row are not lost by chance. */
const pausesMs = [1e3, 3e3];
/**
* Creates something of which there must be one. An answer that got lost does not tell whether the request did, so that
* trying again means looking first.
*
* @param create must not try again by itself
* @throws what `create` throws, when it is certain that nothing was created
*/
async function createOnce(create, find) {
	for (let attempt = 0;; attempt += 1) try {
		return await create();
	} catch (error) {
		let pauseMs = pausesMs[attempt];
		if (pauseMs === void 0 || !mayHaveArrived(error)) throw error;
		await sleep(pauseMs, new AbortController().signal);
		let found = await find();
		if (found !== null) return found;
	}
}
/** A connection that broke counts as a status of 500 with this client. */
function mayHaveArrived(error) {
	let { status } = error;
	return typeof status == "number" && status >= 500;
}
// src/action/check-run.ts
/** How long one sign of progress may take to be taken in; the next one is newer anyway. */
const checkRunState = {
	id: "check-run-id",
	finished: "check-run-finished"
};
/** A check run on a commit, from its start to its conclusion. */
var CheckRun = class CheckRun {
	id;
	#hub;
	constructor(hub, id) {
		this.#hub = hub, this.id = id;
	}
	/** @param key tells this step's check run from all others on the commit */
	static async open(hub, name, headSha, key, runUrl) {
		let { octokit, owner, repo } = hub, id = await createOnce(async () => {
			let { data } = await octokit.rest.checks.create({
				owner,
				repo,
				name,
				head_sha: headSha,
				external_id: key,
				status: "in_progress",
				started_at: (/* @__PURE__ */ new Date()).toISOString(),
				details_url: runUrl,
				request: once
			});
			return data.id;
		}, () => findByKey(hub, name, headSha, key));
		return saveState(checkRunState.id, String(id)), new CheckRun(hub, id);
	}
	static opened(hub, id) {
		return new CheckRun(hub, id);
	}
	/** Not tried twice: news may be missed. */
	async update(output) {
		await this.#send({
			status: "in_progress",
			output: shape(output)
		}, missable(1e4));
	}
	async finish(conclusion, output, annotations = []) {
		let batches = inBatches(annotations.slice(0, 500)), last = batches.pop() ?? [];
		for (let batch of batches) await this.#send({ output: {
			...shape(output),
			annotations: batch.map(toGitHub)
		} }, {});
		await this.#send({
			status: "completed",
			conclusion,
			completed_at: (/* @__PURE__ */ new Date()).toISOString(),
			output: {
				...shape(output),
				annotations: last.map(toGitHub)
			}
		}, {}), saveState(checkRunState.finished, "true");
	}
	async #send(changes, request) {
		let { octokit, owner, repo } = this.#hub;
		await octokit.rest.checks.update({
			owner,
			repo,
			check_run_id: this.id,
			...changes,
			request
		});
	}
};
async function findByKey({ octokit, owner, repo }, name, ref, key) {
	let { data } = await octokit.rest.checks.listForRef({
		owner,
		repo,
		ref,
		check_name: name,
		filter: "all",
		per_page: 100
	});
	return data.check_runs.find((run) => run.external_id === key)?.id ?? null;
}
function shape({ title, summary }) {
	return {
		title: clip(title, 140),
		summary
	};
}
function inBatches(annotations) {
	let count = Math.ceil(annotations.length / 50);
	return Array.from({ length: count }, (_, index) => annotations.slice(index * 50, (index + 1) * 50));
}
function toGitHub({ path, startLine, endLine, columns, level, title, message }) {
	return {
		path,
		start_line: startLine,
		end_line: endLine,
		...columns === null ? {} : {
			start_column: columns.start,
			end_column: columns.end
		},
		annotation_level: level,
		title: clip(title, 255),
		message
	};
}
export { checkRunState as n, createOnce as r, CheckRun as t };
