import { r as __name } from "./rolldown-runtime.js";
import { t as GhostshipError } from "./support/errors.js";
import { l as string, n as array, o as object, s as record, t as _enum } from "../packages/zod.js";
import { a as durationText } from "./lint.js";
import { t as code } from "./support/code-span.js";
import { u as table } from "./report/markdown.js";
import { i as changedLines } from "./commands/ledger/applied.js";
import { i as placeOf } from "./commands/statements/file-statement.js";
import { p as enumerate } from "./report/words.js";
import { t as readRepositoryFile } from "./action/repository-file.js";
import { a as checkRunsOn, n as checkName } from "./action/check-run.js";
import { o as readShellWord, r as inComment, s as shellWordPattern } from "./support/command-words.js";
import { t as targetName } from "./action/target-name.js";
import { f as hidesCharacters, i as unshown, p as shownPath, t as faulty } from "./commands/statements/sql-file.js";
import { a as promiseOf, i as optionsOf, o as promisesOf, r as digestOfText } from "./commands/plan/plan.js";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

// src/action/may-command.ts
/** What a command asks for: those that throw work away ask for more. */
function permissionFor(verb, values) {
	return verb === "abort" || verb === "revert" ? values["abort-permission"] : values["command-permission"];
}
/**
* Anybody may comment on a public repository.
*
* @throws GhostshipError `usage` for somebody who may not
*/
async function refuseStrangers(repository, username, needed, verb) {
	if (await isPermitted(repository, username, needed)) return;
	throw new GhostshipError("usage", `${username} may not command migrations here: ${verb} needs the permission ${needed}.`, { hint: `Ask somebody who has the permission ${needed} in this repository.` });
}
/** A role of an organization's own counts as what it permits, whatever its name is. */
async function isPermitted({ octokit, owner, repo }, username, needed) {
	if (username === "") return false;
	const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
		owner,
		repo,
		username
	});
	const { permission, user } = data;
	switch (needed) {
		case "write": return permission === "write" || permission === "admin";
		case "maintain": return permission === "admin" || user?.permissions?.maintain === true;
		case "admin": return permission === "admin";
	}
}

// src/action/command-help.ts
/** What a comment can say, from harmless to final. */
const commands = [
	["help", "shows this"],
	["status", "shows what is running, what waits, and what has ended lately"],
	["plan", "plans this pull request again"],
	["rehearse", "copies and compares its tables on the test replica, and changes none"],
	["migrate", "runs what is merged and not applied yet, of this pull request also what no plan has shown"],
	["retry", "the same, without what no plan has shown"],
	["cutover", "lets a migration that waits swap its tables"],
	["pause", "holds the copy back"],
	["resume", "lets it go on"],
	["throttle 50", "lets the copy rest half of the time; 0 ends that"],
	["abort", "ends a migration and leaves the table as it is"],
	["revert", "brings back the table that a migration has kept"]
];
/** The first words of all commands. */
const commentVerbs = commands.map(([command]) => command.split(" ")[0] ?? "");
function commandHelp(values) {
	const columns = [
		"Write",
		"What it does",
		"Who may"
	].map((title) => ({
		title,
		align: "left"
	}));
	const rows = commands.map(([command, what]) => {
		const needed = permissionFor(command.split(" ")[0] ?? "", values);
		return [
			code(`/ghostship ${command}`),
			what,
			needed
		];
	});
	return [table(columns, rows), "Where several migrations run, the name of the table follows: `/ghostship pause users`."].join("\n\n");
}

// src/action/in-comments.ts
/** Advice that was written for a terminal, for who reads it in a pull request. What no comment can say stays as it is. */
function inComments(text) {
	return text.replaceAll(ofTable, (all, _fence, verb, table) => commentVerbs.includes(verb) ? inComment(verb, readShellWord(table)) : all).replaceAll(/`ghostship (\w+)(?=[ `])/gu, (all, verb) => commentVerbs.includes(verb) ? `\`/ghostship ${verb}` : all).replaceAll("Name one with --table.", "Write its name behind the command.");
}
const ofTable = new RegExp(`(?<!\`)(\`+) ?ghostship (\\w+) --table (${shellWordPattern}) ?\\1(?!\`)`, "gu");

