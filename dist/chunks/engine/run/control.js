import { r as __name } from "../../rolldown-runtime.js";
import { t as findProcess } from "../../mysql/find-process.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { n as readIfThere } from "../../mysql/read-if-there.js";
import { m as isServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql/session.js";
import { _ as selectAnswer, b as selectCommands, g as rewriteStatus, l as giveCommand, o as dismissCutovers, v as selectChangelogs, x as selectNewCommand } from "../../sql/changelog.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { a as wholeSeconds, r as sleep, t as nowMs } from "../../support/clock.js";
import { a as sentence, t as GhostshipError } from "../../support/errors.js";
import { r as nameLockHolder, t as askNameLock } from "../tables/name-lock.js";
import { a as givenCommand, i as decideAll } from "./command.js";
import { t as controlStateOf } from "./control-state.js";
import { n as readStatusRow } from "./status-row.js";
import { a as readSwapRecord, t as lookAtSwap } from "./swap-sight.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/run/control.ts
/** A command is read within a second, unless the migration is still at its preparations. */
const answerWithinMs = 15e3;
const askEveryMs = 200;
/** Without a sign of life for so long, a run that the server no longer knows is dead. A run that lives is heard of every ten seconds. */
const deadAfterMs = 3e4;
/** The migrations in some databases of a server, running or left behind. Each database is looked into once, whatever its case. */
async function findMigrations(session, databases) {
	const nameCase = await askNameCase(session);
	const schemas = [];
	for (const schema of databases.map((name) => nameCase.spell(name))) if (!schemas.some((other) => nameCase.same(schema, other))) schemas.push(schema);
	const found = [];
	for (const schema of schemas) for (const row of await session.rows(selectChangelogs(schema))) {
		const migration = await readChangelog(session, {
			schema,
			name: String(row.name)
		});
		if (migration !== null) found.push({
			original: {
				schema,
				name: migration.table
			},
			migration
		});
	}
	return found;
}
/**
* Sends a command to a running migration, from any machine that reaches the target, and waits for its answer.
*
* @returns `null` where the migration ended before it could answer
* @throws GhostshipError `no-answer`
*/
async function giveTo({ original, migration }, { command, argument }, target, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const changelog = {
			schema: original.schema,
			name: migration.changelog
		};
		const session = _usingCtx$1.a(await connect(target, "giving a command"));
		try {
			await give(session, changelog, {
				command,
				argument
			}, migration.table);
			const [given] = await session.rows(selectNewCommand);
			return await waitForAnswer(session, changelog, Number(given?.id), migration, signal);
		} catch (error) {
			throw error instanceof ConnectionLost ? unheard(migration.table, error) : error;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Leaves a command for the run that goes on with a migration that nobody works on. */
async function leaveFor({ original, migration }, command, target) {
	try {
		var _usingCtx3 = _usingCtx();
		await give(_usingCtx3.a(await connect(target, "leaving a command")), {
			schema: original.schema,
			name: migration.changelog
		}, command, migration.table);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Takes an order to swap back. Where somebody is at work on the migration, it stands. */
async function withdrawOrder(session, { original, migration }) {
	const changelog = {
		schema: original.schema,
		name: migration.changelog
	};
	if (!await askNameLock(session, original)) return;
	await session.run(dismissCutovers(changelog));
	const row = await readStatusRow(session, changelog);
	if (row?.status.cutoverOrdered !== true) return;
	await session.run(rewriteStatus(changelog, JSON.stringify({
		...row.status,
		cutoverOrdered: false
	})));
}
/** A statement that waits would be obeyed later, when nobody expects it any more. */
async function give(session, changelog, { command, argument }, table) {
	await session.run(setLockWait(wholeSeconds(answerWithinMs)));
	try {
		await session.run(giveCommand(changelog, command, argument));
	} catch (error) {
		throw isServerError(error, "ER_LOCK_WAIT_TIMEOUT") ? notWritten(table, command) : error;
	}
}
/** A migration that is gone has no more to say. */
async function waitForAnswer(session, changelog, command, { table, migrationId }, signal) {
	for (const until = nowMs() + answerWithinMs;;) {
		const answer = await readAnswer(session, changelog, command);
		if (answer !== null) return answer;
		const now = await readChangelog(session, changelog);
		if (now === null || !now.alive || now.migrationId !== migrationId) return null;
		if (nowMs() > until) throw noAnswer(table, now.silentMs);
		await sleep(askEveryMs, signal);
	}
}
/** The changelog goes when the migration ends. */
async function readAnswer(session, changelog, command) {
	const [row] = await readIfThere(session, selectAnswer(changelog, command)) ?? [];
	return row === void 0 ? null : JSON.parse(String(row.answer));
}
function noAnswer(table, silentMs) {
	const seconds = Math.round(silentMs / 1e3);
	return new GhostshipError("no-answer", `The migration of ${table} has not answered within ${answerWithinMs / 1e3} s; its last sign of life was ${seconds} s ago.`, {
		hint: "It obeys as soon as it can read the command. If its process is gone, `ghostship abort --take-over` ends its connections and removes what it left.",
		tableState: "unknown"
	});
}
function notWritten(table, command) {
	return new GhostshipError("no-answer", `The server has taken no writes for ${answerWithinMs / 1e3} s, so the migration of ${table} was not told: ${command}.`, { hint: "Look for FLUSH TABLES WITH READ LOCK or a backup in the process list, and say it again when that is over." });
}
function unheard(table, cause) {
	return new GhostshipError("no-answer", `The migration of ${table} may have heard it, or not. ${sentence(cause.message)}`, {
		hint: "Look with `ghostship status` once the server can be reached.",
		tableState: "unknown",
		cause
	});
}
async function readChangelog(session, changelog) {
	const found = await readStatusRow(session, changelog);
	if (found === null) return null;
	const { status, ageMs } = found;
	const holder = await nameLockHolder(session, {
		schema: changelog.schema,
		name: status.table
	});
	const alive = holder !== null;
	const process = holder === null ? null : await findProcess(session, holder);
	const silentMs = process === null ? ageMs : Math.min(ageMs, process.seconds * 1e3);
	const record = alive ? null : await readSwapRecord(session, changelog);
	const swap = record === null ? "not swapped" : (await lookAtSwap(session, record)).state;
	const swapped = swap === "swapped";
	return {
		...status,
		ageMs,
		silentMs,
		alive,
		holder,
		swapped,
		swapUnclear: swap === "unclear",
		mayBeSwapped: record !== null,
		orders: swapped ? controlStateOf(status) : await readOrders(session, changelog, status),
		changelog: changelog.name
	};
}
/** A run that goes on with another's work reads them while it checks. */
async function readOrders(session, changelog, status) {
	const unread = await readIfThere(session, selectCommands(changelog, 0)) ?? [];
	return decideAll(unread.map(givenCommand), controlStateOf(status));
}

export { withdrawOrder as a, leaveFor as i, findMigrations as n, giveTo as r, deadAfterMs as t };