import { n as __name } from "../rolldown-runtime.js";
import { t as clip } from "../report/clip.js";
import { n as visible, r as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { c as saveState } from "./core.js";
import { r as sleep } from "../support/clock.js";
import { n as missable, r as once } from "./request-options.js";

// src/action/create-once.ts
/** Pauses before each further try. Three lost answers in a row are no accident. */
const pausesMs = [1e3, 3e3];
/**
* Creates something that must exist only once. When the answer is lost, the request may still have arrived. So each further
* try looks for the thing first.
*
* @param create must not try again by itself
* @throws what `create` throws, when it is certain that nothing was created
*/
async function createOnce(create, find) {
	for (let attempt = 0;; attempt += 1) try {
		return await create();
	} catch (error) {
		const pauseMs = pausesMs[attempt];
		if (pauseMs === void 0 || !mayHaveArrived(error)) throw error;
		await sleep(pauseMs, new AbortController().signal);
		const found = await find();
		if (found !== null) return found;
	}
}
/** A connection that broke counts as a status of 500 with this client. */
function mayHaveArrived(error) {
	const { status } = error;
	return typeof status === "number" && status >= 500;
}

// src/action/check-run.ts
/** Deadline of one update. A later update replaces it anyway. */
const updateTimeoutMs = 1e4;
/** GitHub takes 50 annotations in a request, and adds them to the earlier ones. */
const annotationsPerRequest = 50;
/** The limit of annotations in all. Nobody reads more, and each 50 cost a request. */
const maxAnnotations = 500;
/** Names of the saved state by which the post step finds an unfinished check run. */
const checkRunState = {
	id: "check-run-id",
	finished: "check-run-finished"
};
/** A check run on a commit, from its start to its conclusion. */
var CheckRun = class CheckRun {
	id;
	#repository;
	constructor(repository, id) {
		this.#repository = repository;
		this.id = id;
	}
	/** @param key tells this step's check run from all others on the commit */
	static async open(repository, name, headSha, key, runUrl) {
		const { octokit, owner, repo } = repository;
		const create = async () => {
			const { data } = await octokit.rest.checks.create({
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
		};
		const id = await createOnce(create, () => findByKey(repository, name, headSha, key));
		saveState(checkRunState.id, String(id));
		return new CheckRun(repository, id);
	}
	static opened(repository, id) {
		return new CheckRun(repository, id);
	}
	/** It is sent once: a missed update does no harm. */
	async update(output) {
		await this.#send({
			status: "in_progress",
			output: shape(output)
		}, missable(updateTimeoutMs));
	}
	async finish(conclusion, output, annotations = []) {
		const batches = inBatches(annotations.slice(0, maxAnnotations));
		const last = batches.pop() ?? [];
		for (const batch of batches) await this.#send({ output: {
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
		}, {});
		saveState(checkRunState.finished, "true");
	}
	async #send(changes, request) {
		const { octokit, owner, repo } = this.#repository;
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
	const { data } = await octokit.rest.checks.listForRef({
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
		title: clip(visible(title), 140),
		summary: visibleMarkdown(summary).slice(0, longestBody)
	};
}
function inBatches(annotations) {
	const count = Math.ceil(annotations.length / annotationsPerRequest);
	return Array.from({ length: count }, (_, index) => annotations.slice(index * annotationsPerRequest, (index + 1) * annotationsPerRequest));
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
		title: clip(visible(title), 255),
		message: visible(message)
	};
}

export { checkRunState as n, createOnce as r, CheckRun as t };