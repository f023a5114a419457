import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { a as isDenied, m as isServerError } from "../../mysql/server-errors.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "../../sql/sql.js";
import { r as withReferences } from "../../sql/parser/references.js";
import { P as withoutBinlog } from "../../sql/inspect.js";
import { b as viewComment } from "../../sql/cutover.js";
import { h as withForeignKeyChecks, y as withoutForeignKeyChecks } from "../../sql/session-settings.js";
import { i as readCreateStatement, o as sameName } from "../../mysql/inspect-table.js";
import { r as readChecks } from "../../sql/checks.js";
import { O as selectTables, T as selectNonTables, c as createTableLike, d as dropSchema, o as createSchema, p as dropTables } from "../../sql/ghost.js";
import { l as planClone, p as withSuffix, t as cloneMark, u as planCloneAway } from "./table-names.js";
import { f as readComments, r as createClone, s as dropIfEmpty, z as leftovers } from "./ghost.js";
import { a as readForeignKeys, o as referringTo, t as addForeignKeys } from "../../sql/foreign-keys.js";
import { n as giveLockBack, o as takeLock } from "./name-lock.js";
import { n as readAlter } from "../../sql/parser/alter.js";

// src/engine/tables/clone-place.ts
function schemaPlace(schema) {
	return {
		schema,
		name: ""
	};
}
/** How long another dry run at the same place is waited for. */
const turnSeconds = 60;
/**
* Call it before anything is made there. The lock goes with the session, or with {@link leavePlace}.
*
* @param beside what the statements are tried beside, as a message names it
* @throws GhostshipError `already-running`
*/
async function takePlace(session, place, beside) {
	if (await takeLock(session, place, turnSeconds)) return;
	throw new GhostshipError("already-running", `Another plan is trying its statements beside ${beside}.`, { hint: "Run this again when that plan has ended." });
}
/** Call it once nothing is left there. A session that came twice must leave twice. */
async function leavePlace(session, place) {
	await giveLockBack(session, place);
}
/** @returns whether no dry run is there that lives; the session has the lock then until it ends */
function askPlace(session, place) {
	return takeLock(session, place, 2);
}

// src/sql/trial.ts
/** The body of a trigger of any event. */
const doNothing = "SET @ghostship_trial = NULL";
/** In an order in which each finds what it needs. The table is there, and empty, before the first and after the last. */
function privilegeTrials(table, away) {
	const name = tableName(table);
	const trigger = tableName({
		schema: table.schema,
		name: `${away.name.slice(0, 60)}_tr`
	});
	return [
		{
			privilege: "INSERT",
			statements: [sql`INSERT INTO ${name} (id, n) VALUES (1, 1)`]
		},
		{
			privilege: "SELECT",
			statements: [sql`SELECT n FROM ${name} WHERE id = 1`]
		},
		{
			privilege: "UPDATE",
			statements: [sql`UPDATE ${name} SET n = 2 WHERE id = 1`]
		},
		{
			privilege: "DELETE",
			statements: [sql`DELETE FROM ${name} WHERE id = 1`]
		},
		{
			privilege: "ALTER",
			statements: [sql`ALTER TABLE ${name} ADD COLUMN m INT`]
		},
		{
			privilege: "INDEX",
			statements: [sql`CREATE INDEX i ON ${name} (n)`]
		},
		{
			privilege: "LOCK TABLES",
			statements: [sql`LOCK TABLES ${name} WRITE`, raw("UNLOCK TABLES")]
		},
		{
			privilege: "TRIGGER",
			statements: [sql`CREATE TRIGGER ${trigger} BEFORE INSERT ON ${name} FOR EACH ROW SET NEW.n = 1`, sql`DROP TRIGGER ${trigger}`]
		},
		{
			privilege: "ALTER and DROP",
			statements: [sql`RENAME TABLE ${name} TO ${tableName(away)}`, sql`RENAME TABLE ${tableName(away)} TO ${name}`]
		}
	];
}
/**
* Never does anything: the table exists, and has no such column. But MySQL asks first whether the user may refer to the parent,
* and locks nothing for that (seen on 9.7, with the parent locked by another session).
*/
function referTo(existing, parent, columns) {
	const none = join(columns.map((_, index) => ident(`none ${index}`)));
	return sql`CREATE TABLE ${tableName(existing)} (id INT NOT NULL PRIMARY KEY,
    FOREIGN KEY (${none}) REFERENCES ${tableName(parent)} (${join(columns.map(ident))}))`;
}
function createTrialTable(table, comment) {
	return sql`CREATE TABLE ${tableName(table)} (id INT NOT NULL PRIMARY KEY, n INT) ENGINE=InnoDB COMMENT=${comment}`;
}

