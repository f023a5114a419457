import { r as __name } from "../rolldown-runtime.js";
import { i as readSource, t as askMode } from "../sql2.js";
import { a as withdrawOrder, n as findMigrations } from "../engine/run/control.js";
import { t as connect } from "../mysql/session.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as databasesOf } from "../commands/ledger/places.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { t as _usingCtx } from "../usingCtx.js";
import { l as prose, o as link } from "../report/markdown.js";
import { n as orphanedText } from "../report/orphan-text.js";
import { n as readIfThere } from "../mysql/read-if-there.js";
import { b as selectAddressed } from "../sql/ledger.js";
import { t as groupBy } from "../support/group-by.js";
import { o as textOrNull, t as hasLaterColumn } from "../commands/ledger/upgrade-ledger.js";
import { a as checkRunsOn, n as checkName } from "./check-run.js";
import { n as getPullRequest } from "./find-pull-request.js";
import { n as gateOverMarkdown, t as gateMarkdown } from "../report/gate-markdown.js";
import { i as postOnce, n as notePlan, r as endPosted } from "./plan-note.js";
import { t as targetName } from "./target-name.js";
import { t as filesOfCheckout } from "./files-of-checkout.js";
import { t as readRepositoryFile } from "./repository-file.js";
import { o as isCopied, s as isWaiting } from "./waiting-work.js";

