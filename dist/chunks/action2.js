import { r as __name } from "./rolldown-runtime.js";
import { n as findMigrations } from "./engine/run/control.js";
import { t as connect } from "./mysql/session.js";
import { t as groupBy } from "./support/group-by.js";
import { t as Ledger } from "./commands/ledger/ledger.js";
import { n as tablesMeant, t as databasesOf } from "./commands/ledger/places.js";
import { r as requireTarget } from "./commands/options/settings.js";
import { _ as howToProceed, f as originOf, g as isSameStatement, h as brokenPromises, i as FileOwners, l as environmentsBefore, m as recordOfFile, n as planReader, p as promisesOfFile, r as recordIn, u as refuseUnshown, v as openIn, w as isPermitted, x as inComments, y as promisedIn } from "./action.js";
import { t as code } from "./support/code-span.js";
import { a as singleStatement, i as placeOf, n as filesOf, r as labelOf, s as typedPath } from "./commands/statements/file-statement.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "./support/errors.js";
import { r as inspectTable, s as withoutCounter } from "./mysql/inspect-table.js";
import { n as PlannedRun } from "./commands/plan/staging.js";
import { t as qualify } from "./commands/statements/task.js";
import { t as _usingCtx } from "./usingCtx.js";
import { n as findOwner, t as ownerText } from "./report/owner-text.js";
import { t as noteTold } from "./commands/ledger/untold-ends.js";
import { a as isRevert, i as isDone, r as isBegun } from "./commands/migrate/run-outcome.js";
import { n as planOnce, r as foresee, t as migrateSource } from "./commands/migrate/migrate-source.js";
import { o as parseFile, r as isThereIn } from "./sql2.js";
import { n as commentPage, s as jobSummaryPage, t as checkRunPage } from "./report/fit.js";
import { a as firstLine, l as prose, o as link, r as details, s as message, t as alert, u as table } from "./report/markdown.js";
import { r as outcomeMarkdown } from "./report/outcome-markdown.js";
import { n as migrationText, r as runErrorTexts, t as errorText } from "./report/outcome-text.js";
import { i as whatFollows, n as isInTurn, r as outcomeVerdict } from "./report/outcome-verdict.js";
import { t as clip } from "./report/clip.js";
import { i as formatNumberOf, n as formatCount, r as formatDuration } from "./report/quantity.js";
import { _ as stateWords, g as stateIcons, p as enumerate } from "./report/words.js";
import { r as sleep, t as nowMs } from "./support/clock.js";
import { r as shortName } from "./action/git-ref.js";
import { t as Patience } from "./action/patience.js";
import { t as readRepositoryFile } from "./action/repository-file.js";
import { a as checkRunsOn, n as checkName, t as CheckRun } from "./action/check-run.js";
import { a as closeGate, i as closeLeftOpen, n as tellOrphaned, o as postGate, r as partOrphans, t as findOrphaned } from "./action/tell-orphaned.js";
import { a as notice, n as fail, r as log, u as warn } from "./action/core.js";
import { t as status } from "./commands/control/status.js";
import { n as orphanedText } from "./report/orphan-text.js";
import { a as statusOf, t as githubTrouble } from "./action/github-trouble.js";
import { t as summarize } from "./action/job-summary.js";
import { n as publishOutcome, t as publish } from "./action/outputs.js";
import { i as postOnce, n as notePlan, t as keepNote } from "./action/plan-note.js";
import { t as targetName } from "./action/target-name.js";
import { a as hasAll, i as findWaiting, n as findReverted, o as isCopied, r as findUntold } from "./action/waiting-work.js";
import { t as filesOfCheckout } from "./action/files-of-checkout.js";
import { n as getPullRequest, t as findPullRequest } from "./action/find-pull-request.js";
import { b as webhookOf, y as notify } from "./lint.js";
import { r as gateText } from "./report/gate-markdown.js";
import { t as writeReport } from "./action/run-report.js";
import { t as linksTo } from "./action/runner-environment.js";
import { i as notDueText, n as openRunLog, r as eventLine, t as RunRecord } from "./report/run-record/run-record.js";
import { r as inComment, t as commandWord } from "./support/command-words.js";
import { c as selectForeignKeys } from "./sql/inspect.js";
import { t as referencesOf } from "./sql/parser/references.js";
import { i as newNames } from "./sql/parser/shipped-verbs.js";
import { a as sectionsIn, i as marker, t as findOwnComment } from "./action/sticky-comment.js";
import { n as blockerText } from "./engine/cutover/blockers.js";
import { n as progressLine, t as copiedPercent } from "./report/progress-line.js";
import { n as holdText } from "./report/hold-text.js";

