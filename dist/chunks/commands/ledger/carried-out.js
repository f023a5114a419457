import { r as __name } from "../../rolldown-runtime.js";
import { n as findMigrations } from "../../engine/run/control.js";
import { r as swapUnclear } from "../../engine/run/swap-sight.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { t as connect } from "../../mysql/session.js";
import { A as selectUnended } from "../../sql/ledger.js";
import { a as readStatement, o as textOrNull, r as dateOf, t as hasLaterColumn } from "./upgrade-ledger.js";
import { t as databasesOf } from "./places.js";
import { n as readUnconfirmed } from "./sent-statements.js";
import { n as unclear, r as whatBecame, t as isAtWork } from "./what-became.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/ledger/carried-out.ts
/**
* What runs that died have carried out and could not write down, and what has ended without that. A plan must not try the first once more.
* Nothing is changed here: the next run writes it down, before it begins anything.
*
* @param place a replica tells less, and what it does not tell is no reason to refuse anything
* @throws GhostshipError `cutover-unconfirmed` where the tables of the target do not tell, as that run will
*/
async function findUnfinished(target, settings, ledger, place) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "looking for what runs that died have carried out"));
		const rows = await unendedIn(session, target.database, settings.values.namespace);
		if (rows.length === 0) return {
			carriedOut: [],
			ended: []
		};
		const done = /* @__PURE__ */ new Set([...await (place === "target" ? sentAndDone : sentAndReplicated)(target, session), ...await swappedBy(session, databasesOf(target, settings, await ledger.labels(session)))]);
		return {
			carriedOut: rows.map((row) => ({
				...readStatement(row),
				isReverted: false,
				finished: null,
				doneAt: null,
				goneSince: null,
				isUnwritten: true
			})).filter(({ id }) => done.has(id)),
			ended: endedAmong(rows)
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Of each statement the last run counts that has begun it. */
function endedAmong(rows) {
	const begun = rows.filter((row) => row.ended_as !== null);
	return [...new Map(begun.map((row) => [JSON.stringify([
		row.file,
		row.ordinal,
		row.statement_digest
	]), row])).values()].flatMap((row) => {
		const state = row.ended_as;
		if (state !== "aborted" && state !== "failed") return [];
		const pullRequest = textOrNull(row.pull_request);
		return {
			...readStatement(row),
			state,
			finished: dateOf(row.finished),
			pullRequest: pullRequest === null ? null : Number(pullRequest),
			runUrl: textOrNull(row.run_url),
			why: textOrNull(row.why)
		};
	});
}
/** Statements of files that were begun or given up, and whose rows do not say that they are done. */
async function unendedIn(session, schema, namespace) {
	const hasNamespaces = await hasLaterColumn(session, schema, "namespace");
	if (!hasNamespaces && namespace !== "") return [];
	return await readIfThere(session, selectUnended(schema, hasNamespaces ? namespace : null)) ?? [];
}
/** @returns ids of the ledger's rows */
async function sentAndDone(target, session) {
	const done = [];
	for (const one of await readUnconfirmed(target)) {
		const state = await whatBecame(session, one.sent);
		if (state === "done") done.push(one.id);
		else if (state === "unclear" && !await isAtWork(session, one.sent)) throw unclear(one);
	}
	return done;
}
async function sentAndReplicated(target, session) {
	const done = [];
	for (const { id, sent } of await readUnconfirmed(target)) if (await whatBecame(session, sent, "replica") === "done") done.push(id);
	return done;
}
async function swappedBy(session, databases) {
	const found = await findMigrations(session, databases);
	for (const { original, migration } of found) {
		const changelog = {
			schema: original.schema,
			name: migration.changelog
		};
		if (migration.swapUnclear) throw swapUnclear({
			original,
			changelog
		}, migration.migrationId);
	}
	return found.filter(({ migration }) => migration.swapped).map(({ migration }) => migration.migrationId);
}

export { findUnfinished };