// src/commands/control/withdraw-cutover.ts
/**
* Takes the order to swap back from a migration that no run goes on with. Whoever brings its statement back, in another pull request
* perhaps, is asked anew.
*/
async function withdrawCutover({ id, cutoverOrdered }, settings) {
	try {
		var _usingCtx$2 = _usingCtx();
		if (!cutoverOrdered) return;
		const target = requireTarget(settings);
		const session = _usingCtx$2.a(await connect(target, "taking an order back"));
		const databases = databasesOf(target, settings, await new Ledger(target).labels(session));
		const found = (await findMigrations(session, databases)).find(({ migration }) => migration.migrationId === id);
		if (found !== void 0) await withdrawOrder(session, found);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}

// src/commands/ledger/stopped-runs.ts
/** As many rows of the ledger are read. What has waited for longer than these is not found. */
const mostRows = 1e3;
/**
* The earlier runs whose statements this run has brought to their end, newest first.
*
* @param own the address of this run, and the id of a migration that it has ended without running anything
*/
async function findStoppedRuns(settings, own) {
	try {
		var _usingCtx$1 = _usingCtx();
		const target = requireTarget(settings);
		const session = _usingCtx$1.a(await connect(target, "reading the ledger"));
		const hasNamespaces = await hasLaterColumn(session, target.database, "namespace");
		return stoppedAmong((await readIfThere(session, selectAddressed(target.database, mostRows, hasNamespaces)) ?? []).map(readNoted), own);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** @param noted newest first */
function stoppedAmong(noted, own) {
	const mine = new Set(noted.filter(({ runUrl, id }) => runUrl === own.runUrl || id === own.id).map(({ key }) => key));
	const now = /* @__PURE__ */ new Map();
	for (const { key, state } of noted) if (!now.has(key)) now.set(key, state);
	return [...groupBy(noted, ({ runUrl }) => runUrl)].flatMap(([runUrl, rows]) => {
		const [first] = rows;
		const stoppedShort = rows.some(({ state }) => state !== "completed" && state !== "reverted");
		if (first === void 0 || runUrl === own.runUrl || !stoppedShort || !rows.some(({ key }) => mine.has(key))) return [];
		const end = endOf(rows.map(({ key, state }) => now.get(key) ?? state));
		const { isRevert, commit, pullRequest } = first;
		return end === null ? [] : [{
			runUrl,
			kind: isRevert ? "revert" : "migrate",
			commit,
			pullRequest,
			end
		}];
	});
}
/** `null` while one of them goes on. */
function endOf(states) {
	if (states.every((state) => state === "completed" || state === "reverted")) return "completed";
	if (!states.every((state) => ends.includes(state))) return null;
	return states.includes("failed") ? "failed" : "aborted";
}
const ends = [
	"completed",
	"reverted",
	"failed",
	"aborted"
];
function readNoted(row) {
	const file = textOrNull(row.file);
	return {
		id: String(row.id),
		key: JSON.stringify(file === null ? [row.statement_digest] : [
			row.namespace,
			file,
			Number(row.ordinal)
		]),
		isRevert: file === null,
		state: String(row.state),
		runUrl: String(row.run_url),
		commit: textOrNull(row.commit_sha),
		pullRequest: row.pull_request === null ? null : Number(row.pull_request)
	};
}

// src/action/gate-comment.ts
/** Asks for the person that a migration waits for, in a comment of its own. */
async function postGate(run, pullRequest, gate) {
	const { repository, writes } = run;
	await writes.attempt("write the comment about the gate", () => postOnce(repository, pullRequest, gateOf(run, gate.table), gateMarkdown(gate)));
}
/** Nobody is asked for any more. A table has one migration at a time, and so one gate. */
async function closeGate(run, pullRequest, table, end) {
	const { repository, writes } = run;
	await writes.attempt("close the comment about the gate", () => endPosted(repository, pullRequest, gateOf(run, table), gateOverMarkdown(table, end), end === "orphaned"));
}
function gateOf({ settings }, table) {
	return [
		"gate",
		targetName(settings.values) ?? "",
		table
	];
}

// src/action/close-left-open.ts
/** So many are looked for: each costs two requests or three. */
const mostRuns = 5;
const titles = {
	completed: "Shipped in a later run",
	failed: "Failed in a later run",
	aborted: "Ended in a later run"
};
const conclusions = {
	completed: "success",
	failed: "failure",
	aborted: "cancelled"
};
/**
* A run that has yielded leaves a check run that asks for action, on a commit that this run may have nothing to do with. Whoever
* brings its statements to their end says so there. The ledger knows the run, and the check run has its address.
*/
async function closeLeftOpen(run, { appId, isShipped, aborted }) {
	const { settings, runner, writes } = run;
	const { environment } = settings.values;
	const own = aborted === void 0 ? {} : { id: aborted.migrationId };
	const meant = (await findStoppedRuns(settings, {
		runUrl: runner.runUrl,
		...own
	}).catch(() => [])).filter(({ runUrl }) => runUrl.startsWith(`${runner.repositoryUrl}/`)).filter(({ end }) => end !== "completed" || environment === null || isShipped);
	for (const one of meant.slice(0, mostRuns)) await writes.attempt("close the check run of the run before", () => close(run, one, appId));
	if (aborted === void 0) return;
	const commented = run.event.kind === "comment" ? run.event.number : null;
	for (const pullRequest of /* @__PURE__ */ new Set([commented, ...meant.map((one) => one.pullRequest)])) if (pullRequest !== null) await closeGate(run, pullRequest, aborted.table, "aborted");
	const text = `**Aborted.** ${prose(`The migration of ${aborted.table} was ended, and ${aborted.table} is as it was before it.`)} What was planned:`;
	for (const pullRequest of new Set(meant.map((one) => one.pullRequest))) if (pullRequest !== null) await notePlan(run, pullRequest, {
		text,
		whenAbsent: "skip"
	});
}
async function close(run, stopped, appId) {
	const { repository, runner, settings } = run;
	const { octokit, owner, repo } = repository;
	const found = await findOpen(repository, stopped, checkName(stopped.kind, targetName(settings.values)), appId);
	const title = stopped.kind === "revert" && stopped.end === "completed" ? "Reverted in a later run" : titles[stopped.end];
	for (const id of found) await octokit.rest.checks.update({
		owner,
		repo,
		check_run_id: id,
		status: "completed",
		conclusion: conclusions[stopped.end],
		output: {
			title,
			summary: `${prose(`${title}: this one ended before its statements did, and they have come to their end since.`)} ${link("The run that did it", runner.runUrl)}.`
		}
	});
}
/** Says in the check run of a run that has yielded what has become of it. It still asks for somebody. */
async function retitleLeftOpen({ repository, settings, writes }, left, output) {
	const { octokit, owner, repo } = repository;
	await writes.attempt("bring the check run up to date", async () => {
		const found = await findOpen(repository, left, checkName("migrate", targetName(settings.values)), null);
		for (const id of found) await octokit.rest.checks.update({
			owner,
			repo,
			check_run_id: id,
			output
		});
	});
}
/** On the commit that was migrated or, for the event of a pull request, on its last one. */
async function findOpen(repository, { runUrl, commit, pullRequest }, name, appId) {
	const onCommit = commit === null ? null : await checksOf(repository, commit, {
		name,
		runUrl,
		appId
	});
	if (pullRequest === null || onCommit !== null && onCommit.length > 0) return onCommit ?? [];
	const { headSha } = await getPullRequest(repository, pullRequest);
	return await checksOf(repository, headSha, {
		name,
		runUrl,
		appId
	});
}
/** None where jobs of one run have several: which of them is of this database is not known. */
async function checksOf(repository, ref, { name, runUrl, appId }) {
	const own = (await checkRunsOn(repository, ref, { check_name: name })).filter(({ details_url: url, app }) => url === runUrl && (appId === null || app?.id === appId));
	if ([...groupBy(own, ({ external_id: key }) => /^\d+\/(\d+)\//u.exec(key ?? "")?.[1] ?? "").values()].some((jobs) => jobs.length > 1)) return [];
	return own.filter(isOpen).map(({ id }) => id);
}
function isOpen({ status, conclusion, output: { title } }) {
	if (status !== "completed" || conclusion === "action_required" || conclusion === "neutral") return true;
	return title === titles.failed || title === titles.aborted;
}

// src/commands/control/orphans.ts
/** @param waiting migrations of files */
async function partOrphans(waiting, files, settings, target) {
	if (waiting.length === 0) return {
		wanted: [],
		paths: /* @__PURE__ */ new Set(),
		orphaned: []
	};
	const unread = { files };
	const source = readSource(unread, settings, await askMode(unread, settings, target));
	const paths = /* @__PURE__ */ new Set();
	const isWanted = ({ file: own, statement }) => {
		const having = source.files.filter(({ path, statements, fault }) => path === own && fault !== null || statements.some(({ text }) => text === statement));
		const found = having.find(({ path }) => path === own) ?? having[0];
		if (found?.path != null) paths.add(found.path);
		return found !== void 0;
	};
	const wanted = waiting.filter(isWanted);
	return {
		wanted,
		paths,
		orphaned: waiting.filter((one) => !wanted.includes(one))
	};
}

// src/action/tell-orphaned.ts
/**
* Those that wait, and that no run goes on with, as no file has their statement any more. A checkout may be old, or of another branch:
* the branch itself is asked as well. Where that cannot be known, nobody is told so.
*/
async function findOrphaned(run, migrations) {
	const { settings } = run;
	const copied = migrations.filter((one) => isWaiting(one, settings) && isCopied(one));
	if (copied.length === 0) return [];
	const files = await filesOfCheckout(run).catch(() => null);
	if (files === null) return [];
	const { orphaned } = await partOrphans(copied, files, settings, requireTarget(settings));
	const found = [];
	for (const one of orphaned) if (await isGoneFromBranch(run, one).catch(() => false)) found.push(one);
	return found;
}
async function isGoneFromBranch({ repository, settings }, one) {
	const { file, run } = one;
	if (file === null) return false;
	const { octokit, owner, repo } = repository;
	const branch = run.pullRequest === null ? null : (await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: run.pullRequest
	})).data.base.ref;
	const text = await readRepositoryFile(repository, file, branch, settings.values["max-file-size"]);
	return (await partOrphans([one], text === null ? [] : [{
		path: file,
		text
	}], settings, requireTarget(settings))).orphaned.length > 0;
}
/** In the pull request that has begun it: nothing there may promise that it goes on. */
async function tellOrphaned(run, orphaned) {
	for (const one of orphaned) {
		await withdrawCutover(one, run.settings);
		const { pullRequest, url, commit } = one.run;
		if (pullRequest === null || url?.startsWith(`${run.runner.repositoryUrl}/`) !== true) continue;
		const text = `**No run goes on with it.** ${prose(orphanedText(one))} What was planned:`;
		await notePlan(run, pullRequest, {
			text,
			kind: "WARNING",
			whenAbsent: "create"
		});
		const output = {
			title: "No run goes on with it",
			summary: prose(orphanedText(one))
		};
		await retitleLeftOpen(run, {
			runUrl: url,
			commit,
			pullRequest
		}, output);
		await closeGate(run, pullRequest, one.table, "orphaned");
	}
}

export { closeGate as a, closeLeftOpen as i, tellOrphaned as n, postGate as o, partOrphans as r, withdrawCutover as s, findOrphaned as t };