// src/engine/tables/family.ts
/** True where foreign keys lead from the table, or to it, or the statement may add some. */
function hasRelatives({ foreignKeys }, { references }) {
	return foreignKeys.length + references.length > 0;
}
/** A clone among its relatives, all of them in a schema that holds nothing else. */
var Family = class {
	#original;
	#clone;
	/** Clones by the key of their originals. */
	#clones = /* @__PURE__ */ new Map();
	constructor(original, alter, clone) {
		this.#original = original;
		this.#clone = clone;
		this.#clones.set(keyOf(original.table), {
			original: original.table,
			clone
		});
		const taken = /* @__PURE__ */ new Set([clone.name.toLowerCase()]);
		for (const { child, parent } of original.foreignKeys) for (const relative of [child, parent]) this.#name(relative, taken);
		for (const parent of alter.references) this.#name(this.#parentOf(parent), taken);
	}
	/** @param keepsNames of CHECK constraints, see `own-schema.ts` */
	async create(session, keepsNames) {
		await session.run(withoutForeignKeyChecks);
		await createClone(session, this.#clone, this.#original, keepsNames);
		const made = /* @__PURE__ */ new Set([keyOf(this.#original.table)]);
		for (const [key, { original, clone }] of this.#clones) if (!made.has(key) && await createRelative(session, clone, original)) made.add(key);
		const children = new Map(this.#original.foreignKeys.map(({ child }) => [keyOf(child), child]));
		for (const [key, child] of children) if (made.has(key)) await this.#relate(session, child);
		await session.run(withForeignKeyChecks);
	}
	/** The text of the statement for the clone: it refers to clones as well. */
	statementFor({ text, statement }) {
		return withReferences(text, statement.clauses, (parent) => {
			const clone = this.#clones.get(keyOf(this.#parentOf(parent)))?.clone;
			return clone === void 0 ? text.slice(parent.start, parent.end) : tableName(clone).text;
		});
	}
	/** A definition of the clone as the original would have it. */
	inTheirNames(createStatement) {
		const { schema } = this.#original.table;
		return referringTo(createStatement, {
			from: this.#clone.schema,
			to: schema
		}, (parent) => this.originalOf(parent));
	}
	originalOf(table) {
		return [...this.#clones.values()].find(({ clone }) => keyOf(clone) === keyOf(table))?.original ?? table;
	}
	/** Gives the clone of `child` those of its foreign keys that lead from the table, or to it. */
	async #relate(session, child) {
		const all = readForeignKeys(await readCreateStatement(session, child), child.schema);
		const isOwn = keyOf(child) === keyOf(this.#original.table);
		const keys = all.filter(({ parent }) => isOwn || keyOf(parent) === keyOf(this.#original.table)).map((key) => ({
			...key,
			parent: this.#clones.get(keyOf(key.parent))?.clone ?? key.parent
		}));
		const clone = this.#clones.get(keyOf(child))?.clone;
		if (keys.length === 0 || clone === void 0) return;
		for (const statement of addForeignKeys(clone, keys, "COPY")) await session.run(statement);
	}
	#parentOf({ schema, name }) {
		return {
			schema: schema ?? this.#original.table.schema,
			name
		};
	}
	/** Tables of other schemas may have the same name. */
	#name(relative, taken) {
		const key = keyOf(relative);
		if (this.#clones.has(key)) return;
		let name = relative.name;
		for (let number = 2; taken.has(name.toLowerCase()); number++) name = withSuffix(relative.name, `_${number}`);
		taken.add(name.toLowerCase());
		this.#clones.set(key, {
			original: relative,
			clone: {
				schema: this.#clone.schema,
				name
			}
		});
	}
};
/** @returns false for a table that is not there, is a view, or that this user may not read: the original itself will tell */
async function createRelative(session, clone, original) {
	try {
		await session.run(createTableLike(clone, original));
		return true;
	} catch (error) {
		if (isServerError(error, "ER_NO_SUCH_TABLE", "ER_BAD_DB_ERROR", "ER_WRONG_OBJECT", "ER_TABLEACCESS_DENIED_ERROR")) return false;
		throw error;
	}
}
/** Both servers compare the names of these tables without regard to case, or have no two that differ by case alone. */
function keyOf({ schema, name }) {
	return JSON.stringify([schema.toLowerCase(), name.toLowerCase()]);
}

// src/engine/tables/own-schema.ts
/**
* True where the ghost must be in a schema of its own, to keep names that are unique in a schema. On MySQL these are the names
* of CHECK constraints and of foreign keys. RENAME then carries them over, while the old table goes to a third schema. On
* MariaDB names of CHECKs belong to the table, and foreign keys are not carried over.
*/
function needsOwnSchema(original, alter, flavor, foreignKeys) {
	if (flavor === "mariadb") return false;
	return hasNamedChecks(original, alter) || foreignKeys === "carry" && hasOwnForeignKeys(original);
}
/** @param denied what the server said when it was tried */
function noOwnSchema({ schema, name }, denied) {
	return new GhostshipError("missing-privileges", `To keep the names of constraints of ${name}, Ghostship needs a short-lived schema beside ${schema}: ${denied.message}`, {
		hint: grantOnSchemas(schema),
		cause: denied
	});
}
function grantOnSchemas(schema) {
	return `GRANT ALL ON \`${schema.replaceAll("_", "\\_")}\\_%\`.* to the user of the target URL.`;
}
function hasOwnForeignKeys({ createStatement, table }) {
	return readForeignKeys(createStatement, table.schema).length > 0;
}
/** CREATE TABLE … LIKE makes up new names. Only the pattern `<table>_chk_<n>` follows a RENAME (MySQL manual, "CHECK Constraints"). */
function hasNamedChecks(original, alter) {
	const names = readChecks(original.createStatement).map(({ name }) => name);
	if (names.length === 0) return false;
	return !names.every((name, index) => name === `${original.table.name}_chk_${index + 1}`) || alter.statement.clauses.some(({ kind }) => kind === "alter-check" || kind === "drop-constraint");
}

// src/engine/tables/empty-clone.ts
/** By the comment of the mark beside them, or by their own, a later dry run knows that clones are ours. */
const comment = "Ghostship dry run";
/**
* A table with foreign keys has them on the clone as well, where the user may make a schema for it: see `family.ts`.
*
* @throws GhostshipError `leftover-tables` where somebody else's table has the name, `missing-privileges`
*/
async function openClone(session, request) {
	const { original, alter, server, foreignKeys, purpose } = request;
	if (hasRelatives(original, alter)) {
		const family = await openFamily(session, request);
		if (family !== null) return family;
		refuseUnseenKeys(request);
	}
	const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
	const name = planClone(original.table, apart, purpose);
	const place = apart ? schemaPlace(name.schema) : name;
	const own = [
		name,
		planCloneAway(name),
		cloneMark(place)
	];
	for (const table of own) session.naming.add(table, original.table);
	const drop = async () => {
		await session.run(dropTables(own));
		if (apart) await dropIfEmpty(session, name.schema);
	};
	await takePlace(session, place, original.table.name);
	refuseForeign(place, await readComments(session, own));
	if (apart) await refuseForeignSchema(session, name.schema);
	try {
		await drop();
		if (apart) await session.run(createSchema(name.schema));
	} catch (error) {
		throw apart && isDenied(error) ? noOwnSchema(original.table, error) : error;
	}
	await session.run(createTrialTable(cloneMark(place), comment));
	try {
		await createClone(session, name, original);
	} catch (error) {
		await drop().catch(() => {});
		throw error;
	}
	return {
		name,
		alter,
		inTheirNames: (createStatement) => session.naming.inTheirNames(createStatement),
		originalOf: (table) => table,
		async [Symbol.asyncDispose]() {
			await drop();
			await leavePlace(session, place);
		}
	};
}
async function dropFamily(session, schema) {
	await session.run(withoutForeignKeyChecks);
	const { name: mark } = cloneMark(schemaPlace(schema));
	const tables = (await tablesIn(session, schema)).map(([table]) => table);
	const inOrder = [...tables.filter(({ name }) => name !== mark), ...tables.filter(({ name }) => name === mark)];
	if (tables.length > 0) await session.run(dropTables(inOrder));
	await session.run(dropSchema(schema));
}
/** @returns `null` where the user may not make the schema */
async function openFamily(session, { original, alter, server, purpose }) {
	const name = planClone(original.table, true, purpose);
	session.naming.add(name, original.table);
	const drop = () => dropFamily(session, name.schema);
	const place = schemaPlace(name.schema);
	await takePlace(session, place, original.table.name);
	refuseForeign(place, await tablesIn(session, name.schema));
	await refuseForeignSchema(session, name.schema);
	try {
		await drop();
		await session.run(createSchema(name.schema));
	} catch (error) {
		if (isDenied(error)) return null;
		throw error;
	}
	const family = new Family(original, alter, name);
	try {
		await session.run(createTrialTable(cloneMark(place), comment));
		await family.create(session, server.flavor === "mysql" && hasNamedChecks(original, alter));
	} catch (error) {
		await drop();
		if (isDenied(error)) return null;
		throw error;
	}
	return {
		name,
		alter: forClone(family, alter, server),
		inTheirNames: (text) => family.inTheirNames(text),
		originalOf: (table) => family.originalOf(table),
		async [Symbol.asyncDispose]() {
			await drop();
			await session.run(withForeignKeyChecks);
			await leavePlace(session, place);
		}
	};
}
function forClone(family, alter, server) {
	const read = readAlter(family.statementFor(alter), server);
	return read.kind === "alter" ? read : alter;
}
/** A clone without its foreign keys cannot tell what becomes of a statement that names one. */
function refuseUnseenKeys({ original, alter }) {
	const { droppedForeignKeys, droppedConstraints, references } = alter;
	if (droppedForeignKeys.length + droppedConstraints.length + references.length === 0) return;
	const { schema, name } = original.table;
	throw new GhostshipError("missing-privileges", `To try a statement that ${references.length > 0 ? "adds foreign keys to" : "drops foreign keys of"} ${name}, Ghostship needs a short-lived schema beside ${schema}.`, { hint: grantOnSchemas(schema) });
}
/** @throws GhostshipError `leftover-tables` */
function refuseForeign(place, tables) {
	const found = new Map(tables);
	const foreign = foreignAt(place, found);
	if (foreign.length > 0) throw leftovers(foreign, found);
}
/**
* We make tables only, so what else is in a schema is somebody's.
*
* @throws GhostshipError `leftover-tables`
*/
async function refuseForeignSchema(session, schema) {
	if ((await session.rows(selectNonTables(schema))).length === 0) return;
	throw new GhostshipError("leftover-tables", `The schema ${schema} has a view, a routine or an event, and Ghostship needs its name for a moment.`, { hint: `If nobody needs what is in it, ${dropSchema(schema).text} drops it. Otherwise move it to a schema of another name.` });
}
/** Of what is there, all that is not proved to be ours. That it is empty proves nothing. */
function foreignAt(place, tables) {
	const found = [...tables];
	const mark = cloneMark(place);
	const isMarked = found.some(([{ name }, words]) => sameName(name, mark.name) && words === "Ghostship dry run");
	return found.flatMap(([table, words]) => words === "VIEW" || !(isMarked || words === "Ghostship dry run") ? [table] : []);
}
async function tablesIn(session, schema) {
	return (await session.rows(selectTables(schema))).map((row) => [{
		schema,
		name: String(row.name)
	}, String(row.comment)]);
}

// src/engine/tables/keep-out-of-binlog.ts
/** On a replica a clone in the binlog would be a transaction that its source never had. */
async function keepOutOfBinlog(session, isReplica) {
	try {
		await session.run(withoutBinlog);
	} catch (error) {
		if (!isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR") || !isReplica) return;
		throw new GhostshipError("missing-privileges", "The user of the test replica may not switch its binary log off.", {
			hint: "Grant SYSTEM_VARIABLES_ADMIN (MySQL) or BINLOG ADMIN (MariaDB) on the replica: otherwise Ghostship would leave transactions there that the source never had.",
			cause: error
		});
	}
}

export { askPlace as _, openClone as a, takePlace as b, tablesIn as c, noOwnSchema as d, hasRelatives as f, referTo as g, privilegeTrials as h, foreignAt as i, grantOnSchemas as l, doNothing as m, comment as n, refuseForeign as o, createTrialTable as p, dropFamily as r, refuseForeignSchema as s, keepOutOfBinlog as t, needsOwnSchema as u, leavePlace as v, schemaPlace as y };