import { t as listenForInterruption } from "./chunks/interruption.js";
import { a as toGhostshipError, t as describeError } from "./chunks/run-outcome.js";
import { t as refuseNotYet } from "./chunks/not-yet2.js";
import { i as options, r as optionNamesFor } from "./chunks/options.js";
import { t as readConfig } from "./chunks/read-config.js";
import { t as readSettings } from "./chunks/settings.js";
import { t as errorText } from "./chunks/outcome-text.js";
import { t as chooseMode } from "./chunks/choose-mode.js";
import { a as readInput, i as mask, l as warn, n as fail, r as log } from "./chunks/core.js";
import { t as GhostshipError } from "./chunks/errors.js";
import { t as publish } from "./chunks/outputs.js";
import { n as readSurroundings } from "./chunks/surroundings.js";
import { t as _usingCtx } from "./chunks/usingCtx.js";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";
// src/action/delivery.ts
/**
* Writes to GitHub that may fail without failing the run: the database matters, not the report. What could not be
* delivered is remembered, so that the job summary can say so.
*/
var Delivery = class {
	#failures = [];
	/** @param what as in "Ghostship could not …" */
	async attempt(what, write) {
		try {
			return await write();
		} catch (error) {
			let failure = `Ghostship could not ${what}: ${explain(error)}`;
			return this.#failures.push(failure), warn(failure), null;
		}
	}
	get failures() {
		return this.#failures;
	}
};
function explain(error) {
	let { status } = error, message = error instanceof Error ? error.message : String(error);
	return status !== 403 || !/not accessible/iu.test(message) ? `${message}.` : "the token may not write. Give the job the permissions checks: write and pull-requests: write; in a pull request from a fork GitHub gives no token that may.";
}
// src/action/payload.ts
/** A place in the payload of an event. What is not there, or is something else, is named by its path. */
var Payload = class Payload {
	#event;
	#path;
	#value;
	constructor(event, value, path = "") {
		this.#event = event, this.#value = value, this.#path = path;
	}
	at(...keys) {
		let [key, ...rest] = keys;
		if (key === void 0) return this;
		let child = (typeof this.#value == "object" && this.#value !== null ? this.#value : {})[key];
		return new Payload(this.#event, child, this.#path === "" ? key : `${this.#path}.${key}`).at(...rest);
	}
	get isAbsent() {
		return this.#value === void 0 || this.#value === null;
	}
	get isTrue() {
		return this.#value === !0;
	}
	/** @throws GhostshipError `usage` if it is no text */
	get text() {
		if (typeof this.#value == "string") return this.#value;
		throw this.#unlike("a text");
	}
	/** @throws GhostshipError `usage` if it is no number */
	get number() {
		if (typeof this.#value == "number") return this.#value;
		throw this.#unlike("a number");
	}
	#unlike(wanted) {
		return new GhostshipError("usage", `The payload of the event ${this.#event} has no ${this.#path} that is ${wanted}.`, { hint: "Look at the file GITHUB_EVENT_PATH points to: the event is not what GitHub sends." });
	}
};
// src/action/event.ts
/** @throws GhostshipError `usage` if the payload is not what GitHub sends */
function parseEvent(name, value) {
	let payload = new Payload(name, value);
	switch (name) {
		case "pull_request":
		case "pull_request_target": return pullRequest(payload.at("pull_request"), name === "pull_request");
		case "push": return push(payload);
		case "issue_comment": return comment(payload);
		default: return {
			kind: "other",
			name
		};
	}
}
function pullRequest(pull, isCheckedOut) {
	let source = pull.at("head", "repo"), isOpen = pull.at("state").text === "open";
	return {
		kind: "pull-request",
		number: pull.at("number").number,
		headSha: pull.at("head", "sha").text,
		state: pull.at("merged").isTrue ? "merged" : isOpen ? "open" : "closed",
		isFork: source.isAbsent || source.at("full_name").text !== pull.at("base", "repo", "full_name").text,
		isCheckedOut
	};
}
function push(payload) {
	let ref = payload.at("ref").text, branch = ref.startsWith("refs/heads/") ? ref.slice(11) : null;
	return {
		kind: "push",
		branch,
		isDefaultBranch: branch === payload.at("repository", "default_branch").text
	};
}
function comment(payload) {
	let action = payload.at("action").text;
	if (action !== "created") return {
		kind: "irrelevant",
		reason: `A comment was ${action}; only new ones are commands.`
	};
	let author = payload.at("comment", "user", "login");
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
	let inputs = Object.fromEntries(optionNamesFor("input").map((name) => [name, readInput(name)]));
	mask(inputs["github-token"] ?? ""), mask(inputs.password ?? "");
	for (let urls of [
		inputs.target,
		inputs.replica,
		inputs["lag-replicas"]
	]) for (let password of passwordsIn(urls ?? "")) mask(password);
	return inputs;
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
	let { GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path = "" } = environment;
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
// src/action/run-action.ts
/** The action from its first line to its last; what goes wrong fails the step with a sentence, never with a stack. */
async function runAction() {
	try {
		var _usingCtx$1 = _usingCtx();
		let interruption = _usingCtx$1.u(listenForInterruption((signal) => log(`${signal}: stopping. Locks are given back and tables tidied up first.`)));
		try {
			let inputs = readInputs(), surroundings = readSurroundings(process.env), { name, payload } = await readEvent(process.env), event = parseEvent(name, payload), path = resolve(surroundings.workspace, inputs.config || options.config.default), settings = readSettings(inputs, await readConfig(path, inputs.config !== "")), choice = chooseMode(settings.values.mode, event);
			if ("nothing" in choice) return log(choice.nothing);
			let { connectHub } = await import("./chunks/github.js"), run = {
				settings,
				event,
				hub: connectHub(inputs["github-token"] ?? ""),
				surroundings,
				delivery: new Delivery()
			};
			await runMode(choice.mode, run, interruption.signal);
		} catch (error) {
			let described = describeError(toGhostshipError(error));
			publish({
				state: described.code === "aborted" ? "aborted" : "failed",
				"error-code": described.code
			}), fail(errorText(described, null));
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/** Each mode is loaded when it is chosen: a lint need not wait for a database driver and an engine. */
async function runMode(mode, run, signal) {
	switch (mode) {
		case "lint":
		case "plan": return (await import("./chunks/plan-run.js")).planRun(run, mode, signal);
		case "migrate": return (await import("./chunks/migrate-run.js")).migrateRun(run, signal);
		case "control": return (await import("./chunks/control-run.js")).controlRun(run, signal);
		case "status": return (await import("./chunks/look-run.js")).statusRun(run, signal);
		case "cleanup": return (await import("./chunks/look-run.js")).cleanupRun(run, signal);
		case "rehearse":
		case "revert": return refuseNotYet(mode);
	}
}
// src/action/main.ts
await runAction();
export {};
