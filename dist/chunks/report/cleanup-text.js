import { n as __name } from "../rolldown-runtime.js";
import { t as _usingCtx } from "../mysql/server-errors.js";
import { n as requireTarget } from "../commands/options/settings.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { t as connect } from "../mysql/session.js";
import { n as lockName, r as nameTables } from "../engine/tables/table-names.js";
import { f as getLock, i as countTables, l as dropSchema, u as dropTable } from "../sql/ghost.js";
import { t as readStatus } from "../engine/run/control.js";
import { g as sentryComment, o as readComments } from "../engine/tables/ghost.js";
import { t as Ledger } from "../commands/ledger/ledger.js";

// src/commands/control/cleanup.ts
/**
* Drops what migrations have left behind in the target's database: the tables of dead runs, and the retired tables that the
* ledger knows. With `retired: keep` retired tables stay.
*
* @param table only what belongs to this table; `null` for everything
*/
async function cleanup(table, settings, signal) {
	const nameCase = await readNameCase(requireTarget(settings));
	const target = spellDatabase(requireTarget(settings), nameCase);
	const report = {
		dropped: [],
		kept: []
	};
	for (const migration of await readStatus(target, table)) {
		signal.throwIfAborted();
		if (migration.alive) report.kept.push({
			table: migration.changelog,
			reason: "its migration is running"
		});
		else report.dropped.push(...await dropLeftBehind(target, migration.table));
	}
	for (const entry of await new Ledger(target).retiredTables()) {
		signal.throwIfAborted();
		if (table !== null && !nameCase.same(table, entry.table)) continue;
		const keeps = settings.valuesFor(null, entry.table).retired === "keep";
		const found = await dropRetired(target, entry, nameCase, keeps);
		if (found && keeps) report.kept.push({
			table: entry.retired,
			reason: "the option retired says keep"
		});
		if (found && !keeps) report.dropped.push(entry.retired);
	}
	return report;
}
async function readNameCase(target) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "cleaning up"));
		return askNameCase(session);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours. */
async function dropLeftBehind(target, table) {
	try {
		var _usingCtx3 = _usingCtx();
		const { beside, apart } = bothNames(target, table);
		const session = _usingCtx3.a(await connect(target, "cleaning up"));
		const [lock] = await session.rows(getLock(lockName(beside.original), 0));
		if (Number(lock?.taken) !== 1) return [];
		const comments = await readComments(session, [
			apart.ghost,
			apart.retired,
			beside.ghost,
			beside.retired,
			beside.changelog
		]);
		const isOurs = (name, comment) => name !== apart.retired && name !== beside.retired || comment === "Ghostship sentry";
		const ours = [...comments].filter(([name, comment]) => isOurs(name, comment)).map(([name]) => name);
		for (const name of ours) await session.run(dropTable(name));
		if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
		return ours.map((name) => labelOf(name, target));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** @returns whether it was there */
async function dropRetired(target, { table, retired }, nameCase, keeps) {
	try {
		var _usingCtx4 = _usingCtx();
		const { beside, apart } = bothNames(target, nameCase.spell(table));
		const name = [beside.retired, apart.retired].find((candidate) => nameCase.same(labelOf(candidate, target), retired));
		if (name === void 0) return false;
		const session = _usingCtx4.a(await connect(target, "cleaning up"));
		if (!(await readComments(session, [name])).has(name)) return false;
		if (keeps) return true;
		await session.run(dropTable(name));
		if (name === apart.retired) await dropEmptySchemas(session, apart);
		return true;
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function dropEmptySchemas(session, { ownSchemas }) {
	for (const schema of ownSchemas) {
		const [row] = await session.rows(countTables(schema));
		if (Number(row?.tables_left) === 0) await session.run(dropSchema(schema));
	}
}
function bothNames(target, table) {
	const original = {
		schema: target.database,
		name: table
	};
	return {
		beside: nameTables(original, false),
		apart: nameTables(original, true)
	};
}
/** As outcomes name it: with its schema only where that is another one. */
function labelOf({ schema, name }, target) {
	return schema === target.database ? name : `${schema}.${name}`;
}

// src/report/cleanup-text.ts
function cleanupText({ dropped, kept }) {
	if (dropped.length + kept.length === 0) return "There is nothing to clean up.";
	return [...dropped.map((table) => `Dropped ${table}.`), ...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`)].join("\n");
}

export { cleanup as n, cleanupText as t };