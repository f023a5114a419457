import { n as requireTarget } from "./settings.js";
import { t as _usingCtx } from "./usingCtx.js";
import { T as connect, f as getLock, i as countTables, l as dropSchema, u as dropTable } from "./ghost.js";
import { n as nameTables, t as lockName } from "./table-names.js";
import { t as readStatus } from "./control.js";
import { o as readComments } from "./ghost2.js";
import { t as Ledger } from "./ledger.js";
// src/commands/cleanup.ts
/**
* Drops what migrations have left behind in the target's database: the tables of runs that died, and retired tables the
* ledger knows, these unless the option retired says keep.
*
* @param table only what belongs to this table; `null` for everything
*/
async function cleanup(table, settings, signal) {
	let target = requireTarget(settings), report = {
		dropped: [],
		kept: []
	};
	for (let migration of await readStatus(target, table)) signal.throwIfAborted(), migration.alive ? report.kept.push({
		table: migration.changelog,
		reason: "its migration is running"
	}) : report.dropped.push(...await dropLeftBehind(target, migration.table));
	for (let entry of await new Ledger(target).retiredTables()) {
		if (signal.throwIfAborted(), table !== null && table !== entry.table) continue;
		let keeps = settings.valuesFor(null, entry.table).retired === "keep", found = await dropRetired(target, entry, keeps);
		found && keeps && report.kept.push({
			table: entry.retired,
			reason: "the option retired says keep"
		}), found && !keeps && report.dropped.push(entry.retired);
	}
	return report;
}
/** Under the name lock, so that no new run comes in between. The changelog goes last: it is what proves the rest ours. */
async function dropLeftBehind(target, table) {
	try {
		var _usingCtx$1 = _usingCtx();
		let { beside, apart } = bothNames(target, table), session = _usingCtx$1.a(await connect(target, "cleaning up")), [lock] = await session.rows(getLock(lockName(beside.original), 0));
		if (Number(lock?.taken) !== 1) return [];
		let comments = await readComments(session, [
			apart.ghost,
			apart.retired,
			beside.ghost,
			beside.retired,
			beside.changelog
		]), isOurs = (name, comment) => name !== apart.retired && name !== beside.retired || comment === "Ghostship sentry", ours = [...comments].filter(([name, comment]) => isOurs(name, comment)).map(([name]) => name);
		for (let name of ours) await session.run(dropTable(name));
		return ours.some(({ schema }) => apart.ownSchemas.includes(schema)) && await dropEmptySchemas(session, apart), ours.map((name) => labelOf(name, target));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** @returns whether it was there */
async function dropRetired(target, { table, retired }, keeps) {
	try {
		var _usingCtx3 = _usingCtx();
		let { beside, apart } = bothNames(target, table), name = [beside.retired, apart.retired].find((candidate) => labelOf(candidate, target) === retired);
		if (name === void 0) return !1;
		let session = _usingCtx3.a(await connect(target, "cleaning up"));
		return (await readComments(session, [name])).has(name) ? (keeps || (await session.run(dropTable(name)), name === apart.retired && await dropEmptySchemas(session, apart)), !0) : !1;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function dropEmptySchemas(session, { ownSchemas }) {
	for (let schema of ownSchemas) {
		let [row] = await session.rows(countTables(schema));
		Number(row?.tables_left) === 0 && await session.run(dropSchema(schema));
	}
}
function bothNames(target, table) {
	let original = {
		schema: target.database,
		name: table
	};
	return {
		beside: nameTables(original, !1),
		apart: nameTables(original, !0)
	};
}
/** As outcomes name it: with its schema only where that is another one. */
function labelOf({ schema, name }, target) {
	return schema === target.database ? name : `${schema}.${name}`;
}
// src/report/cleanup-text.ts
function cleanupText({ dropped, kept }) {
	return dropped.length + kept.length === 0 ? "There is nothing to clean up." : [...dropped.map((table) => `Dropped ${table}.`), ...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`)].join("\n");
}
export { cleanup as n, cleanupText as t };
