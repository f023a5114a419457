import { r as __name } from "../../rolldown-runtime.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../../support/errors.js";
import { m as isServerError, t as ConnectionLost } from "../../mysql/server-errors.js";
import { o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { t as referencesOf } from "../../sql/parser/references.js";
import { t as qualify } from "./task.js";
import { i as placeOf } from "./file-statement.js";
import { t as _usingCtx } from "../../usingCtx.js";
import { m as selectSchema } from "../../sql/inspect.js";
import { t as askNameCase } from "../../mysql/name-case.js";
import { t as askServer } from "../../mysql/server.js";
import { p as refuseTarget } from "../../engine/preflight/privileges.js";
import { g as setLockWait } from "../../sql/cutover.js";
import { t as connect } from "../../mysql/session.js";
import { m as unknownTable, r as inspectTable } from "../../mysql/inspect-table.js";
import { c as nameTables } from "../../engine/tables/table-names.js";
import { a as requireNameLock } from "../../engine/tables/name-lock.js";
import { h as ledgerTable } from "../../sql/ledger.js";
import { r as releaseNames } from "../../engine/relations/foreign-keys.js";
import { c as sameTable, o as namesOfHiddenChildren } from "../../engine/preflight/foreign-keys.js";
import { a as refuseYielded, l as usesOfCreating, s as refuseUses, u as usesOfRenaming } from "../../engine/resume/kept-work.js";
import { i as settleSent, r as sentRenames } from "../../engine/tables/describe-sent.js";

// src/engine/direct/refuse-ledger.ts
/** @throws GhostshipError `unsupported-table` for what says which statements were applied */
function refuseLedger({ name }) {
	if (name.toLowerCase() !== "ghostship_migrations") return;
	throw new GhostshipError("unsupported-table", `${name} is the ledger of Ghostship, which no file changes.`, { hint: "Take the statement out." });
}

// src/sql/retire.ts
function renameTable(from, to) {
	return sql`RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
}
/** All of them or none, one after the other: a name that one gives up another can take. */
function renameAll(renames) {
	return sql`RENAME TABLE ${join(renames.map(({ from, to }) => sql`${tableName(from)} TO ${tableName(to)}`))}`;
}

// src/engine/direct/check-renames.ts
/**
* What the server would refuse, said before it is asked. A name counts as free or taken as it will be when its turn comes.
*
* @param look where earlier statements of the run are only tried, it tells what they leave
* @throws GhostshipError `unknown-table`, `invalid-statement`, `unsupported-table`
*/
async function checkRenames(session, { renames, ifExists }, look = (name) => inspectTable(session, name)) {
	const names = new Names(look, await askNameCase(session));
	const kept = [];
	for (const { from, to } of renames) {
		refuseLedger(from);
		const source = await names.at(from);
		if (source === null && ifExists) continue;
		if (source === null) throw await missing(session, from, await names.at(to) === null ? null : to);
		if (await names.at(to) !== null) throw nameTaken(to);
		if (from.schema !== to.schema) await refuseMove(session, source, to);
		names.move(source, from, to);
		kept.push({
			from,
			to
		});
	}
	return {
		renames: kept,
		tables: names.moved,
		freed: names.freed
	};
}
/** Which table has which name, as the statement goes on. */
var Names = class {
	#look;
	#nameCase;
	#entries = [];
	constructor(look, nameCase) {
		this.#look = look;
		this.#nameCase = nameCase;
	}
	async at(name) {
		const known = this.#find(name);
		if (known !== void 0) return known.now;
		const before = await this.#look(name);
		this.#entries.push({
			name,
			before,
			now: before
		});
		return before;
	}
	move(table, from, to) {
		const [old, next] = [this.#find(from), this.#find(to)];
		if (old !== void 0) old.now = null;
		if (next !== void 0) next.now = table;
	}
	get freed() {
		return this.#entries.filter(({ before, now }) => before !== null && now === null).map(({ name }) => name);
	}
	get moved() {
		return this.#entries.flatMap(({ before, now }) => before === null || before === now ? [] : [before]);
	}
	#find({ schema, name }) {
		return this.#entries.find((entry) => this.#nameCase.same(entry.name.schema, schema) && this.#nameCase.same(entry.name.name, name));
	}
};
/** A run that was cut off between the rename and its note in the ledger leaves just this. */
async function missing(session, from, to) {
	const error = await unknownTable(session, from, "Check its name, and the database of target.");
	if (to === null) return error;
	return new GhostshipError("unknown-table", `${error.message.replace(/\.$/u, "")}, and ${to.name} is there.`, { hint: "If an earlier run renamed it and was cut off before it could note that, take the statement out of the file." });
}
function nameTaken(to) {
	return new GhostshipError("invalid-statement", `There is ${to.name} already in ${to.schema}.`, { hint: "Choose another name, or rename or drop what has this one first. No table was renamed." });
}
/** Into another database. */
async function refuseMove(session, { table, kind, triggers }, to) {
	if ((await session.rows(selectSchema(to.schema))).length === 0) throw new GhostshipError("invalid-statement", `There is no database ${to.schema}.`, { hint: "Check its name, or create it first. No table was renamed." });
	if (kind === "view") throw new GhostshipError("unsupported-table", `${table.name} is a view, which cannot leave its database.`, { hint: "Create it there and drop it here by other means." });
	if (triggers.length > 0) {
		const names = triggers.map(({ name }) => name).join(", ");
		throw new GhostshipError("unsupported-table", `${table.name} has triggers (${names}), and cannot leave its database with them.`, { hint: "Drop them first, and create them again where it goes." });
	}
}

// src/engine/direct/refuse-retiring.ts
/**
* What the server would refuse to drop. A foreign key would follow the table to its new name, and its child would go on being
* checked against it.
*
* @throws GhostshipError `unsupported-table`
*/
async function refuseRetiring(session, definition, known = null) {
	const { table, kind, foreignKeys } = definition;
	if (kind !== "table") throw new GhostshipError("unsupported-table", `${table.name} is not a table.`, { hint: "Drop a view by other means." });
	const names = [...foreignKeys.filter(({ parent, child }) => sameTable(parent, table) && !sameTable(child, table)).map(({ child, name }) => {
		return `${child.schema === table.schema ? "" : `${child.schema}.`}${child.name} (${name})`;
	}), ...await namesOfHiddenChildren(session, known ?? await askServer(session), definition)];
	if (names.length === 0) return;
	throw new GhostshipError("unsupported-table", `Foreign keys point to ${table.name}: ${names.join(", ")}.`, { hint: "Drop these foreign keys, or the tables that have them, first." });
}

// src/engine/direct/retire-table.ts
/**
* What DROP TABLE becomes: the table is renamed out of sight, with all its rows and without its foreign keys and checks, until `cleanup`
* drops it.
*
* @param lockBudgetMs how long statements that use the table may wait for the rename
* @returns the new name; `null` for a table that does not exist and need not (IF EXISTS)
* @throws GhostshipError
*/
async function retireTable({ table: asked, ifExists }, target, lockBudgetMs, noteSent) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(target, "retiring a table"));
		const server = await askServer(session);
		refuseTarget(server);
		await refuseUses(session, server, usesOfRetiring(asked));
		await requireNameLock(session, asked);
		const definition = await inspectTable(session, asked);
		if (definition === null) {
			if (ifExists) return null;
			throw await unknownTable(session, asked, goneHint);
		}
		const { table } = definition;
		const { retired } = nameTables(table, false);
		await refuseYielded(session, table);
		await refuseRetiring(session, definition, server);
		if (await inspectTable(session, retired) !== null) throw retiredNameTaken(retired);
		const sent = await sentRenames(target, session, [{
			from: table,
			to: retired
		}], retired);
		await noteSent(sent);
		await rename(session, {
			table,
			retired,
			sent
		}, target, lockBudgetMs);
		await release(session, {
			table,
			retired,
			flavor: server.flavor
		}, target);
		return retired.name;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function usesOfRetiring(table) {
	return usesOfRenaming(table, nameTables(table, false).retired);
}
function retiredNameTaken({ name }) {
	return new GhostshipError("leftover-tables", `${name} exists already.`, { hint: `Look whether its rows are still needed. Run cleanup, or drop ${name} yourself, then run this again.` });
}
const goneHint = "Check its name, and the database of target. DROP TABLE IF EXISTS accepts that it is gone.";
async function rename(session, retiring, target, lockBudgetMs) {
	const { table, retired } = retiring;
	await session.run(setLockWait(Math.max(1, Math.floor(lockBudgetMs / 1e3))));
	try {
		await session.run(renameTable(table, retired));
	} catch (error) {
		if (error instanceof ConnectionLost) return confirmRename(session, retiring, target, error);
		if (!isServerError(error, "ER_LOCK_WAIT_TIMEOUT")) throw error;
		throw new GhostshipError("cutover-gave-up", `${table.name} was in use for longer than the lock budget.`, {
			hint: "Look for the transaction that keeps it open, then run this again; or give a larger lock-budget.",
			cause: error
		});
	}
}
async function release(session, { table, retired, flavor }, target) {
	try {
		try {
			var _usingCtx3 = _usingCtx();
			if (session.alive) return await releaseNames(session, retired, flavor);
			const other = _usingCtx3.a(await connect(target, "dropping the constraints of a retired table"));
			await releaseNames(other, retired, flavor);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		throw new GhostshipError("server-error", `${table.name} is ${retired.name} now and still has its foreign keys or checks: ${messageOf(error)}`, {
			hint: `As long as it has them, rows it refers to cannot be deleted, and their names are taken. Drop ${retired.name}, or them.`,
			tableState: "changed",
			cause: error
		});
	}
}
async function confirmRename(lost, { table, retired, sent }, target, cause) {
	const state = await settleSent(target, lost, sent);
	if (state === "done") return;
	throw new GhostshipError("connection-lost", `${sentence(cause.message)}`, {
		hint: state === "unclear" ? `Look whether ${table.name} is there or ${retired.name}, before anything else is run.` : `${table.name} is as it was. Run this again.`,
		tableState: state === "unclear" ? "unknown" : "unchanged",
		cause
	});
}

// src/commands/statements/creation-of.ts
/** What the engine must know of a CREATE TABLE, for plan and migrate alike. */
function creationOf(statement, database) {
	const { text, label, parsed } = statement;
	const made = parsed.kind === "create-table" ? qualify(parsed.table, database) : null;
	const unlessThere = parsed.kind === "create-table" && parsed.ifNotExists ? made : null;
	const madeAnew = parsed.kind === "create-table" && !parsed.replaces ? made : null;
	const uses = usesOf(statement, database);
	return {
		statement: text,
		table: label,
		place: placeOf(statement),
		uses,
		unlessThere,
		madeAnew
	};
}
function usesOf({ parsed }, database) {
	if (parsed.kind !== "create-table") return [];
	const { table, replaces, like, elements } = parsed;
	const made = qualify(table, database);
	const parents = elements.map(referencesOf).filter((found) => found !== null);
	const copied = like === null ? null : qualify(like, database);
	return usesOfCreating(made, replaces, copied, parents.map((parent) => qualify(parent, made.schema)));
}

export { usesOfRetiring as a, renameAll as c, retiredNameTaken as i, refuseLedger as l, goneHint as n, refuseRetiring as o, retireTable as r, checkRenames as s, creationOf as t };