// src/commands/plan/plan-record.ts
/** Of a pull request: what others have brought is not promised by it. */
function recordOf({ digest, server, statements }, settings, base = null) {
	const own = statements.filter(({ alsoPending }) => alsoPending !== true);
	return {
		digest,
		server,
		base,
		database: settings.home,
		statements: promisesOf(own, settings),
		open: own.flatMap(openOf)
	};
}
function openOf(planned) {
	const { kind, file, table } = planned;
	if (kind === "planned" || kind === "applied") return [];
	const statement = digestOfText(planned.statement);
	if (kind === "unplanned") return [{
		file,
		statement,
		why: "untried",
		table,
		code: null
	}];
	return [{
		file,
		statement,
		why: "refused",
		table,
		code: planned.error.code
	}];
}
/** What a plan promises of a statement, once for each place in its file. */
function promisedIn({ statements }, file, text) {
	const digest = digestOfText(text);
	return statements.filter((one) => one.file === file && one.statement === digest);
}
/** What a plan says of a statement. */
function openIn(record, file, text) {
	const digest = digestOfText(text);
	const isIt = (one) => one.file === file && one.statement === digest;
	if (record.statements.some(isIt)) return "promised";
	return record.open.find(isIt)?.why ?? "absent";
}
/**
* The record as text of one line, without definitions where they do not fit, and then without circumstances.
*
* @param limit in characters
* @returns `null` where even that does not fit
*/
function writeRecord(record, limit) {
	const brief = record.statements.map((statement) => ({
		...statement,
		definitions: null,
		circumstances: statement.circumstances.map((one) => ({
			...one,
			is: null
		}))
	}));
	const briefest = brief.map((statement) => ({
		...statement,
		circumstances: []
	}));
	for (const statements of [
		record.statements,
		brief,
		briefest
	]) {
		const text = pack({
			...record,
			statements
		});
		if (text.length <= limit) return text;
	}
	return null;
}
/** @returns `null` for what is no record */
function readRecord(text) {
	try {
		const json = brotliDecompressSync(Buffer.from(text, "base64"), { maxOutputLength: longestRecordBytes });
		return recordSchema.parse(JSON.parse(json.toString()));
	} catch {
		return null;
	}
}
/** Thousands of large tables; what unpacks to more is none of ours. */
const longestRecordBytes = 134217728;
/** A record of an earlier version has one word, which is `copy` also where the server altered a table in one piece. */
function waysOfWord(way) {
	return way === "copy" ? ["copy", "direct"] : [way];
}
const promiseSchema = object({
	file: string().nullable(),
	statement: string(),
	table: string(),
	way: string().default(""),
	ways: array(string()).optional(),
	key: array(string()).nullable(),
	options: record(string(), string()),
	circumstances: array(object({
		what: string(),
		digest: string(),
		is: string().nullable()
	})).default([]),
	shape: string(),
	definitions: object({
		before: string(),
		after: string()
	}).nullable()
}).transform(({ way, ways, ...promise }) => ({
	...promise,
	ways: ways ?? waysOfWord(way)
}));
const openSchema = object({
	file: string().nullable(),
	statement: string(),
	why: _enum(["refused", "untried"]),
	table: string().default(""),
	code: string().nullable().default(null)
});
const recordSchema = object({
	digest: string().regex(/^[0-9a-f]{64}$/u).nullable(),
	database: string().nullable(),
	server: string().nullable(),
	base: string().nullable().default(null),
	statements: array(promiseSchema),
	open: array(openSchema).default([])
});
function pack(record) {
	const params = {
		[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
		[constants.BROTLI_PARAM_QUALITY]: 9
	};
	return brotliCompressSync(JSON.stringify(record), { params }).toString("base64");
}

// src/commands/binding/how-to-proceed.ts
/** The end of a hint. No job that is run again does: it reads the config file of its own commit. */
const howToProceed = "set on-plan-change: proceed in the config file of the branch, and then start a run anew: write /ghostship migrate in a comment of its pull request, or run the workflow by hand. A job that is run again reads the file as it was. Take the option out again after the run.";

// src/commands/binding/broken-promises.ts
/**
* The statements that would not be carried out as their pull requests have shown it, each with `plan-changed`.
*
* Each is held against the plan of its own pull request, so what others have done to other tables does not matter. One that is
* begun goes on under the options that were approved, on the table that was shown: on another one its copy is of no use, and a run would
* begin anew. Behind it, behind one that is refused now, and behind one that had no plan, nothing is known of its table until it has run.
*/
async function brokenPromises(keeping) {
	const { planned, recordOf, isBegun } = keeping;
	const unknown = /* @__PURE__ */ new Set();
	const broken = /* @__PURE__ */ new Map();
	for (const now of planned) {
		const record = now.file === null ? null : recordOf(now.file);
		if (now.kind === "applied") continue;
		if (isBegun(now)) {
			unknown.add(now.table);
			const error = record === null ? null : await whyNotGoneOn(record, now, keeping);
			if (error !== null) broken.set(now, error);
			continue;
		}
		if (unknown.has(now.table)) continue;
		const wasOpen = record !== null && ["refused", "untried"].includes(openIn(record, now.file, now.statement));
		if (now.kind !== "planned" || wasOpen) unknown.add(now.table);
		const changes = record === null ? [] : await changesSince(record, now, keeping);
		const isQueued = now.file !== null && keeping.isQueued?.(now.file) === true;
		if (changes.length > 0) broken.set(now, planChanged(now, changes, isQueued));
	}
	return broken;
}
/** Lines that say what moved; none where the promise is kept, or none was made. */
async function changesSince(record, now, { server, settings, lookUp }) {
	const promised = promisedIn(record, now.file, now.statement);
	if (promised.length === 0) return [];
	const isSameServer = record.server === server;
	const table = now.kind === "planned" || !isSameServer ? { kind: "unknown" } : await lookUp(now);
	const fewest = fewestOf(promised.map((then) => {
		if (now.kind !== "planned") return [...optionChanges(then, optionsOf(now.file, then.table, settings)), ...tableChanges(then, table)];
		const promise = promiseOf(now, settings);
		return [...optionChanges(then, promise.options), ...isSameServer ? [
			...wayChanges(then, promise),
			...definitionChanges(then, promise),
			...circumstanceChanges(then, promise)
		] : []];
	}));
	if (now.kind !== "refused") return fewest;
	return fewest.length > 0 || isSameServer && ofDefinitions.includes(now.error.code) ? [...fewest, `${failureMark}${now.error.message}`] : [];
}
function fewestOf(changes) {
	const [fewest = []] = changes.toSorted((one, other) => one.length - other.length);
	return fewest;
}
async function whyNotGoneOn(record, now, { settings, server, lookUp }) {
	const options = optionsSince(record, now, settings);
	if (options.length > 0) return copyWaits(now, options);
	const copies = promisedIn(record, now.file, now.statement).filter(({ ways }) => ways.every((way) => way === "copy"));
	if (record.server !== server || copies.length === 0) return null;
	const table = await lookUp(now);
	const moved = fewestOf(copies.map((then) => copiedTableChanges(then, table)));
	return moved.length === 0 ? null : copyIsOfNoUse(now, moved);
}
/** A copy leaves the table as it is until the swap, and then it is the one that was shown. */
function copiedTableChanges({ definitions }, now) {
	if (definitions === null || now.kind !== "there" || now.definition === definitions.after) return [];
	return beforeChanges(definitions.before, now.definition);
}
function optionsSince(record, now, settings) {
	return fewestOf(promisedIn(record, now.file, now.statement).map((then) => optionChanges(then, optionsOf(now.file, then.table, settings))));
}
const failureMark = "It would fail now: ";
/** What the server answers to a statement that does not fit the tables there are. */
const ofDefinitions = ["invalid-statement", "unknown-table"];
const optionMark = "Option ";
function optionChanges(then, now) {
	return Object.entries(now).flatMap(([option, value]) => {
		const planned = then.options[option];
		return planned === void 0 || planned === value ? [] : [`${optionMark}${option}: ${shown(planned)}, now ${shown(value)}.`];
	});
}
function wayChanges(then, now) {
	const [planned = ""] = then.ways;
	const [found = ""] = now.ways;
	const way = then.ways.includes(found) ? [] : [`How: ${planned}, now ${found}.${consequence(planned, found)}`];
	return then.key !== null && now.key !== null && then.key.join() !== now.key.join() ? [...way, `Walked by: ${then.key.join(", ")}, now ${now.key.join(", ")}.`] : way;
}
function definitionChanges(then, now) {
	if (then.shape === now.shape) return [];
	if (then.definitions === null || now.definitions === null) return ["The table is not as the plan knew it. The plan was too long to keep what the table was."];
	if (then.definitions.before === "" && then.definitions.after !== "" && now.definitions.after === "") return [`${then.table} was to be made new, and is there already: nothing would be done.`];
	const before = beforeChanges(then.definitions.before, now.definitions.before);
	const after = changedLines(then.definitions.after, now.definitions.after);
	const isSame = before.slice(1).join("\n") === after.join("\n");
	return [
		...before,
		...after.length === 0 || isSame ? [] : ["The table after it (- as planned, + now):", ...after],
		...before.length + after.length === 0 ? ["The order of the lines of its table."] : []
	];
}
/** What a copy has, and no other way. */
function consequence(then, now) {
	if (then === "copy") return " Then it has no gate, and no old table is left to go back to.";
	return now === "copy" ? " Then it has a gate where the option cutover says so, and the old table goes by the option retired." : "";
}
/** What one of the two plans does not tell is not compared. */
function circumstanceChanges(then, now) {
	return then.circumstances.flatMap(({ what, digest, is }) => {
		const found = now.circumstances.find((one) => one.what === what);
		if (found === void 0 || found.digest === digest) return [];
		if (is === null || found.is === null) return [`${what} is not as the plan knew it. The plan was too long to keep how it was.`];
		const lines = changedLines(is, found.is);
		return [`${what} (- as planned, + now):`, ...lines.length === 0 ? ["Its lines have another order."] : lines];
	});
}
/** A statement that cannot be carried out now: the table alone is compared. */
function tableChanges({ definitions, table }, now) {
	if (definitions === null) return [];
	const { before, after } = definitions;
	switch (now.kind) {
		case "unknown": return [];
		case "gone": return before === "" && after !== "" ? [] : [`${table} is not there any more.`];
		case "there": return before === "" && after === "" ? [] : beforeChanges(before, now.definition);
	}
}
function beforeChanges(then, now) {
	const lines = changedLines(then, now);
	return lines.length === 0 ? [] : ["The table before it (- as planned, + now):", ...lines];
}
function planChanged(statement, changes, isQueued) {
	const message = `${placeOf(statement)} would not be carried out as its pull request has shown it.`;
	return new GhostshipError("plan-changed", [
		message,
		statement.statement,
		...changes
	].join("\n"), { hint: isQueued ? hintInQueue : `Look at what has moved. ${hintAfterMerge(changes)}` });
}
function copyWaits(statement, changes) {
	const message = `${placeOf(statement)} was begun, and would not be ended as its pull request has shown it. Its copy is kept, and waits.`;
	return new GhostshipError("plan-changed", [
		message,
		statement.statement,
		...changes
	].join("\n"), { hint: `Set the options back as they were approved: the next run goes on with the copy. If they are right as they are, ${howToProceed} To give the copy up, write /ghostship abort.` });
}
function copyIsOfNoUse(statement, changes) {
	const message = `${placeOf(statement)} was begun, and somebody has altered its table since. Its copy is kept, and no run can go on with it.`;
	return new GhostshipError("plan-changed", [
		message,
		statement.statement,
		...changes
	].join("\n"), { hint: `Give the table back its definition: the next run goes on. If a new copy of the table as it is now is right, ${howToProceed} To give the copy up, write /ghostship abort.` });
}
const hintInQueue = "Wait until what stands before it in the queue has shipped. Then write /ghostship plan in a comment of its pull request, look at the new plan, and queue it again.";
function hintAfterMerge(changes) {
	if (changes.some((change) => change.startsWith(failureMark))) return "No option makes it work: write what is still wanted into its file, or delete the file, in a new pull request, whose plan shows what would be done.";
	return `${changes.some((change) => change.startsWith(optionMark)) ? "An option that one workflow is given and the other is not belongs into the config file, where plan and migration both read it. " : ""}If it is right all the same, ${howToProceed} Else revert the pull request and open it again, so that a new plan shows what would be done.`;
}
function shown(value) {
	return value === "" ? "nothing" : value.replace(/(?<=^keep )\d+(?=s$)/u, (seconds) => durationText(Number(seconds)));
}
function isSameStatement(one, other) {
	return digestOfText(one) === digestOfText(other);
}

// src/commands/binding/file-origin.ts
/** What a run is held against; `null` where there is nothing, or what went by another config file than the run. */
function promisesOfFile(origins, file) {
	const own = file === null ? void 0 : origins.get(file);
	return own?.kind === "pull-request" && own.changedConfig !== null ? null : recordOfFile(origins, file);
}
/** What was approved of a file; `null` where nothing was. */
function recordOfFile(origins, file) {
	const own = file === null ? void 0 : origins.get(file);
	return own?.kind === "pull-request" && own.plan.kind === "record" ? own.plan.record : null;
}
/** Where the row of a file comes from: from the run alone where nobody asked whose file it is. */
function originOf(run, file, origins) {
	if (file === null || origins === null) return run;
	const own = origins.get(file);
	const known = own?.kind === "pull-request" ? own : null;
	return {
		...run,
		pullRequest: known?.pullRequest ?? null,
		reviewers: known?.reviewers ?? null,
		planDigest: recordOfFile(origins, file)?.digest ?? null
	};
}

// src/commands/binding/unshown.ts
/**
* What the plan of its own pull request has not shown as the merge would do it, each with `plan-changed`.
*
* @param statements those that are begun now
* @param orderedFor the pull request whose statements a person has ordered to be run all the same
*/
function refuseUnshown(statements, origins, orderedFor) {
	const all = statements.flatMap((statement) => {
		const { file, line, text } = statement;
		const found = whyUnshown({
			file,
			line,
			statement: text
		}, origins);
		return found === null || found.pullRequest === orderedFor ? [] : [{
			statement,
			...found
		}];
	});
	const which = (isOfConfig) => all.filter((one) => one.isOfConfig === isOfConfig);
	return {
		absent: which(false),
		withConfig: which(true)
	};
}
function whyUnshown(statement, origins) {
	const { file, statement: text } = statement;
	const own = file === null ? void 0 : origins.get(file);
	if (own?.kind !== "pull-request") return null;
	const { pullRequest, changedConfig } = own;
	const order = `Look at the statement, then write /ghostship migrate in a comment of #${pullRequest} to run it`;
	if (changedConfig !== null) {
		const why = `${placeOf(statement)} has come with a change of ${changedConfig} in #${pullRequest}, whose plan went by the file before it.`;
		return {
			pullRequest,
			isOfConfig: true,
			error: new GhostshipError("plan-changed", `${why}\n${text}`, { hint: `${order} by ${changedConfig} as it is now.` })
		};
	}
	const record = recordOfFile(origins, file);
	if (record === null || openIn(record, file, text) !== "absent") return null;
	const where = record.base !== null && record.statements.length + record.open.length === 0 ? `, which was made for a merge into ${record.base}` : "";
	return {
		pullRequest,
		isOfConfig: false,
		error: new GhostshipError("plan-changed", `${placeOf(statement)} is not in the plan of #${pullRequest}${where}, so nothing of it was approved.\n${text}`, { hint: `${order}.` })
	};
}

// src/action/environments-before.ts
/** @param after the option of that name */
function environmentsBefore(environment, after) {
	const own = after.indexOf(environment);
	return own === -1 ? after : after.slice(0, own);
}

// src/action/pull-request-files.ts
async function listChangedFiles({ octokit, owner, repo }, number, options = {}) {
	return (await octokit.paginate(octokit.rest.pulls.listFiles, {
		owner,
		repo,
		pull_number: number,
		per_page: 100,
		...options
	})).map(withShownPaths);
}
/** As a pull request or a comparison lists it, with its paths as they are shown. */
function withShownPaths(file) {
	const { filename, previous_filename: previous } = file;
	return {
		...file,
		filename: shownPath(filename),
		...previous === void 0 ? {} : { previous_filename: shownPath(previous) }
	};
}
/** Paths that there were not before. */
function pathsBrought(changed) {
	return changed.flatMap(({ status, filename }) => [
		"added",
		"renamed",
		"copied"
	].includes(status) ? [filename] : []);
}
/** Paths that there are no more. */
function pathsTakenAway(changed) {
	return changed.flatMap(({ status, filename, previous_filename: previous }) => status === "removed" ? [filename] : status === "renamed" && previous !== void 0 ? [previous] : []);
}
/** The file as it is at a commit, or why it cannot be read. */
async function readRemote(repository, path, ref, maxBytes) {
	if (hidesCharacters(path)) return unshown(path);
	try {
		const text = await readRepositoryFile(repository, path, ref, maxBytes);
		if (text === null) throw new Error(`${path} is not in ${ref}`);
		return {
			path,
			text
		};
	} catch (error) {
		if (error instanceof GhostshipError) return faulty(path, error);
		throw error;
	}
}

// src/action/file-owners.ts
/** The pull requests of so many commits are asked for: a job has 1,000 requests an hour. */
const mostCommits = 100;
/** A file that was moved is looked for in so many commits that have changed it. */
const mostSteps = 10;
/** For all questions together: the migration waits for the answers. */
const patienceMs = 12e4;
/** Which pull request has brought which file. Each is asked for once. */
var FileOwners = class {
	#asking;
	#owners = /* @__PURE__ */ new Map();
	#origins = /* @__PURE__ */ new Map();
	#pulls = /* @__PURE__ */ new Map();
	#files = /* @__PURE__ */ new Map();
	#deadline = null;
	constructor({ repository, writes, runner, config }, more) {
		this.#asking = {
			repository,
			writes,
			sha: runner.sha,
			configPath: config.path,
			...more
		};
	}
	async originsOf(paths) {
		const origins = /* @__PURE__ */ new Map();
		for (const path of paths) {
			const owner = await this.#ownerOf(path);
			if (owner.kind === "trouble") origins.set(path, {
				kind: "unread",
				why: owner.why
			});
			else if (owner.value === null) origins.set(path, { kind: "nobody" });
			else {
				const pull = owner.value;
				const origin = this.#origins.get(pull.number) ?? this.#originOf(pull);
				this.#origins.set(pull.number, origin);
				origins.set(path, await origin);
			}
		}
		return origins;
	}
	/** A file that no pull request has brought, or of which it is not known, has `null`. */
	async ownersOf(paths) {
		const owners = /* @__PURE__ */ new Map();
		for (const path of paths) {
			const owner = await this.#ownerOf(path);
			owners.set(path, owner.kind === "answer" ? owner.value : null);
		}
		return owners;
	}
	/** What the pull request has taken away that has brought a file, or else the commit, and what those that have changed it since. */
	takenWith = async (path) => {
		const taken = /* @__PURE__ */ new Set();
		const commits = await this.#asking.writes.ask(`look for the commits of ${path}`, () => this.#commitsOf(path, mostSteps));
		if (commits.kind === "trouble") return commits;
		for (const commit of commits.value) {
			const asked = await this.#asking.writes.ask(`look what came with ${path}`, () => this.#changedWith(commit));
			if (asked.kind === "trouble") return asked;
			for (const gone of asked.value.takenAway) taken.add(gone);
			if (asked.value.brought.has(path)) return taken;
		}
		return commits.value.length === 0 ? null : taken;
	};
	async #ownerOf(path) {
		const owner = this.#owners.get(path) ?? await this.#find(path);
		this.#owners.set(path, owner);
		return owner;
	}
	async #find(path) {
		const { known, writes } = this.#asking;
		const ofKnown = known === null ? null : await this.#filesOf(known);
		if (ofKnown?.kind === "answer" && ofKnown.value.now.has(path)) return {
			kind: "answer",
			value: known
		};
		if (this.#pulls.size >= mostCommits) return {
			kind: "trouble",
			mayPass: false,
			why: `the files are of more than ${mostCommits} commits, and so many are not asked for`
		};
		if (this.#deadline?.aborted === true) return {
			kind: "trouble",
			why: "GitHub did not answer in time",
			mayPass: true
		};
		return await writes.ask(`look for the pull request of ${path}`, () => this.#findByCommit(path));
	}
	/** Options of a request. */
	get #request() {
		this.#deadline ??= AbortSignal.timeout(patienceMs);
		return { request: { signal: this.#deadline } };
	}
	async #filesOf({ number }) {
		const { writes, repository } = this.#asking;
		const files = async () => {
			return changedBy(await listChangedFiles(repository, number, this.#request));
		};
		const listed = await (this.#files.get(number) ?? writes.ask("list the files of the pull request", files));
		if (listed.kind === "answer") this.#files.set(number, Promise.resolve(listed));
		return listed;
	}
	/** The last commit that changed the file, and the pull request that was merged with it. */
	async #findByCommit(path) {
		const [commit] = await this.#commitsOf(path, 1);
		return commit === void 0 ? null : await this.#pullOnce(commit.sha);
	}
	/** Newest first. */
	async #commitsOf(path, most) {
		const { octokit, owner, repo } = this.#asking.repository;
		const page = {
			path,
			sha: this.#asking.sha,
			per_page: most
		};
		const { data } = await octokit.rest.repos.listCommits({
			owner,
			repo,
			...page,
			...this.#request
		});
		return data;
	}
	async #changedWith({ sha, parents: [parent] }) {
		const pull = await this.#pullOnce(sha);
		const files = pull === null ? null : await this.#filesOf(pull);
		if (files?.kind === "answer") return files.value;
		if (files !== null) throw new Error(files.why);
		const { octokit, owner, repo } = this.#asking.repository;
		const basehead = `${parent?.sha ?? sha}...${sha}`;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
			owner,
			repo,
			basehead,
			...this.#request
		});
		return changedBy((data.files ?? []).map(withShownPaths));
	}
	async #pullOnce(commit) {
		const found = this.#pulls.get(commit) ?? this.#pullOf(commit);
		this.#pulls.set(commit, found);
		return await found;
	}
	async #pullOf(commit) {
		const { octokit, owner, repo } = this.#asking.repository;
		const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
			owner,
			repo,
			commit_sha: commit,
			...this.#request
		});
		const pull = data.find(({ merged_at: mergedAt }) => mergedAt !== null);
		return pull === void 0 ? null : {
			number: pull.number,
			headSha: pull.head.sha,
			baseBranch: pull.base.ref
		};
	}
	async #originOf(pull) {
		const { writes, planOf, configPath } = this.#asking;
		const reviewers = await writes.attempt("read the reviews", () => this.#reviewersOf(pull));
		const asked = await writes.ask("read the plan that was approved", () => planOf(pull, this.#request));
		const files = await this.#filesOf(pull);
		const trouble = [asked, files].find((answer) => answer.kind === "trouble");
		const unread = {
			kind: "unread",
			why: trouble?.why ?? ""
		};
		const plan = trouble === void 0 && asked.kind === "answer" ? asked.value : unread;
		const changedConfig = files.kind === "answer" && files.value.all.has(configPath) ? configPath : null;
		return {
			kind: "pull-request",
			pullRequest: pull.number,
			reviewers: reviewers || null,
			plan,
			changedConfig
		};
	}
	/** Those whose last word was an approval. */
	async #reviewersOf({ number }) {
		const { octokit, owner, repo } = this.#asking.repository;
		const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
			owner,
			repo,
			pull_number: number,
			per_page: 100,
			...this.#request
		});
		const last = /* @__PURE__ */ new Map();
		for (const { user, state } of reviews) if (user !== null && state !== "COMMENTED") last.set(user.login, state);
		return [...last].flatMap(([login, state]) => state === "APPROVED" ? [login] : []).join(",");
	}
};
function changedBy(changed) {
	const now = changed.map(({ filename }) => filename);
	const before = changed.flatMap(({ previous_filename: previous }) => previous === void 0 ? [] : [previous]);
	return {
		now: new Set(now),
		all: /* @__PURE__ */ new Set([...now, ...before]),
		brought: new Set(pathsBrought(changed)),
		takenAway: new Set(pathsTakenAway(changed))
	};
}

