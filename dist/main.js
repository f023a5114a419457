import { r as __name } from "./chunks/rolldown-runtime.js";
import { t as endSoon } from "./chunks/support/end-soon.js";
import { t as listenForInterruption } from "./chunks/commands/interruption.js";
import { l as toGhostshipError, t as describeError } from "./chunks/commands/migrate/run-outcome.js";
import { t as noConfig } from "./chunks/commands/options/config.js";
import { t as readSettings } from "./chunks/commands/options/settings.js";
import { t as errorText } from "./chunks/report/outcome-text.js";
import { r as messageOf, t as GhostshipError } from "./chunks/support/errors.js";
import { t as chooseMode } from "./chunks/action/choose-mode.js";
import { a as notice, i as mask, n as fail, o as readInput, r as log, u as warn } from "./chunks/action/core.js";
import { n as isAmong, r as shortName, t as branchRef } from "./chunks/action/git-ref.js";
import { b as webhookOf } from "./chunks/lint.js";
import { i as options, r as optionNamesFor } from "./chunks/commands/options/options.js";
import { t as publish } from "./chunks/action/outputs.js";
import { t as Patience } from "./chunks/action/patience.js";
import { t as configFrom } from "./chunks/commands/options/read-config.js";
import { i as neededPermissions, n as isForbidden, r as mayPass, t as githubTrouble } from "./chunks/action/github-trouble.js";
import { t as readRepositoryFile } from "./chunks/action/repository-file.js";
import { n as readRunnerEnvironment } from "./chunks/action/runner-environment.js";
import { n as whyNotPlanned } from "./chunks/action/still-open.js";
import { n as whyNotMigrate } from "./chunks/action/why-not-migrate.js";
import { t as _usingCtx } from "./chunks/usingCtx.js";
import { readFile, readdir, stat } from "node:fs/promises";
import { join, posix, relative, resolve, sep } from "node:path";

// src/action/checkout-folder.ts
/**
* Where the repository is checked out: the workspace, or the folder in it that the input `path` of actions/checkout names. Paths in
* the config file, in the ledger and on GitHub all count from there.
*
* @param repositoryUrl as people open it
*/
async function checkoutFolder(workspace, repositoryUrl) {
	if (await isThere(join(workspace, ".git"))) return workspace;
	const found = [];
	for (const folder of await foldersIn(workspace, mostDeep)) if (await isCheckoutOf(folder, repositoryUrl)) found.push(folder);
	const [only, ...others] = found;
	return only === void 0 || others.length > 0 ? workspace : only;
}
/** As in `path: src/app`. */
const mostDeep = 2;
async function foldersIn(folder, depth) {
	const own = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() && entry.name !== "node_modules").map(({ name }) => join(folder, name));
	if (depth === 1) return own;
	const deeper = await Promise.all(own.map((one) => foldersIn(one, depth - 1)));
	return [...own, ...deeper.flat()];
}
async function isCheckoutOf(folder, repositoryUrl) {
	const config = await readFile(join(folder, ".git", "config"), "utf8").catch(() => "");
	const name = new URL(repositoryUrl).pathname.toLowerCase();
	return config.split("\n").some((line) => {
		const url = /^\s*url\s*=\s*(\S+?)(?:\.git)?\/?\s*$/iu.exec(line)?.[1]?.toLowerCase();
		return url !== void 0 && (url.endsWith(name) || url.endsWith(`:${name.slice(1)}`));
	});
}
function isThere(path) {
	return stat(path).then(() => true, () => false);
}