// src/action/herald.ts
/** Longer than GitHub needs. The migration does not wait for it, the end of the run does. */
const longestWaitMs = 3e4;
/**
* Tells people what they must hear of while a migration runs: that it waits for them. The migration never waits for the telling.
*/
var Herald = class {
	#run;
	#pullRequest;
	#owners;
	/** One message after the other: the end of a gate must follow its beginning. */
	#telling = Promise.resolve();
	#current = null;
	#hasWaited = false;
	/**
	* @param pullRequest of the run: it hears of statements whose own pull request is not known
	* @param owners tells whose the files are; `null` where all belong to the run
	*/
	constructor(run, pullRequest, owners) {
		this.#owners = owners;
		this.#run = run;
		this.#pullRequest = pullRequest;
	}
	observe(event) {
		if (event.type === "resumed") return this.#closeGate(event.swap.outcome);
		if (event.type === "started") {
			this.#current = event;
			this.#hasWaited = false;
		}
		const current = this.#current;
		if (current === null) return;
		if (event.type === "finished") return this.#leaveGate(current, event.outcome);
		if (event.type !== "engine" || event.event.type !== "state" || event.event.state !== "waiting_for_cutover") return;
		this.#hasWaited = true;
		this.#tell(() => this.#tellGate(current));
	}
	async [Symbol.asyncDispose]() {
		const told = new AbortController();
		const telling = this.#telling.finally(() => told.abort());
		await Promise.race([telling, sleep(longestWaitMs, told.signal).catch(() => void 0)]);
	}
	#tell(say) {
		this.#telling = this.#telling.then(say);
	}
	/** An earlier run may have told of the gate. */
	#leaveGate({ statement: { file }, table }, outcome) {
		const { state } = outcome;
		this.#current = null;
		if (this.#hasWaited && !isBegun(outcome)) return this.#closeGate({
			file,
			table,
			state: "nothing-kept"
		});
		const mayHaveWaited = state !== "failed" && this.#run.settings.valuesFor(file, table).cutover === "wait";
		if (this.#hasWaited || mayHaveWaited) this.#closeGate({
			file,
			table,
			state
		});
	}
	#closeGate({ file, table, state }) {
		if (state === "yielded") return;
		this.#tell(async () => {
			const pullRequest = await this.#pullOf(file);
			if (pullRequest !== null) await closeGate(this.#run, pullRequest, table, state);
		});
	}
	async #tellGate({ statement: { file, text }, table }) {
		const { settings, runner } = this.#run;
		const values = settings.valuesFor(file, table);
		const gate = {
			table,
			isRevert: isRevert({ statement: text }),
			statement: text,
			actor: runner.actor,
			lockBudgetMs: values["lock-budget"],
			retired: values.retired.kind,
			yields: values.gate === "yield",
			reviewers: values["notify-reviewers"],
			actionsUrl: `${runner.repositoryUrl}/actions`,
			runUrl: runner.runUrl
		};
		const pullRequest = await this.#pullOf(file);
		await Promise.all([pullRequest === null ? null : postGate(this.#run, pullRequest, gate), tellWebhook(this.#run, gateText(gate), pullRequest)]);
	}
	async #pullOf(file) {
		return (file === null ? void 0 : await this.#owners?.ownersOf([file]))?.get(file ?? "")?.number ?? this.#pullRequest();
	}
};
/** Tells the webhook of the option notify, where there is one. It is tried once, and nothing depends on it. */
async function tellWebhook({ settings, runner }, text, pullRequest) {
	const given = settings.values.notify;
	if (given === null) return;
	const url = webhookOf(given);
	const place = pullRequest === null ? runner.runUrl : `${runner.repositoryUrl}/pull/${pullRequest}`;
	const complaint = url === null ? "The webhook of notify is not known: the environment variable it names is not set, or is no address." : await notify(url, `Ghostship: ${text} ${place}`);
	if (complaint !== null) warn(complaint);
}

// src/action/live-check-run.ts
/** As often as anybody looks. */
const shortestPauseMs = 5e3;
/** A migration of days must leave the token's 1,000 requests an hour to others. */
const longestPauseMs = 6e4;
/**
* Keeps a check run up to date while a migration runs. The migration never waits for it: when GitHub is slow or down, only the
* updates are late.
*/
var LiveCheckRun = class {
	#check;
	#look;
	#annotated = 0;
	/** An update that failed may have arrived: its answer may be what was lost. */
	#isUnsure = false;
	#closing = new AbortController();
	#updating;
	constructor(check, look) {
		this.#check = check;
		this.#look = look;
		this.#updating = this.#keepUpdating();
	}
	/** How many of the annotations GitHub has; the others are to be sent with the end. */
	async countAnnotated() {
		if (!this.#isUnsure) return this.#annotated;
		return await this.#check.countAnnotations().catch(() => this.#annotated);
	}
	/** After this nothing is sent any more. */
	async [Symbol.asyncDispose]() {
		this.#closing.abort();
		await this.#updating;
	}
	async #keepUpdating() {
		const { signal } = this.#closing;
		const startedAt = nowMs();
		let sent = "";
		let failures = 0;
		while (!signal.aborted) {
			const look = this.#look();
			const text = JSON.stringify(look);
			if (text !== sent) {
				const arrived = await this.#send(look).then(() => true, () => false);
				failures = arrived ? 0 : failures + 1;
				if (arrived) sent = text;
			}
			await sleep(pauseMs(nowMs() - startedAt, failures), signal).catch(() => void 0);
		}
	}
	async #send({ output, annotations }) {
		if (this.#isUnsure) this.#annotated = await this.#check.countAnnotations();
		this.#isUnsure = true;
		this.#annotated += await this.#check.update(output, annotations.slice(this.#annotated));
		this.#isUnsure = false;
	}
};
/** The longer a migration runs, the slower its progress changes. */
function pauseMs(elapsedMs, failures) {
	const wanted = Math.max(shortestPauseMs, elapsedMs / 20) * 2 ** failures;
	return Math.min(longestPauseMs, wanted);
}

// src/commands/binding/nothing-approved.ts
/**
* What is run without a look at what was approved, because there is nothing to look at.
*
* @param statements those that are begun now
*/
function nothingApproved(statements, origins) {
	return [...filesWithoutPlan(statements, origins), ...statementsWithoutPlan(statements, origins)];
}
/**
* Where a plan may be and cannot be read, its first statement is refused with `plan-not-readable`: one of each plan says it.
*
* @param statements those that are begun now
*/
function refuseUnread(statements, origins) {
	const unread = statements.flatMap((statement) => {
		const own = origins.get(statement.file ?? "");
		const whose = own?.kind === "pull-request" ? `the plan of #${own.pullRequest}` : "the pull request that brings it";
		const why = own?.kind === "pull-request" && own.plan.kind === "unread" ? own.plan.why : null;
		const reason = own?.kind === "unread" ? own.why : why;
		return reason === null ? [] : [{
			statement,
			words: `${whose} could not be read: ${reason}.`
		}];
	});
	return [...groupBy(unread, ({ words }) => words)].flatMap(([words, [first, ...others]]) => first === void 0 ? [] : [{
		statement: first.statement,
		error: unreadable(words, [first, ...others].map(({ statement }) => statement))
	}]);
}
function unreadable(words, statements) {
	return new GhostshipError("plan-not-readable", `What was approved of ${places(statements)} is not known: ${words}`, { hint: `Run it again when GitHub answers, and give the job the permissions checks: write and pull-requests: write. To run it without a look at the plan, ${howToProceed}` });
}
function filesWithoutPlan(statements, origins) {
	return filesOf(statements).flatMap((file) => {
		const own = origins.get(file);
		const why = own?.kind === "pull-request" ? own.plan.kind === "none" ? `#${own.pullRequest} ${own.plan.why}` : null : own?.kind === "unread" ? null : "No pull request was found that brings it";
		const message = `${file} is run without a look at what was approved. ${why}.`;
		return why === null ? [] : [{
			files: [file],
			message
		}];
	});
}
/** Those that a plan shows without an answer; what is said of many alike is said once. */
function statementsWithoutPlan(statements, origins) {
	const found = statements.flatMap((statement) => {
		const own = origins.get(statement.file ?? "");
		const record = recordOfFile(origins, statement.file);
		if (record === null || own?.kind !== "pull-request") return [];
		const open = openIn(record, statement.file, statement.text);
		if (open === "promised" || open === "absent") return [];
		const plan = `the plan of #${own.pullRequest}`;
		return [{
			statement,
			words: {
				refused: `In ${plan} this was refused, so nothing of it was approved`,
				untried: `In ${plan} this was not tried, so nothing of it was approved`
			}[open]
		}];
	});
	return [...groupBy(found, ({ words }) => words)].map(([words, alike]) => {
		const own = alike.map(({ statement }) => statement);
		return {
			files: filesOf(own),
			message: `${words}: ${places(own)}.`
		};
	});
}
/** As many are named. */
const mostPlaces = 5;
function places(statements) {
	const named = statements.slice(0, mostPlaces).map(placeOf).join(", ");
	const more = statements.length - mostPlaces;
	return more > 0 ? `${named} and ${more} more` : named;
}

// src/commands/binding/table-now.ts
/** @param pending in the order of the run */
function lookUpOn(target, session, pending) {
	const first = firstOnTheirTables(pending);
	return async ({ file, line, statement: text }) => {
		const statement = first.find((one) => one.file === file && one.line === line && one.text === text);
		if (statement === void 0 || statement.task === null) return { kind: "unknown" };
		const found = await inspectTable(session, qualify(statement.task.table, target.database));
		if (found === null) return { kind: "gone" };
		return found.kind === "table" ? {
			kind: "there",
			definition: withoutCounter(found.createStatement)
		} : { kind: "unknown" };
	};
}
function firstOnTheirTables(pending) {
	const run = new PlannedRun(pending, null);
	return pending.filter((statement) => {
		const isFirst = !run.follows(statement);
		run.passed(statement);
		return isFirst;
	});
}

// src/commands/binding/bind-plans.ts
/**
* Holds what is to be run against the plans that were approved. What has no plan is run, and that is told. What has one that
* cannot be read is not run.
*/
function bindPlans({ settings, origin, planNow }, { originsOf, refusalOf, orderedFor }) {
	return async (pending, observe, signal) => {
		const origins = await originsOf(filesOf(pending));
		const { broken, begun, server } = await findBroken(pending, origins, planNow, settings, signal);
		const fresh = pending.filter((statement) => !begun.includes(statement));
		for (const one of [...nothingApproved(fresh, origins), ...ofOtherServers(origins, server)]) observe({
			type: "not-compared",
			...one
		});
		const unshown = refuseUnshown(fresh, origins, orderedFor);
		const refused = [
			...refuseUnread(fresh, origins),
			...unshown.absent,
			...broken
		];
		const proceeds = settings.values["on-plan-change"] === "proceed";
		for (const { statement, error } of proceeds ? refused : []) observe({
			type: "not-compared",
			files: filesOf([statement]),
			message: `${error.message}\nIt is run all the same, because on-plan-change says so.`
		});
		return {
			refused: [
				...await refusedOf(fresh, origins, refusalOf),
				...unshown.withConfig,
				...proceeds ? [] : refused
			],
			begun,
			originOf: (file) => originOf(origin, file, origins),
			mustCopy: ({ file, text }) => !proceeds && mustCopy(promisesOfFile(origins, file), file, text, server)
		};
	};
}
/** Where all that was promised is a copy. What is planned on another version of the server knows other ways. */
function mustCopy(record, file, text, server) {
	if (record === null || record.server !== server) return false;
	const promised = promisedIn(record, file, text);
	return promised.length > 0 && promised.every(({ ways }) => ways.every((way) => way === "copy"));
}
async function refusedOf(fresh, origins, refusalOf) {
	const refused = [];
	for (const statement of fresh) {
		const { file } = statement;
		const error = file === null ? null : await refusalOf(file, origins.get(file));
		if (error !== null) refused.push({
			statement,
			error
		});
	}
	return refused;
}
async function findBroken(pending, origins, planNow, settings, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		const target = requireTarget(settings);
		const session = _usingCtx$3.a(await connect(target, "looking for migrations that were begun"));
		const texts = await begunStatements(target, session, settings);
		const begun = pending.filter((one) => texts.some((text) => isSameStatement(text, one.text)));
		if (!pending.some(({ file }) => (promisesOfFile(origins, file)?.statements.length ?? 0) > 0)) return {
			broken: [],
			begun,
			server: null
		};
		const now = await planNow(signal);
		return {
			broken: [...await brokenPromises({
				planned: now.statements,
				server: now.server,
				settings,
				recordOf: (file) => promisesOfFile(origins, file),
				isBegun: ({ statement }) => texts.some((text) => isSameStatement(text, statement)),
				lookUp: lookUpOn(target, session, pending)
			})].flatMap(([{ file, line, statement: text }, error]) => {
				const statement = pending.find((one) => one.file === file && one.line === line && one.text === text);
				if (statement === void 0) return [];
				return [{
					statement,
					error,
					...begun.includes(statement) ? { isBegun: true } : {}
				}];
			}),
			begun,
			server: now.server
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** Each pull request once. */
function ofOtherServers(origins, server) {
	const elsewhere = [...origins].flatMap(([file, own]) => own.kind === "pull-request" && own.plan.kind === "record" ? [{
		file,
		pullRequest: own.pullRequest,
		plannedOn: own.plan.record.server
	}] : []).filter(({ plannedOn }) => ![plannedOn, server].includes(null) && plannedOn !== server);
	return [...groupBy(elsewhere, ({ pullRequest }) => pullRequest)].map(([pullRequest, own]) => ({
		files: own.map(({ file }) => file),
		message: `#${pullRequest} was planned on ${own[0].plannedOn}, and this is ${server}. Only its options were compared with what was approved.`
	}));
}
/** Their tables have a changelog: a run is at work, or has left a checkpoint. */
async function begunStatements(target, session, settings) {
	const ledger = new Ledger(target);
	const databases = databasesOf(target, settings, await ledger.labels(session));
	return (await findMigrations(session, databases)).map(({ migration }) => migration.statement);
}

// src/report/run-timeline.ts
const columns = [{
	title: "After",
	align: "right"
}, {
	title: "What happened",
	align: "left"
}];
/** More than anybody reads; the page with charts has the rest. */
const maxRows = 60;
/** What each statement of a run went through, folded up; empty where none was begun. */
function runTimeline({ statements }) {
	return statements.map(timelineOf).join("\n\n");
}
function timelineOf(record) {
	const moments = [
		...record.phases.all.map(({ state, fromMs }) => ({
			atMs: fromMs,
			text: stateWords[state]
		})),
		...record.attempts.all.map(({ number, atMs, failure }) => ({
			atMs,
			text: failure === null ? `cutover attempt ${number} succeeded` : `cutover attempt ${number} was undone: ${failure}`
		})),
		...record.holds.all.map(({ reason, fromMs, toMs, lockedBy }) => ({
			atMs: fromMs,
			text: `held by ${reason}${lockedBy === null ? "" : ` (${lockedBy})`} for ${formatDuration(toMs - fromMs)}`
		})),
		...record.notices.all.map(({ atMs, message }) => ({
			atMs,
			text: message
		})),
		{
			atMs: record.tookMs,
			text: "ended"
		}
	].toSorted((one, other) => one.atMs - other.atMs);
	const rest = moments.length - maxRows;
	const rows = moments.slice(0, maxRows).map(({ atMs, text }) => [formatDuration(atMs), prose(text)]);
	const title = `Timeline of ${clip(record.text, 80)}`;
	return details(title, table(columns, rest > 0 ? [...rows, ["", `and ${code(String(rest))} more`]] : rows));
}

// src/action/approval.ts
/**
* For what a run brings itself, before it reads anything.
*
* @param number of the pull request; `null` where none is known
* @throws GhostshipError `usage` where nobody has approved
*/
async function refuseUnapproved(repository, number) {
	if (number === null) throw new GhostshipError("usage", "No pull request is known for this commit, and require-approval is set.", { hint: "Take the files out of the branch, and bring them in a pull request that is approved. Where a pull request was merged after all, write /ghostship migrate in a comment of it." });
	const refusal = await lackOfApproval(repository, number);
	if (refusal !== null) throw refusal;
}
/** For each file that is due: what was merged before, and was refused then, must not be run with what is merged after it. */
function approvalOfFiles(repository) {
	const asked = /* @__PURE__ */ new Map();
	return async (file, own) => {
		if (own?.kind !== "pull-request") return unknownOrigin(file, own);
		const answer = asked.get(own.pullRequest) ?? lackOfApproval(repository, own.pullRequest);
		asked.set(own.pullRequest, answer);
		return await answer;
	};
}
function unknownOrigin(file, own) {
	const why = own?.kind === "unread" ? `It is not known which pull request has brought ${file} (${own.why})` : `No pull request has brought ${file}`;
	return new GhostshipError("usage", `${why}, and require-approval is set.`, { hint: "Take it out of the branch, and bring it in a pull request that is approved. Where it was applied long ago, mark it with `ghostship baseline`." });
}
async function lackOfApproval(repository, number) {
	const { octokit, owner, repo } = repository;
	const { data: pull } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const [author, headSha] = [pull.user.login, pull.head.sha];
	const reviews = await octokit.paginate(octokit.rest.pulls.listReviews, {
		owner,
		repo,
		pull_number: number,
		per_page: 100
	});
	const lastWords = new Map(reviews.filter(({ state }) => state !== "COMMENTED" && state !== "PENDING").map((one) => [one.user?.login ?? "", one]));
	const short = [];
	for (const [login, { state, commit_id: commit }] of lastWords) {
		if (state !== "APPROVED") continue;
		if (login === author) short.push(`${login} is its author.`);
		else if (commit !== headSha) short.push(`${login} has approved an older commit, ${(commit ?? "").slice(0, 7)}.`);
		else if (await isPermitted(repository, login, "write")) return null;
		else short.push(`${login} has approved it, and may not push.`);
	}
	const what = `Commit ${headSha.slice(0, 7)} of pull request #${number} is not approved, and require-approval is set.`;
	return new GhostshipError("usage", [what, ...short].join(" "), { hint: `Let somebody who may push, and is not the author, approve the newest commit of #${number}. Then write /ghostship migrate in a comment of it.` });
}

// src/action/branch-now.ts
/** For one question: the migration waits for the answer. */
const patienceMs = 12e4;
/** GitHub answers a job's token a thousand questions an hour, and a run may have hundreds of statements that take no time. */
const sameForMs = 5e3;
/**
* What has become of files on the branch since the run was set off. It may have waited in a queue or at a gate, or somebody has run
* an old one again.
*
* @param files as the checkout has them
* @returns asks GitHub. Where it does not answer nothing is begun: what was taken back cannot be put back by a later run.
*/
function filesOfBranchNow(run, files) {
	const { repository, event, runner, writes } = run;
	const ref = refOf$1(event);
	if (ref === null) return void 0;
	const branch = shortName(ref);
	const own = event.kind === "other" && event.name === "workflow_run" ? null : runner.sha;
	const texts = new Map(files.map((file) => [file.path, "text" in file ? file.text : null]));
	let sameUntilMs = 0;
	const look = async (paths) => {
		const gone = /* @__PURE__ */ new Map();
		const tip = await tipOf(repository, branch);
		sameUntilMs = tip === own ? nowMs() + sameForMs : 0;
		if (tip === own) return gone;
		for (const path of paths) {
			const local = texts.get(path) ?? null;
			const why = await whatBecame(repository, path, {
				branch,
				tip,
				own,
				local
			});
			if (why !== null) gone.set(path, why);
		}
		return gone;
	};
	return async (paths, how) => {
		if (how === "as known" && nowMs() < sameUntilMs) return /* @__PURE__ */ new Map();
		const answer = await writes.ask(`ask what ${branch} has now`, () => new Patience(patienceMs).wait(() => look(paths)));
		if (answer.kind === "answer") return answer.value;
		throw new GhostshipError("plan-not-readable", `What ${branch} has now is not known: ${answer.why}.`, { hint: "A file that was taken back meanwhile must not be run. Run it again when GitHub answers, and give the job the permission contents: read." });
	};
}
/** What was merged, and into which branch. */
function refOf$1(event) {
	switch (event.kind) {
		case "pull-request": return event.base;
		case "push":
		case "other": return event.ref;
		case "merge-group":
		case "comment":
		case "irrelevant": return null;
	}
}
__name(refOf$1, "refOf");
async function tipOf({ octokit, owner, repo }, branch) {
	const { data } = await octokit.rest.repos.listCommits({
		owner,
		repo,
		sha: branch,
		per_page: 1
	});
	const [commit] = data;
	if (commit === void 0) throw new Error(`${branch} has no commit`);
	return commit.sha;
}
/** A checkout may hold what no commit has, or in another encoding. So two commits are compared where it differs from the newest. */
async function whatBecame(repository, path, { branch, tip, own, local }) {
	const now = await textAt(repository, path, tip);
	if (now !== null && now === local) return null;
	const then = own === null ? null : await textAt(repository, path, own);
	if (now === null) return then !== null || await wasEverThere(repository, path, tip) ? `${branch} does not have ${path} any more` : null;
	if (now === then) return null;
	return `${branch} has another ${path} by now`;
}
/** What cannot be read is the same as long as it cannot be read for the same reason. */
async function textAt(repository, path, commit) {
	return await readRepositoryFile(repository, path, commit).catch((error) => {
		if (error instanceof GhostshipError) return error.message;
		throw error;
	});
}
/** What an earlier step of the job writes, or what lies beside the checkout, no commit has. */
async function wasEverThere({ octokit, owner, repo }, path, commit) {
	const { data } = await octokit.rest.repos.listCommits({
		owner,
		repo,
		path,
		sha: commit,
		per_page: 1
	});
	return data.length > 0;
}

// src/action/reverted-statements.ts
/** A statement of the same words would count as this one, moved. */
const whatNext = "Delete the file; what is still wanted goes into a new one, in other words. To ship it all the same, take after out of the config file.";
/** A run looks at so many commits: each costs a request or two. */
const mostCommits = 50;
const mark = /<!-- ghostship reverted (\[.*?\]) -->/u;
function revertedPlaces(reverted) {
	return enumerate(reverted.map(({ file, ordinal }) => `statement ${ordinal} of ${file}`));
}
/** What a check run shows, and those that read it, where statements on its commit are reverted. */
function revertedOutput({ title, summary }, environment, reverted) {
	const are = reverted.length === 1 ? "is" : "are";
	return {
		title,
		summary: `${prose(`${revertedPlaces(reverted)} ${are} reverted in ${environment}. Environments that come after it wait. ${whatNext}`)}\n\n${summary}`,
		text: `<!-- ghostship reverted ${JSON.stringify(reverted).replaceAll(">", "\\u003e")} -->`
	};
}
/** @param text of a check run that ended neutral */
function readReverted(text) {
	const [, json] = mark.exec(text ?? "") ?? [];
	return json === void 0 ? [] : JSON.parse(json);
}
/** The environment of this run, if others come after it. */
function awaitedEnvironment({ environment, after }) {
	return environment !== null && after.includes(environment) ? environment : null;
}
/** Says on each commit that was shipped with a statement that it is reverted now. */
async function tellCommits(run, reverted, commit) {
	const { settings, repository, runner, writes } = run;
	const environment = awaitedEnvironment(settings.values);
	if (environment === null) return;
	const name = checkName("migrate", targetName(settings.values));
	await writes.attempt("say on the commits that what they have is reverted", async () => {
		for (const sha of await commitsSince(run, commit)) {
			const [newest] = (await checkRunsOn(repository, sha, { check_name: name })).toSorted((one, other) => other.id - one.id);
			const before = readReverted(newest?.output.text ?? null);
			if (newest === void 0 || newest.conclusion !== "success" && before.length === 0) continue;
			const all = [...before.filter((one) => revertedPlaces([one]) !== revertedPlaces([reverted])), reverted];
			const check = await CheckRun.open(repository, name, sha, `${runner.stepKey}/reverted`, runner.runUrl);
			const title = `Reverted: ${revertedPlaces(all)}`;
			await check.finish("neutral", revertedOutput({
				title,
				summary: ""
			}, environment, all));
		}
	});
}
/** The commit itself, and the newest of those that follow it. */
async function commitsSince({ repository, runner }, commit) {
	const { octokit, owner, repo } = repository;
	const asked = {
		owner,
		repo,
		sha: runner.sha,
		per_page: mostCommits
	};
	const newest = (await octokit.rest.repos.listCommits(asked)).data.map(({ sha }) => sha);
	const own = newest.indexOf(commit);
	return [commit, ...own === -1 ? newest : newest.slice(0, own)];
}

// src/action/environments-ahead.ts
/**
* A reverted statement does not hold back an environment that has it already.
*
* @throws GhostshipError `usage` where GitHub does not tell, or the run does not say which environment it is for
*/
async function environmentsAhead({ settings, repository, runner }) {
	const { environment, after, namespace } = settings.values;
	if (after.length === 0) return [];
	if (environment === null) throw new GhostshipError("usage", `The config file has after: ${after.join(", ")}, and this run has no environment.`, { hint: "Give the input environment, so that it is known who comes first." });
	const ahead = [];
	for (const name of environmentsBefore(environment, after)) {
		const said = await newestOf(repository, checkName("migrate", targetName({
			environment: name,
			namespace
		})), runner.sha).catch((error) => {
			throw new GhostshipError("usage", `Whether ${name} has shipped commit ${runner.sha} is not known, so ${environment} waits: ${githubTrouble(error)}.`, {
				hint: "Give the job the permission checks: write, or run it again later.",
				cause: error
			});
		});
		if (said?.conclusion === "success") continue;
		const reverted = readReverted(said?.text ?? null);
		const files = reverted.map(({ file }) => ({ path: file }));
		if (reverted.length === 0 || !await hasAll(settings, files)) ahead.push({
			name,
			reverted
		});
	}
	return ahead;
}
/** What the newest run of an environment says counts: one that is under way may run more than the one before. */
async function newestOf({ octokit, owner, repo }, check, sha) {
	const [newest] = (await octokit.paginate(octokit.rest.checks.listForRef, {
		owner,
		repo,
		ref: sha,
		check_name: check,
		filter: "all",
		per_page: 100
	})).toSorted((one, other) => other.id - one.id);
	return newest === void 0 ? null : {
		conclusion: newest.conclusion,
		text: newest.output.text
	};
}
function whyAhead({ name, reverted }, sha, namespace) {
	if (reverted.length > 0) return `${name} has reverted ${revertedPlaces(reverted)}, which this run would ship. ${whatNext}`;
	const check = checkName("migrate", targetName({
		environment: name,
		namespace
	}));
	return `On commit ${sha.slice(0, 7)} there is no success of ${check}. Run this job again when there is.`;
}
/** Tells which environments must ship first. The run succeeds. */
async function tellNotYet(run, ahead, { sha, pullRequest }) {
	const { settings, repository, runner, writes } = run;
	const { namespace } = settings.values;
	const title = `Not yet: ${enumerate(ahead.map(({ name }) => name))} ${ahead.length === 1 ? "comes" : "come"} first`;
	const text = ["Nothing was run.", ...ahead.map((one) => whyAhead(one, runner.sha, namespace))].join(" ");
	publish({
		state: "queued",
		"table-state": "unchanged"
	});
	notice(`${title}. ${text}`);
	const markdown = `**${prose(title)}.** ${prose(text)}`;
	await summarize(markdown, writes);
	const name = checkName("migrate", targetName(settings.values));
	await writes.attempt("write a check run", async () => {
		const check = await CheckRun.open(repository, name, sha, runner.stepKey, runner.runUrl);
		publish({ "check-run-id": check.id });
		await check.finish("neutral", {
			title,
			summary: `${prose(text)} ${code("after")} in the config file asks for it.`
		});
	});
	const said = {
		text: `${title}. ${text}`,
		isGood: true
	};
	if (pullRequest !== null) await notePlan(run, pullRequest, {
		text: markdown,
		whenAbsent: "skip"
	});
	return said;
}
/**
* Says that everything is shipped, or what of it is reverted since, on the commit that was checked out, where the check run of the migration stands on another
* commit: the head of the pull request, or that of the run which has begun.
*/
async function tellShipped({ settings, repository, runner, writes }, sha, reverted) {
	const { environment } = settings.values;
	if (environment === null || sha === runner.sha) return;
	await writes.attempt("write a check run", async () => {
		const name = checkName("migrate", targetName(settings.values));
		const check = await CheckRun.open(repository, name, runner.sha, `${runner.stepKey}/shipped`, runner.runUrl);
		if (reverted.length > 0) {
			const title = `Reverted: ${revertedPlaces(reverted)}`;
			return await check.finish("neutral", revertedOutput({
				title,
				summary: ""
			}, environment, reverted));
		}
		const summary = `${environment} has everything that is on this commit.`;
		await check.finish("success", {
			title: "Shipped",
			summary
		});
	});
}

// src/action/due-work.ts
/**
* A migration that has begun is resumed even where another environment comes first.
*
* @returns what was told where nothing is to be done
*/
async function findDueWork(run, signal) {
	const { settings, event, repository, runner, writes } = run;
	const target = requireTarget(settings);
	const waiting = event.kind === "other" ? await findWaiting(settings, signal) : [];
	const untold = event.kind === "other" ? await findUntold(settings) : [];
	if (run.goesOnOnly && waiting.length + untold.length === 0) return nothingWaits("No migration has yielded");
	const ahead = run.goesOnOnly ? [] : await environmentsAhead(run);
	const goesOnOnly = run.goesOnOnly || ahead.length > 0;
	const all = await filesOfCheckout(run);
	if (all.length === 0) notice(`No file matches the option files: ${settings.values.files.join(", ")}.`);
	const { wanted, paths, orphaned } = await partOrphans(waiting, all, settings, target);
	const files = goesOnOnly ? all.filter(({ path }) => paths.has(path) || untold.includes(path)) : all;
	for (const text of orphaned.filter(isCopied).map(orphanedText)) warn(text);
	const gone = await findOrphaned(run, event.kind === "other" ? orphaned : await allOf(settings, signal));
	await tellOrphaned(run, gone);
	if (run.goesOnOnly && files.length === 0) return nothingWaits("No file has the statement of what has yielded");
	const before = wanted[0]?.run ?? null;
	const sha = event.kind === "pull-request" ? event.headSha : before?.commit ?? runner.sha;
	const found = await writes.attempt("look for the pull request", () => findPullRequest(repository, event, runner.sha));
	const resumed = found === null && before !== null ? before.pullRequest : null;
	const pull = resumed === null ? found : await writes.attempt("look for the pull request", () => getPullRequest(repository, resumed));
	const pullRequest = pull?.number ?? resumed;
	if (ahead.length > 0 && files.length === 0) return await tellNotYet(run, ahead, {
		sha,
		pullRequest
	});
	return {
		files,
		all,
		goesOnOnly,
		before,
		sha,
		pull,
		pullRequest
	};
}
/** A run does no less where the status cannot be read. */
async function allOf(settings, signal) {
	return await status(null, settings, signal).catch(() => []);
}
function nothingWaits(why) {
	publish({ state: "completed" });
	const text = `${why}: there is nothing to go on with.`;
	notice(text);
	return {
		text,
		isGood: true
	};
}

// src/action/next-run.ts
/** For a run that a person has stopped: that person decides when it goes on. */
const startedByHand = {
	id: null,
	text: "Run the workflow again to go on. A run on schedule goes on by itself.",
	url: null
};
/** For a run that has come to its gate and is not to wait there. Those who wait behind it read this as well. */
function startedByCutover(table) {
	return {
		id: null,
		text: `Every row of ${table} is copied and verified. Say /ghostship cutover, then run the workflow again to swap the tables; a run on schedule does it by itself, and goes on with what waits.`,
		url: null
	};
}
/** Starts the workflow again, with the inputs that this run had. A refusal is told, and says what to do. */
async function startNextRun({ repository, event, runner, dispatchInputs }) {
	const { octokit, owner, repo } = repository;
	const workflow = /\/([^/@]+)@/u.exec(runner.workflowRef)?.[1] ?? "";
	try {
		const started = (await octokit.rest.actions.createWorkflowDispatch({
			owner,
			repo,
			workflow_id: workflow,
			ref: refOf(event, runner.ref),
			inputs: { ...dispatchInputs },
			return_run_details: true
		})).data;
		const url = started?.html_url ?? `${runner.repositoryUrl}/actions/workflows/${workflow}`;
		return {
			id: started?.workflow_run_id ?? null,
			text: "The next run is started, and goes on.",
			url
		};
	} catch (error) {
		return {
			id: null,
			text: `The next run could not be started: ${explain(error)} Until then, run the workflow again to go on; a run on schedule goes on by itself.`,
			url: null
		};
	}
}
function nextRunMarkdown({ text, url }) {
	return url === null ? prose(text) : `${prose(text)} ${link("Next run", url)}`;
}
/** A merged pull request has a ref of its own, which is gone or not the branch that has its files. */
function refOf(event, runRef) {
	return event.kind === "pull-request" ? event.base.name : runRef;
}
function explain(error) {
	const status = statusOf(error);
	const message = `${githubTrouble(error)}.`;
	if (status === 403) return "the token may not. Give the job the permission actions: write.";
	if (status === 404) return "GitHub finds no such workflow with workflow_dispatch. Add it to the triggers under on.";
	if (status === 422 && /workflow_dispatch/u.test(message)) return "the workflow has no workflow_dispatch. Add it to the triggers under on.";
	return message;
}

// src/action/tell-held-up.ts
/** Tells each pull request whose statements were not started that another migration comes first. Its plan is no promise for now. */
async function tellHeldUp(run, { migrations }, { own, owners, by, why }) {
	const left = migrations.filter(({ state }) => !isDone(state));
	const found = await owners.ownersOf(filesOf(left));
	const waiting = new Set(left.map(({ file }) => found.get(file ?? "")?.number ?? own));
	const text = `**Not started.** ${prose(why)} Once that has ended, run the workflow again, or write \`/ghostship migrate\` here.`;
	for (const number of waiting) if (number !== null && number !== by) await notePlan(run, number, {
		text,
		whenAbsent: "create"
	});
}

// src/action/tell-mended.ts
/** As many rows of the ledger are read. */
const mostRuns = 200;
/** Tells pull requests in which a file has failed that it has shipped as another one has mended it. */
async function tellMended(run, { migrations }, owners) {
	const { settings, runner } = run;
	const files = filesOf(migrations).filter((path) => migrations.every(({ file, state }) => file !== path || isDone(state)));
	if (files.length === 0) return;
	const ofFiles = await owners.ownersOf(files);
	const failed = (await new Ledger(requireTarget(settings), settings.values.namespace).runs(mostRuns).catch(() => [])).filter(({ runUrl, state }) => state === "failed" && runUrl?.startsWith(`${runner.repositoryUrl}/`));
	for (const [number, paths] of failedIn(failed)) {
		const by = paths.map((path) => ofFiles.get(path)?.number ?? null);
		if (by.some((owner) => owner === null || owner === number)) continue;
		const text = `**${enumerate(paths.map((path) => code(path)))} failed here, and has shipped as mended in ${enumerate([...new Set(by)].map((owner) => `#${owner}`))}**, ${link("log", runner.runUrl)}. What was planned:`;
		await notePlan(run, number, {
			text,
			whenAbsent: "skip"
		});
	}
}
/** The files that have failed in each pull request. */
function failedIn(failed) {
	const found = /* @__PURE__ */ new Map();
	for (const { pullRequest, file } of failed) {
		if (pullRequest === null || file === null) continue;
		found.set(pullRequest, (found.get(pullRequest) ?? /* @__PURE__ */ new Set()).add(file));
	}
	return new Map([...found].map(([number, files]) => [number, [...files]]));
}

// src/action/tell-not-due.ts
/** @returns how to get rid of what an earlier run has begun of it, as Markdown; empty for nothing */
async function howToDrop({ settings }, left, signal) {
	if (left === null) return "";
	const files = new Set(left.statements.map(({ file }) => file));
	const commands = (signal.aborted ? [] : await findWaiting(settings, signal).catch(() => [])).filter(({ file }) => files.has(file)).map(({ table }) => inComment("abort", table));
	return commands.length === 0 ? "" : `An earlier run has begun it, and its copy waits: ${enumerate(commands)} removes it.`;
}
/** The plan of a pull request whose file was left is no promise any more. */
async function tellNotDue(run, left, more, { own, owners }) {
	const file = left?.statements[0]?.file ?? null;
	if (left === null || file === null) return;
	const number = (await owners.ownersOf([file])).get(file)?.number ?? own;
	if (number === null) return;
	const text = `**Not run.** ${prose(notDueText(left))} ${more}`.trim();
	await notePlan(run, number, {
		text,
		whenAbsent: "create"
	});
}

// src/commands/statements/changed-tables.ts
/** The tables whose definitions a statement has changed, as people are told of them; none for a change of rows. */
function changedTables({ statement, table }) {
	try {
		const { task, parsed } = singleStatement(parseFile(typedPath, statement));
		if (task?.kind === "data") return [];
		const others = parsed.kind === "alter-table" ? newNames(parsed) : [];
		const renamed = task?.kind === "rename" ? task.renames.flatMap(({ from, to }) => [from, to]) : [];
		const names = [...others, ...renamed].map(({ schema, name }) => schema === null ? name : `${schema}.${name}`);
		return [.../* @__PURE__ */ new Set([table, ...names])];
	} catch {
		return [table];
	}
}

// src/commands/control/changed-relatives.ts
/** Tables whose foreign keys end at what was changed, or come from there: what may be done with them depends on it. */
async function changedRelatives(target, migrations) {
	try {
		var _usingCtx$2 = _usingCtx();
		const grave = migrations.filter(({ statement }) => mayConcernRelatives(statement));
		if (grave.length === 0) return [];
		const session = _usingCtx$2.a(await connect(target, "asking which foreign keys lead to what was changed"));
		const found = [];
		const label = ({ schema, name }) => labelOf(schema, name, target.database);
		for (const migration of grave) for (const of of changedTables(migration)) for (const table of tablesMeant(of, target)) for (const row of await session.rows(selectForeignKeys(table))) {
			const ends = [{
				schema: String(row.child_schema),
				name: String(row.child)
			}, {
				schema: String(row.parent_schema),
				name: String(row.parent)
			}];
			found.push(...ends.map(label).filter((end) => end !== of).map((end) => ({
				table: end,
				of,
				migration
			})));
		}
		return found;
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Of an ALTER TABLE all that leaves the columns and the keys of a foreign key as they are. */
const harmless = [
	"add-column",
	"alter-column",
	"add-index",
	"rename-index",
	"alter-index",
	"add-check",
	"alter-check",
	"algorithm",
	"lock",
	"table-options",
	"validation",
	"force",
	"order-by",
	"keys"
];
/** Whether a statement changes what foreign keys stand on. */
function mayConcernRelatives(text) {
	try {
		const { task, parsed } = singleStatement(parseFile(typedPath, text));
		if (task?.kind === "data") return false;
		return parsed.kind !== "alter-table" || parsed.clauses.some((clause) => !harmless.includes(clause.kind) || referencesOf(clause) !== null);
	} catch {
		return true;
	}
}

// src/commands/plan/parents.ts
const name = "(?:`(?:[^`]|``)+`|[\\p{L}\\p{N}_$]+)";
const reference = new RegExp(`\\bREFERENCES\\s+(${name}(?:\\s*\\.\\s*${name})?)`, "giu");
/** The tables to which foreign keys lead that a statement brings, with their databases where these are given, in lower case. */
function newParents({ definitions }) {
	if (definitions === null) return /* @__PURE__ */ new Set();
	const before = parentsIn(definitions.before);
	return new Set(parentsIn(definitions.after).filter((parent) => !before.includes(parent)));
}
function parentsIn(definition) {
	return [...definition.matchAll(reference)].map(([, parent = ""]) => parent.split(/\s*\.\s*(?=(?:[^`]*`[^`]*`)*[^`]*$)/u).map((part) => part.startsWith("`") ? part.slice(1, -1).replaceAll("``", "`") : part).join(".").toLowerCase());
}

// src/action/tell-outdated.ts
/** So many open pull requests are looked at, the newest: each costs a request, and one more where its plan is out of date. */
const mostPulls = 20;
/** So many of them are told in their comments as well, at two requests each. The check of all the others says it. */
const mostComments = 8;
/**
* Tells open pull requests whose plan is of a table as it was before this run. Their check must not stay green: a merge would end
* as `plan-changed`, and nobody would have heard of it before. Those that were refused because a migration was running hear of its end.
*/
async function tellOutdated(run, outcome, shipped) {
	const done = outcome.migrations.filter(({ state, tableState }) => isDone(state) && tableState !== "unchanged");
	const own = done.flatMap((migration) => changedTables(migration).map((table) => ({
		table,
		of: null,
		by: shipped.pullOf(migration),
		isReverted: isRevert(migration),
		isGrave: mayConcernRelatives(migration.statement)
	})));
	const over = outcome.migrations.filter((migration) => isBegun(migration) && (migration.state === "failed" || migration.state === "aborted")).map((migration) => ({
		table: migration.table,
		of: null,
		by: shipped.pullOf(migration),
		isOver: true
	}));
	if (own.length + over.length === 0) return;
	await run.writes.attempt("look for plans that are out of date now", async () => {
		const pulls = await openPulls(run);
		if (pulls.length === 0) return;
		const changes = [
			...own,
			...over,
			...await relativesOf(run, done, shipped)
		];
		let comments = 0;
		for (const pull of pulls) if (await tellOne(run, pull, changes, {
			...shipped,
			since: outcome.finishedAt,
			inComment: comments < mostComments
		})) comments += 1;
	});
}
async function relativesOf({ settings: { target } }, done, { pullOf }) {
	if (target === null) return [];
	return (await changedRelatives(target, done).catch(() => [])).map(({ table, of, migration }) => ({
		table,
		of,
		by: pullOf(migration)
	}));
}
async function openPulls({ repository }) {
	const { octokit, owner, repo } = repository;
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo,
		state: "open",
		sort: "created",
		direction: "desc",
		per_page: mostPulls
	});
	return data.map(({ number, head, base }) => ({
		number,
		headSha: head.sha,
		baseBranch: base.ref
	}));
}
/** @returns whether its plan is out of date */
async function tellOne(run, pull, changes, { appId, since, inComment }) {
	const { repository, settings } = run;
	const environment = targetName(settings.values);
	const plan = await newestPlan(run, pull, appId);
	if (plan === null || Date.parse(plan.started_at ?? since) > Date.parse(since)) return false;
	const isNamed = await namesIn(run, pull, plan);
	const hasWaited = isRefusedByRunning(plan);
	const named = [...changes, ...changes.flatMap((change) => ofChildren(change, plan))].filter(({ table, isOver }) => isNamed(table) && (isOver !== true || hasWaited));
	const itself = new Set(named.flatMap(({ table, of }) => of === null ? [table] : []));
	const own = named.filter(({ table, of }) => of === null || !itself.has(table));
	if (own.length === 0) return false;
	const news = changeText(own);
	const what = [...toldBefore(plan).filter((told) => !told.includes(news)), news].join(", ");
	const note = {
		text: `**${prose(`${what} since this was planned: plan anew.`)}** ${whatToDo}`,
		kind: "WARNING"
	};
	if (inComment) await keepNote(repository, pull.number, environment, {
		...note,
		whenAbsent: "skip"
	});
	if (plan.conclusion === "failure" && !hasWaited) return true;
	const { octokit, owner, repo } = repository;
	const { summary, text } = plan.output;
	await octokit.rest.checks.update({
		owner,
		repo,
		check_run_id: plan.id,
		status: "completed",
		conclusion: "action_required",
		output: {
			title: clip(titleMark + what, 140),
			summary: `${alert(note.kind, note.text)}\n\n${withoutNote(summary ?? "")}`.slice(0, longestSummary),
			...text === null ? {} : { text }
		}
	});
	return true;
}
/** What has changed, for the tables to which a plan gives a foreign key that leads there. */
function ofChildren({ table, by, isGrave }, { output: { text } }) {
	if (isGrave !== true) return [];
	return (recordIn(text ?? "")?.statements ?? []).filter((one) => newParents(one).has(table.toLowerCase())).map((child) => ({
		table: child.table,
		of: table,
		by
	}));
}
const longestSummary = 65535;
const titleMark = "Plan anew: ";
/** What has made it stale already stays true. */
function toldBefore({ output: { title } }) {
	return title?.startsWith(titleMark) === true ? [title.slice(11)] : [];
}
const whatToDo = `What it shows is of the table as it was before, so a merge may stop as ${code("plan-changed")}. Run the job of the plan again, push, or write ${code("/ghostship plan")} here.`;
function changeText(all) {
	const changes = all.filter(({ isOver }) => isOver !== true);
	const over = new Set(all.filter(({ isOver }) => isOver === true).map(nameOf));
	const byPull = groupBy(changes, ({ by, isReverted }) => {
		return `${by === null ? "a run" : `#${by}`} has ${isReverted === true ? "reverted the last change of" : "changed"}`;
	});
	return enumerate([...[...byPull].map(([what, own]) => `${what} ${enumerate([...new Set(own.map(nameOf))])}`), ...over.size === 0 ? [] : [`the migration of ${enumerate([...over])} has ended`]]);
}
function nameOf({ table, of }) {
	return of === null ? `\`${table}\`` : `\`${of}\` (a foreign key relates \`${table}\` to it)`;
}
/** Such a note may be there already. */
function withoutNote(summary) {
	return summary.startsWith("> [!WARNING]\n") && summary.includes(whatToDo) ? summary.slice(summary.indexOf(whatToDo) + whatToDo.length).trimStart() : summary;
}
async function newestPlan({ repository, settings }, { headSha }, appId) {
	const name = checkName("plan", targetName(settings.values));
	const own = (await checkRunsOn(repository, headSha, {
		check_name: name,
		status: "completed"
	})).filter(({ app }) => appId === null || app?.id === appId).toSorted((one, other) => other.id - one.id);
	const isOfThis = ({ output }) => recordIn(output.text ?? "")?.database === settings.home;
	return own.find(isOfThis) ?? own[0] ?? null;
}
/** It is red because another migration was running, which has ended meanwhile. */
function isRefusedByRunning({ output }) {
	return recordIn(output.text ?? "")?.open.some(({ code }) => code === "already-running") === true;
}
/** A plan that is too long to be kept has a comment all the same. */
async function namesIn({ repository }, { number }, { output }) {
	const record = recordIn(output.text ?? "");
	if (record !== null) {
		const tables = new Set([...record.statements, ...record.open].map(({ table }) => table.toLowerCase()));
		return (table) => tables.has(table.toLowerCase());
	}
	const body = (await findOwnComment(repository, number, "<!-- ghostship -->"))?.body ?? "";
	const words = new Set(body.split(/[^\p{L}\p{N}_$.]+/u));
	return (table) => words.has(table);
}

// src/report/turn-verdict.ts
/** What the statements of a pull request were not started for: it is told where that stands, and what follows. */
function stoppedBy({ file, table, error }, pull) {
	if (error === null) return null;
	const whose = pull === null ? "a statement that is of no pull request" : `#${pull}`;
	const what = file ?? table;
	return {
		code: error.code,
		message: `${what} of ${whose} has stopped the run. ${firstLine(error.message)}`,
		hint: `${pull === null ? "The log of the run" : `#${pull}`} tells what to do about it. Once that is done, run the workflow again, or write /ghostship migrate here.`
	};
}
/** The verdict for one pull request: where it waits for another one, or another one for it, that is said. */
function turnVerdict({ part, whole, isOwn, pullOf }) {
	const verdict = outcomeVerdict(part);
	const first = whole.migrations.find(({ state }) => state === "yielded");
	if (part.state !== "yielded" || first === void 0) return verdict;
	const named = (migration) => {
		const pull = pullOf(migration);
		return pull === null ? migration.table : `${migration.table} (#${pull})`;
	};
	const waiting = whole.migrations.filter((migration) => isInTurn(migration) && migration !== first);
	if (isOwn(first)) {
		const others = waiting.filter((migration) => !isOwn(migration));
		if (others.length === 0) return verdict;
		return {
			...verdict,
			sentence: `${verdict.sentence} ${whatFollows(others, named, "of other pull requests")}`
		};
	}
	const own = [...new Set(waiting.filter(isOwn).map(({ table }) => table))];
	if (own.length === 0) return verdict;
	const [waits, is] = own.length === 1 ? ["waits", "it is"] : ["wait", "they are"];
	const then = isInTurn(first) ? "which the next run begins" : "which goes on in another run";
	const done = part.migrations.filter(({ state }) => isDone(state)).length;
	const sentences = [`${enumerate(own)} ${waits} behind the migration of ${named(first)}, ${then}; ${is} begun after it.`, ...done === 0 ? [] : [`${formatNumberOf(done, "statement is", "statements are")} completed.`]];
	return {
		...verdict,
		title: done === 0 ? "Not begun yet" : verdict.title,
		sentence: sentences.join(" ")
	};
}

// src/action/tell-end.ts
/**
* Tells a pull request how its migration ended, in a comment of its own. The plan keeps what was approved, with a line about the
* end at its top. A run that another one goes on with has not ended: only the line says so.
*
* @param how the outcome, as Markdown
* @param next how it goes on, as Markdown; empty where it is over
*/
async function tellEnd(run, number, outcome, { title, sentence }, { how, next }) {
	const { repository, runner, writes } = run;
	if (outcome.state === "yielded") {
		const text = `**${prose(`${title}. ${sentence}`)}** ${next}`.trim();
		const noted = await notePlan(run, number, {
			text,
			whenAbsent: "create"
		});
		return {
			commentId: noted.kind === "answer" ? noted.value : null,
			isTold: isHeard(noted)
		};
	}
	const posted = await writes.attempt("write the comment", () => postOnce(repository, number, [
		targetName(run.settings.values) ?? "",
		outcome.state,
		...outcome.migrations.map(identityOf)
	], inComments(how)));
	if (posted === null) {
		const text = `**${prose(`${title}. ${sentence}`)}** ${link("log", runner.runUrl)}. What was planned:`;
		return {
			commentId: null,
			isTold: isHeard(await notePlan(run, number, {
				text,
				whenAbsent: "create"
			}))
		};
	}
	const text = `**${prose(headOf(title, outcome))}**, see ${link("below", posted.html_url)}. What was planned:`;
	const noted = await notePlan(run, number, {
		text,
		whenAbsent: "skip"
	});
	return {
		commentId: posted.id,
		isTold: isHeard(noted)
	};
}
/** A revert may be of one statement among others. */
function headOf(title, { migrations }) {
	const reverted = migrations.filter(({ state }) => state === "reverted").map(({ table }) => table);
	return reverted.length === 0 ? title : `${title}: ${enumerate([...new Set(reverted)])}`;
}
/** A token without the right to write would be in the way of the next run as well. */
function isHeard(answer) {
	return answer.kind === "answer" || !answer.mayPass;
}
/**
* Tells the pull request of a run that has brought none of its statements: its plan has shown them as pending, too. Where it was told
* something of its own, that stays.
*
* @param others the pull requests that are told how it ended
*/
async function tellOfOthers({ repository, runner, writes, settings }, number, { title, sentence }, others) {
	const environment = targetName(settings.values);
	const whose = others.length === 0 ? "" : ` It is told in ${enumerate(others.map((other) => `#${other}`))}.`;
	const text = `**${prose(`${title}. ${sentence}`)}**${whose} ${link("log", runner.runUrl)}. What was planned:`;
	await writes.attempt("bring the comment up to date", async () => {
		const found = await findOwnComment(repository, number, marker);
		if (found === null || sectionsIn(found.body ?? "", environment).note !== "") return;
		await keepNote(repository, number, environment, {
			text,
			whenAbsent: "skip"
		});
	});
}
function identityOf({ file, statement, state, error }) {
	return JSON.stringify([
		file,
		statement,
		state,
		error?.code ?? null
	]);
}

// src/action/tell-pull-requests.ts
/**
* Tells every pull request whose files the run was about: each is told of its own statements. What belongs to none, and what went
* wrong before any statement, is told to that of the run.
*
* @param markdown of an outcome
* @returns the comment of the run's own pull request, and whether all were told
*/
async function tellPullRequests(run, outcome, { own, owners, next }, markdown) {
	const pullOf = await pullsOf(outcome, owners, own);
	const concerned = new Set(outcome.migrations.map(pullOf));
	if (outcome.error !== null) concerned.add(own);
	let commentId = null;
	let isTold = true;
	for (const number of concerned) {
		if (number === null) continue;
		const isOwn = (migration) => pullOf(migration) === number;
		const part = partOf(outcome, isOwn, pullOf);
		const verdict = turnVerdict({
			part,
			whole: outcome,
			isOwn,
			pullOf
		});
		const told = await tellEnd(run, number, part, verdict, {
			how: markdown(part),
			next
		});
		if (number === own) commentId = told.commentId;
		isTold &&= told.isTold;
	}
	const others = [...concerned].filter((number) => number !== null);
	if (own !== null && !concerned.has(own)) await tellOfOthers(run, own, outcomeVerdict(outcome), others);
	return {
		commentId,
		isTold
	};
}
/** Whose a statement is: that of the pull request that has brought its file, or else of the run. */
async function pullsOf({ migrations }, owners, own) {
	const found = await owners.ownersOf(filesOf(migrations));
	return ({ file }) => found.get(file ?? "")?.number ?? own;
}
/** The statements of some files: what came of them, where they are done, whatever came of others. */
function partOf(outcome, isMeant, pullOf) {
	const migrations = outcome.migrations.filter(isMeant);
	const isWhole = migrations.length > 0 && migrations.every(({ state }) => isDone(state));
	const last = migrations.at(-1);
	if (isWhole && last !== void 0) return {
		...outcome,
		migrations,
		state: last.state,
		error: null
	};
	const other = outcome.migrations.find(({ error }) => error !== null);
	const isOthers = other !== void 0 && migrations.length > 0 && migrations.every(({ error }) => error === null);
	return {
		...outcome,
		migrations,
		error: isOthers ? stoppedBy(other, pullOf(other)) : outcome.error
	};
}

// src/report/milestones.ts
/** A lock that others hold for hours is tried for again and again. More attempts tell nothing new. */
const maxAttempts = 20;
/** What happened to each statement of a file, as remarks on its line. Each is told once. */
var Milestones = class {
	#annotations = [];
	#told = /* @__PURE__ */ new Set();
	#statements = [];
	#current = null;
	#state = "queued";
	observe(event) {
		if (event.type === "queued") this.#statements = event.statements;
		else if (event.type === "started") this.#start(event.statement, event.number, event.total);
		else if (event.type === "engine") this.#engine(event.event);
		else if (event.type === "finished") this.#end(event.outcome);
	}
	/** In the order in which they happened; it only grows. */
	get annotations() {
		return this.#annotations;
	}
	#start(statement, number, total) {
		this.#current = this.#statements.find((one) => one === statement) ?? null;
		this.#state = "queued";
		this.#tell("Started", total > 1 ? `Statement ${number} of ${total}.` : "It is being carried out.");
	}
	#engine(event) {
		switch (event.type) {
			case "state": return this.#enter(event.state);
			case "resumed": return this.#tell("Goes on", whatIsKept(event.rows));
			case "cutover-attempt":
				if (event.failure === null || event.attempt > maxAttempts) return;
				return this.#tell(`Cutover attempt ${event.attempt} was undone`, [event.failure, ...event.blockers.map((blocker) => `Blocked by ${blockerText(blocker)}`)].join("\n"), "warning");
		}
	}
	#enter(state) {
		const left = this.#state;
		this.#state = state;
		if (left === "copying" && goesOn(state)) this.#tell("Copied", "All rows are copied, and changes of others go on being carried over.");
		if (left === "verifying" && goesOn(state)) this.#tell("Verified", "Original and copy are the same, row by row.");
		if (state === "waiting_for_cutover") this.#tell("Waits for its cutover", "A person says when the tables are swapped.");
	}
	#end(outcome) {
		const { state, error, table, tableState, durationMs } = outcome;
		if (error !== null) return this.#tell("Failed", errorText(error, {
			table,
			state: tableState
		}), "failure");
		if (state === "completed") return this.#tell("Shipped", migrationText(outcome));
		if (state === "yielded") this.#tell("To be continued", `The run has ended after ${formatDuration(durationMs)}.`);
	}
	#tell(title, message, level = "notice") {
		const { file, line, ordinal } = this.#current ?? {
			file: null,
			line: 0,
			ordinal: 0
		};
		const key = `${file}\n${ordinal}\n${title}`;
		if (file === null || this.#told.has(key)) return;
		this.#told.add(key);
		this.#annotations.push({
			path: file,
			startLine: line,
			endLine: line,
			columns: null,
			level,
			title,
			message
		});
	}
};
function goesOn(state) {
	return [
		"catching_up",
		"verifying",
		"waiting_for_cutover",
		"cutting_over",
		"completed"
	].includes(state);
}
function whatIsKept(rows) {
	if (rows === null) return "What another run has brought over is kept.";
	return `What another run has copied is kept: ${formatNumberOf(rows, "row")}.`;
}

// src/report/progress-markdown.ts
const barLength = 24;
/** How far a migration is, for a page that is looked at now and then. */
function progressMarkdown(progress) {
	const { rowsCopied, rowsEstimated, rowsPerSecond, changesApplied, dirtyKeys, streamLagMs, holds } = progress;
	const percent = copiedPercent(progress);
	const filled = Math.round(barLength * percent / 100);
	const bar = `${"▰".repeat(filled)}${"▱".repeat(barLength - filled)}`;
	const rate = rowsPerSecond > 0 ? `, ${formatCount(rowsPerSecond)} a second` : "";
	const lines = [
		`**Rows:** ${formatCount(rowsCopied)} of ${formatNumberOf(Math.max(rowsEstimated, rowsCopied), "row")}${rate}`,
		`**Time:** ${timeLeft(progress)}`,
		`**Changes of others:** ${formatCount(changesApplied)} applied, ${formatCount(dirtyKeys)} to go`,
		`**Lag:** ${formatDuration(streamLagMs)}`,
		...holds.map((hold) => `**Held** for ${formatDuration(hold.forMs)} by ${prose(holdText(hold, progress))}`)
	];
	return [`${bar} **${percent} %** copied`, lines.map((line) => `- ${line}`).join("\n")].join("\n\n");
}
/** A copy that stands still has no end to be told. */
function timeLeft({ state, remainingMs, holds, elapsedMs }) {
	const since = `${formatDuration(elapsedMs)} so far`;
	if (state === "paused" || holds.some(({ reason }) => reason === "paused")) return `left unknown while it is paused; ${since}`;
	if (remainingMs !== null && state === "copying") return `about ${formatDuration(remainingMs)} left; ${since}`;
	return state === "copying" ? `left not known yet; ${since}` : since;
}

// src/report/run-markdown.ts
/**
* A run while it goes on, for its check run.
*
* @param progress of the statement that is running
*/
function runMarkdown(statements, notices, progress = null) {
	const rows = statements.map(({ statement, outcome, line }) => {
		return [
			outcome === null ? line === null ? "⏳" : "🚢" : stateIcons[outcome.state],
			code(clip(statement.text, 90)),
			prose(line ?? "waiting")
		];
	});
	const columns = [
		"",
		"Statement",
		"Now"
	].map((title) => ({
		title,
		align: "left"
	}));
	const newest = notices.slice(-10).map((notice) => `- ${message(notice, "  ")}`);
	return [
		...progress === null ? [] : [progressMarkdown(progress)],
		table(columns, rows),
		...newest.length === 0 ? [] : [newest.join("\n")]
	].join("\n\n");
}

// src/action/run-board.ts
/** What is known of a run at any moment. It takes news in at once and is looked at whenever somebody has the time. */
var RunBoard = class {
	#entries = [];
	#current = null;
	#table = "";
	#progress = null;
	#milestones = new Milestones();
	#notices = [];
	#ids = [];
	#doing;
	constructor(doing = "Migrating") {
		this.#doing = doing;
	}
	observe(event) {
		this.#milestones.observe(event);
		switch (event.type) {
			case "queued":
				this.#entries = event.statements.map((statement) => ({
					statement,
					line: null,
					outcome: null
				}));
				return;
			case "started":
				this.#current = this.#entries.find(({ statement }) => statement === event.statement) ?? this.#add(event.statement);
				this.#table = event.table;
				this.#progress = null;
				this.#ids.push(event.id);
				return;
			case "engine": return this.#advance(event.event);
			case "finished":
				this.#progress = null;
				if (this.#current !== null) Object.assign(this.#current, {
					line: migrationText(event.outcome),
					outcome: event.outcome
				});
				return;
			case "already-applied":
			case "finding":
			case "left-out":
			case "not-due":
			case "resumed":
			case "warning":
			case "not-compared":
				this.#notices.push(eventLine(event) ?? "");
				return;
		}
	}
	/** Of the ledger's rows of the statements that were started. */
	get ids() {
		return this.#ids;
	}
	/** What happened so far, on the lines of the statements; it only grows. */
	get milestones() {
		return this.#milestones.annotations;
	}
	look() {
		const running = this.#entries.find(({ outcome, line }) => outcome === null && line !== null);
		const done = this.#entries.filter(({ outcome }) => outcome !== null).length;
		const order = this.#progress?.state === "waiting_for_cutover" ? ` · say /ghostship cutover ${commandWord(this.#table)}` : "";
		const starting = this.#doing === "Reverting" ? "Reverting" : "Starting";
		const doing = this.#doing === "Reverting" ? "Reverting " : "";
		return {
			title: (running === void 0 ? starting : `${doing}${this.#table}: ${running.line ?? ""}${order}`) + (this.#entries.length > 1 ? ` (${Math.min(done + 1, this.#entries.length)} of ${this.#entries.length})` : ""),
			summary: runMarkdown(this.#entries, this.#notices, this.#progress)
		};
	}
	/** A revert is one statement, and waits in no queue. */
	#add(statement) {
		const entry = {
			statement,
			line: null,
			outcome: null
		};
		this.#entries.push(entry);
		return entry;
	}
	#advance(event) {
		const entry = this.#current;
		if (event.type === "progress") this.#progress = event.progress;
		if (event.type === "progress" && entry !== null) entry.line = progressLine(event.progress);
		else if (event.type === "state" && entry !== null) entry.line = stateWords[event.state];
		const notice = eventLine({
			type: "engine",
			event
		});
		if (notice !== null) this.#notices.push(`${this.#table}: ${notice}`);
	}
};