// src/action/kept-plan.ts
const opening = "<!-- ghostship plan ";
const closing = " -->";
/** GitHub takes 65,535 characters. */
const longestRecord = 6e4;
/** The text of a check run, unseen by readers; `null` for a plan that is too long. */
function keptText(record) {
	const written = writeRecord(record, longestRecord);
	return written === null ? null : opening + written + closing;
}
/**
* Reads the plan of a pull request.
*
* @param check of this run: it tells which app the run is, and so whose plans count. Where there is none, the app is known that
*   alone has written plans of the commit.
*/
function planReader({ repository, settings }, check) {
	const appId = check?.appId ?? null;
	const environment = targetName(settings.values);
	return async ({ headSha, baseBranch: base }, options) => await readKeptPlan(repository, headSha, {
		appId,
		database: settings.home,
		environment,
		base
	}, options);
}
/** The newest plan of a commit. */
async function readKeptPlan(repository, commit, { appId, database, environment, base }, options) {
	const name = checkName("plan", environment);
	const own = (await checkRunsOn(repository, commit, {
		check_name: name,
		...options
	})).filter(({ app }) => appId === null || app?.id === appId);
	const ended = own.filter(({ status }) => status === "completed").toSorted((one, other) => other.id - one.id);
	const kept = ended.flatMap(({ app, output: { text } }) => {
		const record = recordIn(text ?? "");
		return record === null ? [] : [{
			app: app?.id ?? null,
			record
		}];
	});
	if (new Set(kept.map(({ app }) => app)).size > 1) return {
		kind: "unread",
		why: `several apps have written ${name}, and without a check run of its own this run does not know which of them it is`
	};
	const all = kept.map(({ record }) => record);
	const records = all.filter((record) => record.base === null || record.base === base);
	const record = records.find((one) => one.database === database) ?? records.find((one) => one.server !== null) ?? records[0];
	if (record !== void 0) return {
		kind: "record",
		record: withOthers(record, records)
	};
	const [elsewhere] = all;
	if (elsewhere !== void 0) return {
		kind: "record",
		record: {
			...elsewhere,
			statements: [],
			open: []
		}
	};
	if (own.length > ended.length) return {
		kind: "none",
		why: "has a plan of its last commit that has not ended yet"
	};
	return ended.length === 0 ? {
		kind: "none",
		why: await whyAbsent(repository, commit, {
			name,
			appId
		}, options)
	} : {
		kind: "none",
		why: "has a plan of its last commit that has kept nothing: it is too long, or was stopped"
	};
}
/** Several jobs may plan the same commit, each its own files. Of each file the newest plan counts that lists it. */
function withOthers(newest, records) {
	const isSame = ({ database, server }) => database === newest.database && server === newest.server;
	const all = [newest, ...records.filter((record) => record !== newest && isSame(record))];
	const listing = /* @__PURE__ */ new Map();
	for (const record of all) for (const { file } of [...record.statements, ...record.open]) if (!listing.has(file)) listing.set(file, record);
	return {
		...newest,
		statements: all.flatMap((record) => record.statements.filter(({ file }) => listing.get(file) === record)),
		open: all.flatMap((record) => record.open.filter(({ file }) => listing.get(file) === record))
	};
}
/** Plan and run may name another environment by mistake. */
async function whyAbsent(repository, commit, { name, appId }, options) {
	const others = (await checkRunsOn(repository, commit, {
		status: "completed",
		...options
	})).filter((check) => check.name !== name && (appId === null || check.app?.id === appId)).filter(({ output }) => recordIn(output.text ?? "") !== null).map((check) => check.name);
	if (others.length === 0) return "has no plan of its last commit";
	return `has no ${name} of its last commit, only ${enumerate([...new Set(others)])}: the job of the plan names another environment`;
}
/** What a check run keeps in its text; `null` where it is none. */
function recordIn(text) {
	if (!text.startsWith(opening)) return null;
	return readRecord(text.slice(20, text.indexOf(closing)));
}

export { commentVerbs as C, refuseStrangers as E, commandHelp as S, permissionFor as T, howToProceed as _, listChangedFiles as a, recordOf as b, readRemote as c, whyUnshown as d, originOf as f, isSameStatement as g, brokenPromises as h, FileOwners as i, environmentsBefore as l, recordOfFile as m, planReader as n, pathsBrought as o, promisesOfFile as p, recordIn as r, pathsTakenAway as s, keptText as t, refuseUnshown as u, openIn as v, isPermitted as w, inComments as x, promisedIn as y };