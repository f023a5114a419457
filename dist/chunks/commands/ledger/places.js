import { n as __name } from "../../rolldown-runtime.js";
import { t as _usingCtx } from "../../mysql/server-errors.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { t as connect } from "../../mysql/session.js";
import { Z as lockName, ct as selectStatusRow, it as giveCommand, ot as selectChangelogs } from "../../sql.js";
import { g as isUsedLock } from "../../sql/ghost.js";
import { n as isSwapped, r as readSwapRecord } from "../../engine/run/swap-record.js";

// src/engine/run/control.ts
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
/** Sends a command to a running migration, from any machine that reaches the target. */
async function giveTo({ original, migration }, command, target) {
	try {
		var _usingCtx$1 = _usingCtx();
		await _usingCtx$1.a(await connect(target, "giving a command")).run(giveCommand({
			schema: original.schema,
			name: migration.changelog
		}, command, null));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function readChangelog(session, changelog) {
	const [row] = await session.rows(selectStatusRow(changelog)).catch(() => []);
	if (row === void 0 || row.body === null) return null;
	const status = JSON.parse(String(row.body));
	const [lock] = await session.rows(isUsedLock(lockName({
		schema: changelog.schema,
		name: status.table
	})));
	const alive = lock?.holder !== null;
	const record = alive ? null : await readSwapRecord(session, changelog);
	const swapped = record !== null && await isSwapped(session, record);
	return {
		...status,
		ageMs: Number(row.age_ms),
		alive,
		swapped,
		changelog: changelog.name
	};
}

// src/commands/ledger/places.ts
/**
* Where migrations of a target may be, or have left something: its own database, those that the option databases names now, and
* those that the ledger knows from other runs.
*
* @param labels tables as the ledger names them
*/
function databasesOf(target, settings, labels) {
	const known = labels.flatMap((label) => splits(label).map(({ schema }) => schema));
	return [.../* @__PURE__ */ new Set([
		target.database,
		...settings.values.databases,
		...known
	])];
}
/** The tables that may be meant by a label: one of the target's database, or one of another. Both kinds of name may have dots. */
function tablesMeant(label, target) {
	return [{
		schema: target.database,
		name: label
	}, ...splits(label)];
}
function splits(label) {
	return [...label.matchAll(/\./gu)].map(({ index }) => ({
		schema: label.slice(0, index),
		name: label.slice(index + 1)
	})).filter(({ schema, name }) => schema !== "" && name !== "");
}

export { giveTo as i, tablesMeant as n, findMigrations as r, databasesOf as t };