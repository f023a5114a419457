import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement } from "../../mysql/inspect-table.js";
import { t as readChangelog } from "../../mysql/read-if-there.js";
import { d as isLockConflict, m as isServerError } from "../../mysql/server-errors.js";
import { T as selectUncheckedKeys, j as writeUncheckedKeys } from "../../sql/changelog.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { a as readForeignKeys, i as dropKeys } from "../../sql/foreign-keys.js";
import { n as ident } from "../../sql/sql.js";
import { i as sleepUncancelled } from "../../support/clock.js";

// src/engine/tables/unchecked-keys.ts
/** Others queue up behind a lock that is waited for. */
const lockWaitSeconds = 1;
const attempts = 20;
const pauseMs = 500;
const usualLockWaitSeconds = 10;
/** Call it before the keys are added. */
async function noteUncheckedKeys(session, names, keys) {
	await session.run(writeUncheckedKeys(names.changelog, JSON.stringify(keys)));
}
/** Call it once they are checked, or it is known that they were not added. */
async function forgetUncheckedKeys(session, names) {
	await session.run(writeUncheckedKeys(names.changelog, null));
}
/**
* Drops those that the changelog notes, where they are there. This touches no row.
*
* @returns the names of the foreign keys that were dropped
* @throws ServerError where the table is in use all the time
*/
async function dropUncheckedKeys(session, names) {
	const noted = await readNote(session, names.changelog);
	if (noted === null) return [];
	const present = await presentOf(session, names.original, noted);
	if (present.foreignKeys.length === 0) return [];
	await session.run(setLockWait(lockWaitSeconds));
	try {
		await dropPatiently(session, names.original, present);
	} finally {
		await session.run(setLockWait(usualLockWaitSeconds));
	}
	await session.run(writeUncheckedKeys(names.changelog, null));
	return present.foreignKeys;
}
/** Those that the changelog notes and the table has, checked by a run that is under way or by none any more. */
async function findUncheckedKeys(session, names) {
	const noted = await readNote(session, names.changelog);
	return noted === null ? {
		foreignKeys: [],
		indexes: []
	} : await presentOf(session, names.original, noted);
}
/** Drops from a clone of the table what came to it from there. */
async function dropFromClone(session, clone, unchecked) {
	const { foreignKeys, indexes } = await presentOf(session, clone, unchecked);
	if (foreignKeys.length + indexes.length > 0) await session.run(dropKeys(clone, foreignKeys, indexes));
}
async function dropPatiently(session, table, keys) {
	for (let attempt = 1;; attempt++) try {
		await session.run(dropKeys(table, keys.foreignKeys, keys.indexes));
		return;
	} catch (error) {
		if (!isLockConflict(error) || attempt === attempts) throw error;
		await sleepUncancelled(pauseMs);
	}
}
async function readNote(session, changelog) {
	const [row] = await readChangelog(session, selectUncheckedKeys(changelog)) ?? [];
	return typeof row?.unchecked === "string" ? JSON.parse(row.unchecked) : null;
}
async function presentOf(session, table, noted) {
	const createStatement = await readCreateStatement(session, table).catch((error) => {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return "";
		throw error;
	});
	const own = readForeignKeys(createStatement, table.schema).map(({ name }) => name);
	return {
		foreignKeys: noted.foreignKeys.filter((name) => own.includes(name)),
		indexes: noted.indexes.filter((name) => createStatement.includes(`\n  KEY ${ident(name).text} (`))
	};
}

export { noteUncheckedKeys as a, forgetUncheckedKeys as i, dropUncheckedKeys as n, findUncheckedKeys as r, dropFromClone as t };