// src/action/payload.ts
/** A place in the payload of an event. Errors name the path of a value that is missing or of another type. */
var Payload = class Payload {
	#event;
	#path;
	#value;
	constructor(event, value, path = "") {
		this.#event = event;
		this.#value = value;
		this.#path = path;
	}
	at(...keys) {
		const [key, ...rest] = keys;
		if (key === void 0) return this;
		const child = (typeof this.#value === "object" && this.#value !== null ? this.#value : {})[key];
		return new Payload(this.#event, child, this.#path === "" ? key : `${this.#path}.${key}`).at(...rest);
	}
	get isAbsent() {
		return this.#value === void 0 || this.#value === null;
	}
	get isTrue() {
		return this.#value === true;
	}
	/** Empty where it is no list. */
	get list() {
		return (Array.isArray(this.#value) ? this.#value : []).map((value, index) => new Payload(this.#event, value, `${this.#path}[${index}]`));
	}
	/** @throws GhostshipError `usage` if it is no text */
	get text() {
		if (typeof this.#value === "string") return this.#value;
		throw this.#unlike("a text");
	}
	/** @throws GhostshipError `usage` if it is no number */
	get number() {
		if (typeof this.#value === "number") return this.#value;
		throw this.#unlike("a number");
	}
	#unlike(wanted) {
		return new GhostshipError("usage", `The payload of the event ${this.#event} has no ${this.#path} that is ${wanted}.`, { hint: "Look at the file GITHUB_EVENT_PATH points to: the event is not what GitHub sends." });
	}
};

// src/action/event.ts
/**
* @param runRef what the workflow runs on, in full
* @throws GhostshipError `usage` if the payload is not what GitHub sends
*/
function parseEvent(name, value, runRef) {
	const payload = new Payload(name, value);
	switch (name) {
		case "pull_request":
		case "pull_request_target": return pullRequest(payload, name === "pull_request");
		case "push": return {
			kind: "push",
			ref: gitRef(payload.at("ref").text, payload)
		};
		case "merge_group": return mergeGroup(payload);
		case "issue_comment": return comment(payload);
		case "schedule": return {
			kind: "other",
			name,
			ref: {
				name: runRef,
				isDefaultBranch: true
			}
		};
		case "workflow_dispatch":
		case "repository_dispatch":
		case "release":
		case "deployment": return {
			kind: "other",
			name,
			ref: gitRef(runRef, payload)
		};
		case "workflow_run": return {
			kind: "other",
			name,
			ref: refOfEarlierRun(payload)
		};
		default: return {
			kind: "other",
			name,
			ref: null
		};
	}
}
function mergeGroup(payload) {
	const action = payload.at("action").text;
	if (action !== "checks_requested") return {
		kind: "irrelevant",
		reason: `The merge group was ${action}.`
	};
	const group = payload.at("merge_group");
	return {
		kind: "merge-group",
		base: gitRef(group.at("base_ref").text, payload),
		baseSha: group.at("base_sha").text,
		headSha: group.at("head_sha").text,
		pullRequest: pullOfQueue(group.at("head_ref").text)
	};
}
/** @param branch of the queue, such as `refs/heads/gh-readonly-queue/main/pr-12-4f2a…` */
function pullOfQueue(branch) {
	const number = /\/gh-readonly-queue\/.+\/pr-(\d+)-[^/]*$/u.exec(branch)?.[1];
	return number === void 0 ? null : Number(number);
}
/** What a person, or the run before, gave to a workflow that was started by workflow_dispatch. */
function dispatchInputsOf(name, value) {
	const { inputs } = name === "workflow_dispatch" ? value : {};
	return typeof inputs === "object" && inputs !== null ? inputs : {};
}
function pullRequest(payload, isCheckedOut) {
	const pull = payload.at("pull_request");
	const source = pull.at("head", "repo");
	return {
		kind: "pull-request",
		number: pull.at("number").number,
		headSha: pull.at("head", "sha").text,
		state: stateOf(pull),
		base: gitRef(branchRef(pull.at("base", "ref").text), payload),
		labels: pull.at("labels").list.map((label) => label.at("name").text),
		isFork: source.isAbsent || source.at("full_name").text !== pull.at("base", "repo", "full_name").text,
		isCheckedOut
	};
}
function stateOf(pull) {
	const isOpen = pull.at("state").text === "open";
	if (pull.at("merged").isTrue) return {
		kind: "merged",
		sha: pull.at("merge_commit_sha").text
	};
	return { kind: isOpen ? "open" : "closed" };
}
function gitRef(name, payload) {
	return {
		name,
		isDefaultBranch: name === branchRef(payload.at("repository", "default_branch").text)
	};
}
/** A pull request of a fork may come from a branch of any name, that of the default branch too. */
function refOfEarlierRun(payload) {
	const run = payload.at("workflow_run");
	const branch = run.at("head_branch");
	return [
		"push",
		"schedule",
		"workflow_dispatch"
	].includes(run.at("event").text) && !branch.isAbsent ? gitRef(branchRef(branch.text), payload) : null;
}
function comment(payload) {
	const action = payload.at("action").text;
	if (action !== "created") return {
		kind: "irrelevant",
		reason: `A comment was ${action}; only new ones are commands.`
	};
	const kind = payload.at("comment", "user", "type");
	if (!kind.isAbsent && kind.text === "Bot") return {
		kind: "irrelevant",
		reason: "The comment is of a bot; only people command migrations."
	};
	const author = payload.at("comment", "user", "login");
	return {
		kind: "comment",
		commentId: payload.at("comment", "id").number,
		number: payload.at("issue", "number").number,
		author: author.isAbsent ? "" : author.text,
		body: payload.at("comment", "body").text
	};
}

// src/action/inputs.ts
/** The inputs of the action. Every secret among them is masked before anything can be logged. */
function readInputs() {
	const inputs = Object.fromEntries(optionNamesFor("input").map((name) => [name, readInput(name)]));
	mask(inputs["github-token"] ?? "");
	maskSecrets(inputs);
	return inputs;
}
/** Secrets belong into secrets; one that stands in a file all the same need not stand in a log as well. */
function maskSecrets(values) {
	mask(values.password ?? "");
	mask(webhookOf(values.notify ?? null) ?? "");
	for (const urls of [
		values.target,
		values.replica,
		values["lag-replicas"]
	]) for (const password of passwordsIn(urls ?? "")) mask(password);
}
/** Passwords in URLs, as they are written and as they are meant. A URL need not be right for its password to be one. */
function passwordsIn(urls) {
	return Array.from(urls.matchAll(/\/\/[^:/@\s]*:([^\s]*)@/gu)).flatMap(([, written = ""]) => [written, decode(written)]);
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/action/read-event.ts
/** What set the workflow off, as the runner wrote it down. Where it did not, whoever needs the payload says what is missing. */
async function readEvent(environment) {
	const { GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path = "" } = environment;
	try {
		return {
			name,
			payload: JSON.parse(await readFile(path, "utf8"))
		};
	} catch {
		return {
			name,
			payload: {}
		};
	}
}

// src/action/rehearse-label.ts
/** Asks for a rehearsal behind each plan of the pull request that has it. */
const label = "ghostship:rehearse";
function isLabelled(event) {
	return event.kind === "pull-request" && event.labels.includes(label);
}

// src/action/reviewed-config.ts
/**
* The config file decides where a password goes and what is allowed. It is therefore read from GitHub, from a branch on which
* changes are reviewed. It is never read from the checkout, which may hold changes that nobody has reviewed.
*
* Reviewed branches are the default branch and those that `branches` names. `branches` itself is read from the input or from
* the default branch. A run for any other branch, or for a test merge, uses the file of the default branch.
*
* @throws GhostshipError `usage` if the file cannot be used, or was named and is not there; `config-not-readable` if
*   GitHub does not give it
*/
async function readReviewedConfig(repository, event, inputs, runner) {
	const path = pathInRepository(inputs.config ?? "", runner.workspace);
	const read = (source) => readAt(repository, path, source, (inputs.config ?? "") !== "");
	const own = sourceOf(event, runner.sha);
	if (own === null) return read(newest);
	if (own.ref.isDefaultBranch) return read(own);
	const given = listed(inputs.branches);
	if (given.length > 0) return read(isAmong(own.ref, given) ? own : newest);
	const ofDefault = await read(newest);
	const { branches = "" } = ofDefault.config.values;
	if (!isAmong(own.ref, listed(branches))) return ofDefault;
	const { config, ...place } = await read(own);
	return {
		...place,
		config: {
			...config,
			values: {
				...config.values,
				branches
			}
		}
	};
}
const newest = {
	ref: {
		name: "the default branch",
		isDefaultBranch: true
	},
	at: null
};
/**
* An open pull request is planned with the newest config of its base branch, because the merge will use that one. The payload
* has only the commit that the base branch had at the last push to the pull request. A merged pull request is migrated with
* the config of the merge.
*/
function sourceOf(event, sha) {
	switch (event.kind) {
		case "pull-request": {
			const { base, state } = event;
			return {
				ref: base,
				at: state.kind === "merged" ? state.sha : base.name
			};
		}
		case "merge-group": return {
			ref: event.base,
			at: event.base.name
		};
		case "push": return {
			ref: event.ref,
			at: sha
		};
		case "other": return event.ref === null ? null : {
			ref: event.ref,
			at: sha
		};
		case "comment":
		case "irrelevant": return null;
	}
}
function listed(branches = "") {
	return options.branches.schema.parse(branches);
}
/** @throws GhostshipError `usage` for a file that is not in the repository */
function pathInRepository(path, workspace) {
	const found = relative(workspace, resolve(workspace, path || options.config.default)).split(sep).join("/");
	if (!found.startsWith("../") && found !== "" && !posix.isAbsolute(found)) return found;
	throw new GhostshipError("usage", `The input config names ${path}, which is not in the repository.`, { hint: "In the action the file is read from a branch of the repository. Commit it, or give its options as inputs." });
}
async function readAt(repository, path, { ref, at }, mustExist) {
	const branch = shortName(ref);
	const text = await readRepositoryFile(repository, path, at).catch((error) => {
		throw new GhostshipError("config-not-readable", `GitHub did not give ${path} of ${branch}: ${githubTrouble(error)}.`, {
			hint: "Give the job the permission contents: read, or run it again later. The file of the checkout is not used in its place: it may be what somebody only proposes.",
			cause: error
		});
	});
	if (text === null && mustExist) throw new GhostshipError("usage", `The input config names ${path}, which is not on ${branch}.`, { hint: "The file counts once it is merged: merge it first, or leave the input config out." });
	return {
		path,
		branch,
		config: text === null ? noConfig : await configFrom(`${path} of ${branch}`, text)
	};
}

// src/action/tolerant-writes.ts
/**
* Writes to GitHub. A failed write does not fail the run, because the database matters more than the report. The failures are
* kept for the job summary.
*/
var TolerantWrites = class {
	#failures = [];
	/** @param what as in "Ghostship could not …" */
	async attempt(what, write) {
		const answer = await this.ask(what, write);
		return answer.kind === "answer" ? answer.value : null;
	}
	/** The same where it matters why nothing came of it. */
	async ask(what, request) {
		try {
			return {
				kind: "answer",
				value: await request()
			};
		} catch (error) {
			const failure = `Ghostship could not ${what}: ${explain(error)}`;
			this.#failures.push(failure);
			warn(failure);
			return {
				kind: "trouble",
				why: githubTrouble(error),
				mayPass: mayPass(error)
			};
		}
	}
	get failures() {
		return this.#failures;
	}
};
function explain(error) {
	const trouble = githubTrouble(error);
	if (!isForbidden(error) || !/not accessible/iu.test(trouble)) return `${trouble}.`;
	return `the token has no right to. Give the job ${neededPermissions(error)}; in a pull request from a fork, or of Dependabot, GitHub gives no token that may write.`;
}

// src/action/run-action.ts
/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
async function runAction() {
	try {
		var _usingCtx$1 = _usingCtx();
		const interruption = _usingCtx$1.u(listenForInterruption((signal) => log(`${signal}: stopping. Locks are given back first. What a migration has noted as copied is kept for its next run.`)));
		let tellPull = null;
		try {
			const inputs = readInputs();
			const runner = await atCheckout(readRunnerEnvironment(process.env));
			const { name, payload } = await readEvent(process.env);
			const event = parseEvent(name, payload, runner.ref);
			const connect = async (patience) => (await import("./chunks/action/github.js")).connectRepository(inputs["github-token"] ?? "", patience);
			tellPull = async (error) => {
				const repository = await connect(new Patience(planPatienceMs));
				const { tellUnbegun } = await import("./chunks/action/tell-unbegun.js");
				const namespace = (await readReviewedConfig(repository, event, inputs, runner).catch(() => null))?.config.values.namespace ?? "";
				await tellUnbegun({
					event,
					repository,
					runner,
					writes: new TolerantWrites(),
					inputs,
					namespace
				}, error);
			};
			const { mode: wanted, command } = readSettings(inputs, noConfig).values;
			const choice = chooseMode(wanted, event, command);
			if ("nothing" in choice) return log(choice.nothing);
			const repository = await connect(patienceFor(choice.mode));
			const { config, ...place } = await readReviewedConfig(repository, event, inputs, runner);
			maskSecrets(config.values);
			const limit = runner.limitMs === null ? {} : { "max-runtime": `${runner.limitMs}ms` };
			const settings = readSettings(inputs, {
				...config,
				values: {
					...limit,
					...config.values
				}
			});
			const objection = choice.mode === "migrate" ? whyNotMigrate(event, settings.values.branches) : null;
			if (objection !== null) return notice(objection);
			const run = {
				settings,
				config: place,
				event,
				repository,
				runner,
				writes: new TolerantWrites(),
				dispatchInputs: dispatchInputsOf(name, payload),
				byEvent: wanted === "auto",
				orderedFor: null,
				goesOnOnly: wanted === "auto" && command === null && name === "schedule"
			};
			await runMode(choice.mode, run, interruption.signal, () => {
				tellPull = null;
			});
		} catch (error) {
			const described = describeError(toGhostshipError(error));
			publish({
				state: described.code === "aborted" ? "aborted" : "failed",
				"error-code": described.code
			});
			fail(errorText(described, null));
			const [{ summarize }, { runFailure }] = await Promise.all([import("./chunks/action/job-summary.entry.js"), import("./chunks/report/outcome-markdown.entry.js")]);
			await summarize(runFailure(described), { failures: [] });
			await tellPull?.(described).catch((failure) => notice(messageOf(failure)));
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
async function atCheckout(runner) {
	return {
		...runner,
		workspace: await checkoutFolder(runner.workspace, runner.repositoryUrl)
	};
}
/** People wait for a plan. A migration may wait long for GitHub before it begins: nobody has to look at it. */
function patienceFor(mode) {
	return mode === "plan" || mode === "lint" ? new Patience(planPatienceMs) : null;
}
/** With a second for each request after that it is less than a minute. */
const planPatienceMs = 5e4;
/**
* Each mode is loaded when it is chosen: a lint need not wait for a database driver and an engine.
*
* @param onBegin once nothing is in the way any more
*/
async function runMode(mode, run, signal, onBegin) {
	if (mode !== "migrate") onBegin();
	switch (mode) {
		case "lint":
		case "plan": return await planAndRehearse(mode, run, signal);
		case "rehearse":
			await (await import("./chunks/action/rehearse-run.js")).rehearseRun(run, signal);
			return;
		case "migrate":
			await (await import("./chunks/action/migrate-run.entry.js")).migrateRun(run, signal, onBegin);
			return;
		case "control": return (await import("./chunks/action/control-run.js")).controlRun(run, signal);
		case "revert": return (await import("./chunks/action/revert-run.entry.js")).revertRun(run, signal);
		case "status": return (await import("./chunks/action/status-run.entry.js")).statusRun(run, signal);
		case "cleanup": return (await import("./chunks/action/cleanup-run.js")).cleanupRun(run, signal);
	}
}
/** What is red need not be rehearsed. */
async function planAndRehearse(mode, run, signal) {
	const objection = await whyNotPlanned(run);
	if (objection !== null) return notice(objection);
	const { isGood } = await (await import("./chunks/action/plan-run.entry.js")).planRun(run, mode, signal);
	if (!isGood || !run.byEvent || !isLabelled(run.event)) return;
	await (await import("./chunks/action/rehearse-run.js")).rehearseRun(run, signal);
}

// src/action/main.ts
await runAction();
endSoon();

export {  };