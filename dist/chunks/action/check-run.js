import { r as __name } from "../rolldown-runtime.js";
import { t as clip } from "../report/clip.js";
import { a as visibleMarkdown, n as visible, t as longestBody } from "../support/visible.js";
import { c as saveState } from "./core.js";
import { i as sleepUncancelled } from "../support/clock.js";
import { a as statusOf } from "./github-trouble.js";
import { n as missable, r as once } from "./request-options.js";

// src/action/check-runs-on.ts
/**
* The newest hundred check runs on a commit, those that were run again included.
*
* @param wanted which of them
*/
async function checkRunsOn({ octokit, owner, repo }, ref, wanted) {
	const { data } = await octokit.rest.checks.listForRef({
		owner,
		repo,
		ref,
		filter: "all",
		per_page: 100,
		...wanted
	});
	return data.check_runs;
}

// src/action/create-once.ts
/** Pauses before each further try. After three lost answers nothing is tried any more. */
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
		await sleepUncancelled(pauseMs);
		const found = await find();
		if (found !== null) return found;
	}
}
/** A connection that broke counts as a status of 500 with this client. */
function mayHaveArrived(error) {
	return (statusOf(error) ?? 0) >= 500;
}

// src/action/check-run.ts
/** As it stands in the list of checks, and as a ruleset requires it: `Ghostship plan (staging)`. */
function checkName(mode, environment) {
	return environment === null ? `Ghostship ${mode}` : `Ghostship ${mode} (${environment})`;
}
/** Deadline of one update. A later update replaces it anyway. */
const updateTimeoutMs = 1e4;
/** GitHub takes 50 annotations in a request, and adds them to the earlier ones. */
const annotationsPerRequest = 50;
/** The limit of annotations in all. Nobody reads more, and each 50 cost a request. */
const maxAnnotations = 500;
/** Names of the saved state by which the post step finds an unfinished check run. */
const checkRunState = {
	id: "check-run-id",
	name: "check-run-name",
	finished: "check-run-finished"
};
/** A check run on a commit, from its start to its conclusion. */
var CheckRun = class CheckRun {
	id;
	/** Of the app whose token has made it; `null` where GitHub does not tell. */
	appId;
	#repository;
	constructor(repository, { id, appId }) {
		this.#repository = repository;
		this.id = id;
		this.appId = appId;
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
			return refOf(data);
		};
		const made = await createOnce(create, () => findByKey(repository, name, headSha, key));
		saveState(checkRunState.id, String(made.id));
		saveState(checkRunState.name, name);
		saveState(checkRunState.finished, "");
		return new CheckRun(repository, made);
	}
	/**
	* Ends the check runs of earlier runs on the same commit that were killed before they could. Those of the same run are left
	* alone: its other jobs may be at work.
	*/
	async closeEarlier(name, headSha, key) {
		const { octokit, owner, repo } = this.#repository;
		const lost = (await checkRunsOn(this.#repository, headSha, {
			check_name: name,
			status: "in_progress"
		})).filter(({ id, external_id: other }) => id < this.id && isOfEarlierRun(other, key));
		for (const { id } of lost) await octokit.rest.checks.update({
			owner,
			repo,
			check_run_id: id,
			status: "completed",
			conclusion: "neutral",
			output: {
				title: "Killed before it could report",
				summary: "Its process was killed. A later run on this commit has finished."
			}
		});
	}
	/** Whether an older check run of this mode, for another environment, is still in progress on the commit. */
	async isBehindAnother(mode, headSha) {
		const open = await checkRunsOn(this.#repository, headSha, { status: "in_progress" });
		const beginning = `${checkName(mode, null)} (`;
		return open.some(({ id, name }) => id < this.id && name.startsWith(beginning));
	}
	static opened(repository, id) {
		return new CheckRun(repository, {
			id,
			appId: null
		});
	}
	/**
	* It is sent once: a missed update does no harm. Annotations are added to those that are there.
	*
	* @returns how many of the annotations were sent
	*/
	async update(output, annotations = []) {
		const batch = annotations.slice(0, annotationsPerRequest);
		const changes = {
			...shape(output),
			annotations: batch.map(toGitHub)
		};
		await this.#send({
			status: "in_progress",
			output: changes
		}, missable(updateTimeoutMs));
		return batch.length;
	}
	/** How many annotations it has: after an answer that was lost nobody else can tell. */
	async countAnnotations() {
		const { octokit, owner, repo } = this.#repository;
		const request = missable(updateTimeoutMs);
		const { data } = await octokit.rest.checks.get({
			owner,
			repo,
			check_run_id: this.id,
			request
		});
		return data.output.annotations_count;
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
/** Keys begin with the id of the workflow's run, see `RunnerEnvironment.stepKey`. */
function isOfEarlierRun(other, key) {
	const runOf = (text) => /^(\d+)\//u.exec(text)?.[1] ?? "";
	return other !== null && runOf(other) !== "" && runOf(other) !== runOf(key);
}
async function findByKey(repository, name, ref, key) {
	const found = (await checkRunsOn(repository, ref, { check_name: name })).find((run) => run.external_id === key);
	return found === void 0 ? null : refOf(found);
}
function refOf({ id, app }) {
	return {
		id,
		appId: app?.id ?? null
	};
}
function shape({ title, summary, text = null }) {
	return {
		title: clip(visible(title), 140),
		summary: visibleMarkdown(summary).slice(0, longestBody),
		...text === null ? {} : { text }
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

export { checkRunsOn as a, createOnce as i, checkName as n, checkRunState as r, CheckRun as t };