// src/action/watched-run.ts
/** A migration that is shown while it runs: in the log, in its check run, and to those it waits for. */
async function migrateWatched(run, work, { check, pullRequest, owners }, signal) {
	let isAtGate = false;
	const idsOfOthers = [];
	let notDue = null;
	const notCompared = [];
	const record = new RunRecord();
	const board = new RunBoard();
	const linesOf = openRunLog();
	const look = () => ({
		output: board.look(),
		annotations: board.milestones
	});
	const live = check === null ? null : new LiveCheckRun(check, look);
	const herald = new Herald(run, () => pullRequest, owners);
	const observe = (event) => {
		board.observe(event);
		record.observe(event);
		herald.observe(event);
		if (event.type === "resumed") idsOfOthers.push(event.swap.migrationId);
		if (event.type === "not-due") notDue = event;
		if (event.type === "not-compared") notCompared.push(event);
		if (event.type === "engine" && event.event.type === "state" && event.event.state !== "yielded") isAtGate = event.event.state === "waiting_for_cutover";
		linesOf(event).forEach(log);
	};
	const ended = await migrateAmong([live, herald], work, observe, signal);
	const outcome = notDue === null ? ended : {
		...ended,
		notDue: notDueText(notDue)
	};
	const annotations = live === null ? [] : board.milestones.slice(await live.countAnnotated());
	return {
		outcome,
		ids: board.ids,
		idsOfOthers,
		isAtGate,
		annotations,
		record,
		notDue,
		notCompared
	};
}
/** @param companions that end with the migration */
async function migrateAmong([live, herald], work, observe, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		_usingCtx$1.a(live);
		_usingCtx$1.a(herald);
		return await migrateSource(work, observe, signal);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

// src/action/migrate-run.ts
/**
* Runs the statements of the files that the ledger does not have. The outcome is written to the outputs and the summary before
* any request to GitHub, because a cancelled job has only seconds left.
*
* @param onBegin once nothing is in the way any more
*/
async function migrateRun(run, signal, onBegin = () => {}) {
	const { settings, repository, runner, writes } = run;
	const environment = targetName(settings.values);
	const due = await findDueWork(run, signal);
	if ("text" in due) return due;
	const { files, all, before, sha, pull, pullRequest, goesOnOnly } = due;
	const mustBeApproved = settings.values["require-approval"] === "true";
	if (mustBeApproved && before === null && !await hasAll(settings, all)) await refuseUnapproved(repository, pullRequest);
	onBegin();
	const check = await writes.attempt("write a check run", () => CheckRun.open(repository, checkName("migrate", environment), sha, runner.stepKey, runner.runUrl));
	publish({ "check-run-id": check?.id ?? null });
	const origin = {
		commit: before?.commit ?? runner.sha,
		pullRequest,
		actor: runner.actor,
		runUrl: runner.runUrl,
		planDigest: null,
		reviewers: null
	};
	const takesOver = settings.values["take-over"] === "true";
	const owners = new FileOwners(run, {
		known: pull,
		planOf: planReader(run, check)
	});
	const unread = {
		files,
		isThere: isThereIn(runner.workspace),
		takenWith: owners.takenWith
	};
	const planNow = planOnce(unread, settings);
	const whyNotDue = filesOfBranchNow(run, files);
	const ownWork = {
		settings,
		unread,
		origin,
		takesOver,
		tellsForOthers: true,
		isPart: goesOnOnly,
		foresee: foresee(planNow, settings)
	};
	const work = whyNotDue === void 0 ? ownWork : {
		...ownWork,
		whyNotDue
	};
	const bind = bindPlans({
		settings,
		origin,
		planNow
	}, {
		originsOf: (paths) => owners.originsOf(paths),
		orderedFor: run.orderedFor,
		refusalOf: mustBeApproved ? approvalOfFiles(repository) : async () => null
	});
	return await tellOutcome(run, await migrateWatched(run, {
		...work,
		bind
	}, {
		check,
		pullRequest,
		owners
	}, signal), {
		check,
		due,
		owners
	}, signal);
}
async function tellOutcome(run, { outcome, ids, idsOfOthers, isAtGate, annotations, record, notDue, notCompared }, { check, due, owners }, signal) {
	const { settings, runner, writes } = run;
	const environment = targetName(settings.values);
	const { all, goesOnOnly, sha, pullRequest } = due;
	const verdict = outcomeVerdict(outcome);
	publishOutcome(outcome, ids);
	const report = await writeReport(run, outcome, record, verdict);
	const owner = outcome.error?.code === "already-running" ? await findOwner(outcome, settings, signal) : null;
	if (owner !== null) return await leaveToOwner(run, outcome, owner, {
		check,
		due,
		owners
	});
	const next = await nextOf(run, outcome, isAtGate, signal);
	if (next !== null) {
		publish({ "next-run-id": next.id });
		notice(next.text);
	}
	const words = next === null ? await howToDrop(run, notDue, signal) : nextRunMarkdown(next);
	const markdown = (page, part = outcome) => outcomeMarkdown(part, linksTo(runner, sha), {
		...page,
		environment
	}, [words, ...about(part, notCompared)].join("\n\n").trim());
	await summarize([
		markdown(jobSummaryPage),
		runTimeline(record),
		report
	].join("\n\n"), writes);
	const isComplete = isDone(outcome.state) && notDue === null && (!goesOnOnly || await hasAll(settings, all));
	const awaited = awaitedEnvironment(settings.values);
	const found = isComplete && awaited !== null ? await findReverted(settings, all).catch(() => null) : [];
	const reverted = found ?? [];
	const said = {
		title: `${verdict.title}: ${verdict.sentence}`,
		summary: markdown(checkRunPage)
	};
	const output = awaited === null || reverted.length === 0 ? said : revertedOutput(said, awaited, reverted);
	const isShipped = isComplete && found?.length === 0;
	const conclusion = isDone(outcome.state) && !isShipped ? "neutral" : conclusionOf(outcome, isAtGate);
	await writes.attempt("finish the check run", async () => check?.finish(conclusion, output, annotations));
	await writes.attempt("look for check runs left open", async () => check?.closeEarlier(checkName("migrate", environment), sha, runner.stepKey));
	const appId = check?.appId ?? null;
	if (outcome.state !== "yielded") await closeLeftOpen(run, {
		appId,
		isShipped
	});
	if (isComplete && found !== null) await tellShipped(run, sha, reverted);
	const text = [`${verdict.title}. ${verdict.sentence}`, ...next === null ? [] : [next.text]].join(" ");
	await tellNotDue(run, notDue, words, {
		own: pullRequest,
		owners
	});
	const isHeard = await tellEnds(run, outcome, text, {
		own: pullRequest,
		owners,
		next: words
	}, (part) => markdown(commentPage, part));
	await tellMended(run, outcome, owners);
	const isOver = outcome.state !== "yielded";
	await noteHeard(settings, isHeard && isOver ? [...ids, ...idsOfOthers] : []);
	if (!signal.aborted) await tellOutdated(run, outcome, {
		appId,
		pullOf: await pullsOf(outcome, owners, pullRequest)
	});
	complain(outcome);
	return {
		text: [text, ...whyOf(outcome)].join("\n"),
		isGood: isDone(outcome.state) || outcome.state === "yielded"
	};
}
/** Of the first statement that failed: whoever has asked for the run should not have to look for it. */
function whyOf({ migrations, error }) {
	const first = migrations.find((migration) => migration.error !== null)?.error ?? error;
	return first === null ? [] : [
		"",
		`${first.message} [${first.code}]`,
		first.hint
	];
}
/** @returns false where the next run must tell it once more */
async function tellEnds(run, outcome, text, told, markdown) {
	if (outcome.migrations.length === 0 && outcome.error === null) return true;
	const { commentId, isTold } = await tellPullRequests(run, outcome, told, markdown);
	publish({ "comment-id": commentId });
	if (outcome.state !== "yielded") await tellWebhook(run, text, told.own);
	return isTold;
}
/** Whatever is not noted as told is told once more by the next run. */
async function noteHeard(settings, ids) {
	await noteTold(requireTarget(settings), ids).catch((error) => log(`What was told could not be noted in the ledger: ${sentence(messageOf(error))}`));
}
/** What a reader of the page must not miss; of its own statements alone. */
function about({ migrations }, notCompared) {
	return notCompared.filter(({ files }) => migrations.some(({ file }) => file !== null && files.includes(file))).map((one) => `⚠️ ${message(one.message)}`);
}
/** A run that a person has stopped is not started again, and has only seconds left. */
async function nextOf(run, { state, migrations }, isAtGate, signal) {
	if (state !== "yielded") return null;
	if (signal.aborted) return startedByHand;
	const waiting = migrations.find((migration) => migration.state === "yielded");
	return isAtGate && run.settings.values.gate === "yield" && waiting !== void 0 ? startedByCutover(waiting.table) : await startNextRun(run);
}
/** The comment of the pull request that is migrated stays as it is. Others are told who holds them up. */
async function leaveToOwner(run, outcome, owner, { check, due, owners }) {
	const text = ownerText(owner);
	notice(text);
	await summarize(prose(text), run.writes);
	const output = {
		title: text,
		summary: prose(text)
	};
	await run.writes.attempt("finish the check run", async () => check?.finish("neutral", output));
	await tellHeldUp(run, outcome, {
		own: due.pullRequest,
		owners,
		by: owner.run.pullRequest,
		why: text
	});
	return {
		text,
		isGood: true
	};
}
/** At its gate a run that has ended asks for a person. */
function conclusionOf({ state }, isAtGate) {
	if (isDone(state)) return "success";
	if (state === "yielded") return isAtGate ? "action_required" : "neutral";
	return state === "aborted" ? "cancelled" : "failure";
}
function complain(outcome) {
	const { title, sentence } = outcomeVerdict(outcome);
	runErrorTexts(outcome).forEach(log);
	if (isDone(outcome.state) || outcome.state === "yielded") log(`${title}. ${sentence}`);
	else fail(`${title}. ${sentence}`);
}

export { tellEnd as a, LiveCheckRun as c, RunBoard as i, Herald as l, conclusionOf as n, tellOutdated as o, migrateRun as r, tellCommits as s, complain as t, tellWebhook as u };