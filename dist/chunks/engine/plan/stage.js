import { n as __name } from "../../rolldown-runtime.js";
import { a as sameName, c as unknownTable, i as readCreateStatement, r as inspectTable } from "../../support/digest.js";
import { n as explain } from "../../sql/data.js";
import { C as dropForeignKeys, T as referringTo, V as stageSchema, r as createClone, w as readForeignKeys, x as addForeignKeys } from "../tables/ghost.js";
import { f as dropTable, s as createSchema, v as renameTable } from "../../sql/ghost.js";
import { c as grantOnSchemas, g as takePlace, h as schemaPlace, o as refuseForeign, p as readAlter, r as dropFamily, s as tablesIn, t as keepOutOfBinlog } from "../tables/keep-out-of-binlog.js";
import { r as withReferences } from "../../sql/parser/references.js";
import { b as givenSqlMode, g as withoutForeignKeyChecks, p as withForeignKeyChecks, u as serverTimeZone, y as definingSqlMode } from "../../mysql2.js";
import { a as raw, n as ident, s as tableName } from "../../sql/sql.js";
import { n as measure, s as tryOnClone, t as findNullFree, w as cheapWays } from "../../engine.js";
import { l as Sessions, n as mapColumns, s as openControlConnection, t as ghostColumnOf } from "../mapping/column-map.js";
import { r as refuseTarget } from "../preflight/target.js";
import { d as isServerError } from "../../mysql/server-errors.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as NoStage } from "./no-stage.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/engine/plan/standings.ts
/** The tables as the statements of a run leave them: clones on the stage, and the tables of the user where no statement was. */
var Standings = class {
	#control;
	#asking;
	/** Schemas of the user that have a stage. */
	#schemas;
	/** `gone` for what a statement has dropped or renamed. */
	#standings = /* @__PURE__ */ new Map();
	/** @param home a schema that has a stage already */
	constructor(control, asking, home) {
		this.#control = control;
		this.#asking = asking;
		this.#schemas = /* @__PURE__ */ new Set([home]);
	}
	get schemas() {
		return [...this.#schemas];
	}
	/** A statement has made the table. */
	add(table) {
		const made = {
			table,
			isStaged: true,
			isComplete: true,
			source: null,
			map: [],
			rowsChanged: false,
			told: /* @__PURE__ */ new Set()
		};
		this.#standings.set(this.#key(table), made);
	}
	move(standing, to) {
		this.#standings.set(this.#key(standing.table), "gone");
		this.#standings.set(this.#key(to), {
			...standing,
			table: to
		});
	}
	/** Whether any of the tables is on the stage, or was. */
	knows(tables) {
		return tables.some((table) => this.#standings.has(this.#key(table)));
	}
	/** Whether a statement of the run has taken the table away. */
	isGone(table) {
		return this.#standings.get(this.#key(table)) === "gone";
	}
	standingOf(table) {
		const found = this.#standings.get(this.#key(table));
		return found === void 0 || found === "gone" ? null : found;
	}
	/** The table as the statements so far leave it, in the names of the user; `null` where there is none. */
	async look(table) {
		const found = this.#standings.get(this.#key(table));
		if (found === "gone") return null;
		if (found === void 0) return await inspectTable(this.#asking, table);
		if (!found.isStaged) return found.source === null ? null : {
			...found.source,
			table: found.table
		};
		await this.#complete(found);
		return await this.#describe(found);
	}
	/** For a table that is not there: what the migration will say. */
	async unknown(table, hint) {
		if (!this.isGone(table)) return await unknownTable(this.#asking, table, hint);
		return new GhostshipError("unknown-table", `There is no table ${table.name} in ${table.schema}.`, { hint });
	}
	/** Makes sure that the table stands on the stage as it is now. */
	async bring(table) {
		const known = this.#standings.get(this.#key(table));
		if (known === "gone") return null;
		const standing = known ?? await this.#place(table);
		if (standing !== null) await this.#complete(standing);
		return standing;
	}
	/** The clone of a table. */
	staged({ schema, name }) {
		return {
			schema: stageSchema(schema),
			name
		};
	}
	/** Makes a place for the clones of a schema. */
	async prepare(schema) {
		if (this.#schemas.has(schema)) return;
		await takeTurn(this.#control.session, schema);
		await makeSchema(this.#asking, schema);
		this.#schemas.add(schema);
	}
	async #place(asked) {
		const source = await inspectTable(this.#asking, asked);
		if (source === null) return null;
		const { table } = source;
		await this.prepare(table.schema);
		const clone = this.staged(table);
		this.#asking.naming.add(clone, table);
		const isStaged = source.kind === "table";
		if (isStaged) await createClone(this.#asking, clone, source, this.#control.server.flavor === "mysql");
		const after = isStaged ? await inspectTable(this.#asking, clone) : null;
		const map = after === null ? [] : mapColumns(source, after, noChanges);
		const standing = {
			table,
			isStaged,
			isComplete: !isStaged,
			source,
			map,
			rowsChanged: false,
			told: /* @__PURE__ */ new Set()
		};
		this.#standings.set(this.#key(table), standing);
		return standing;
	}
	async #complete(standing) {
		if (standing.isComplete || standing.source === null) return;
		standing.isComplete = true;
		const { session, server } = this.#control;
		const { foreignKeys, table } = standing.source;
		standing.source = await findNullFree(session, await measure(session, server, standing.source));
		for (const { child, parent } of foreignKeys) for (const end of [child, parent]) if (!this.knows([end])) await this.#placeRelative(end);
		const children = new Map(foreignKeys.map(({ child }) => [this.#key(child), child]));
		for (const child of children.values()) await this.#relate(child, table);
	}
	/** One that this user may not read is left out: the original itself will tell. */
	async #placeRelative(table) {
		try {
			await this.#place(table);
		} catch (error) {
			if (!(error instanceof GhostshipError) || error.code !== "invalid-statement") throw error;
		}
	}
	/** Gives the clone of `child` those of its foreign keys that lead from `table`, or to it. */
	async #relate(child, table) {
		const standing = this.standingOf(child);
		if (standing?.isStaged !== true) return;
		if (standing.isComplete && this.#key(child) !== this.#key(table)) return;
		const clone = this.staged(child);
		const all = readForeignKeys(await readCreateStatement(this.#asking, child), child.schema);
		const present = readForeignKeys(await readCreateStatement(this.#asking, clone), clone.schema);
		const keys = all.filter(({ name }) => !present.some((key) => sameName(key.name, name))).filter(({ parent }) => this.standingOf(parent)?.isStaged === true).filter(({ parent }) => [child, parent].some((end) => this.#key(end) === this.#key(table))).map((key) => ({
			...key,
			parent: this.staged(key.parent)
		}));
		if (keys.length === 0) return;
		await this.#asking.run(withoutForeignKeyChecks);
		await this.#asking.run(addForeignKeys(clone, keys, "COPY"));
		await this.#asking.run(withForeignKeyChecks);
	}
	async #describe({ table, source, map }) {
		const found = await inspectTable(this.#asking, this.staged(table));
		if (found === null) return null;
		const rows = source ?? found;
		return {
			...found,
			table,
			createStatement: this.inTheirNames(found.createStatement, table.schema),
			foreignKeys: found.foreignKeys.map(({ name, child, parent }) => ({
				name,
				child: this.theirs(child),
				parent: this.theirs(parent)
			})),
			triggers: source?.triggers ?? [],
			nullFree: rows.nullFree.flatMap((name) => ghostColumnOf(map, name) ?? []),
			rowsEstimated: rows.rowsEstimated,
			dataBytes: rows.dataBytes,
			indexBytes: rows.indexBytes,
			rowBytes: rows.rowBytes,
			source: rows
		};
	}
	inTheirNames(created, schema) {
		return referringTo(created, {
			from: stageSchema(schema),
			to: schema
		}, (parent) => this.theirs(parent));
	}
	theirs({ schema, name }) {
		return {
			schema: [...this.#schemas].find((own) => stageSchema(own).toLowerCase() === schema.toLowerCase()) ?? schema,
			name
		};
	}
	#key({ schema, name }) {
		const key = JSON.stringify([schema, name]);
		return this.#control.server.nameCase.same("a", "A") ? key.toLowerCase() : key;
	}
};
const noChanges = {
	columnRenames: [],
	droppedColumns: [],
	addedColumns: []
};
/**
* One plan at a time tries its statements beside a schema. The lock goes with the session.
*
* @throws GhostshipError `already-running`
*/
async function takeTurn(session, schema) {
	await takePlace(session, schemaPlace(stageSchema(schema)), schema);
}
/** Makes a place for clones, without what a plan that is gone has left there. */
async function makeSchema(session, schema) {
	const own = stageSchema(schema);
	session.naming.add({
		schema: own,
		name: ""
	}, {
		schema,
		name: ""
	});
	await refuseForeign(session, await tablesIn(session, own));
	try {
		await dropFamily(session, own);
		await session.run(createSchema(own));
	} catch (error) {
		if (!isServerError(error, "ER_DBACCESS_DENIED_ERROR")) throw error;
		throw new NoStage(`To try statements one after the other, Ghostship needs a short-lived schema beside ${schema}.`, {
			hint: grantOnSchemas(schema),
			cause: error
		});
	} finally {
		await session.run(withForeignKeyChecks);
	}
}

// src/engine/plan/stage.ts
/**
* Where the statements of a run are tried one after the other, each on what those before it leave: empty clones, under the
* names of their originals, in a schema of ours beside the user's. A table is cloned when the first statement needs it, among
* the tables at the other ends of its foreign keys. All is dropped at the end; what a plan leaves that was cut off is dropped
* by the next one.
*/
var Stage = class Stage {
	control;
	/** Of ours; it makes the clones. */
	asking;
	tables;
	#altering;
	#givenSessions;
	constructor(control, asking, given, altering, home) {
		this.control = control;
		this.asking = asking;
		this.#givenSessions = given;
		this.#altering = altering;
		this.tables = new Standings(control, asking, home);
	}
	/** @throws GhostshipError `missing-privileges` where the user may not make the schema, `already-running`, `leftover-tables` */
	static async open(asked, isReplica, allow) {
		const control = await openControlConnection(asked, allow);
		try {
			return await Stage.#on(control, asked, isReplica);
		} catch (error) {
			await control[Symbol.asyncDispose]();
			throw error;
		}
	}
	static async #on(control, asked, isReplica) {
		const { server, session, sessions } = control;
		if (!isReplica) refuseTarget(server);
		const home = asked.database;
		await takeTurn(session, home);
		const asking = await sessions.openWithChecks("making clones");
		await keepOutOfBinlog(asking, isReplica);
		await makeSchema(asking, home);
		const settings = {
			timeZone: serverTimeZone,
			sqlMode: definingSqlMode(server.sqlMode),
			pinnedSeconds: null
		};
		const mode = {
			naming: sessions.naming,
			givenSqlMode: givenSqlMode(server.sqlMode)
		};
		const given = new Sessions({
			...asked,
			database: stageSchema(home)
		}, settings, mode);
		const altering = await given.openAsGiven("trying the statements in order", "with checks");
		await keepOutOfBinlog(altering, isReplica);
		return new Stage(control, asking, given, altering, home);
	}
	async [Symbol.asyncDispose]() {
		try {
			var _usingCtx$1 = _usingCtx();
			_usingCtx$1.a(this.control);
			_usingCtx$1.a(this.#givenSessions);
			for (const schema of this.tables.schemas) await dropFamily(this.asking, stageSchema(schema));
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	/**
	* Alters the clone. Where the statement fails, the clone is as it was.
	*
	* @throws GhostshipError as {@link tryOnClone} does
	*/
	async alter(original, alter) {
		const { server } = this.control;
		const standing = await this.tables.bring(original.table);
		if (standing === null) throw new Error(`${original.table.name} is not on the stage`);
		const parentOf = ({ schema, name }) => ({
			schema: schema ?? original.table.schema,
			name
		});
		for (const parent of alter.references) await this.tables.bring(parentOf(parent));
		const text = withReferences(alter.text, alter.statement.clauses, (it) => tableName(this.tables.staged(parentOf(it))).text);
		const read = readAlter(text, server);
		const name = this.tables.staged(standing.table);
		const clone = {
			name,
			alter: read.kind === "alter" ? read : alter,
			inTheirNames: (created) => this.tables.inTheirNames(created, original.table.schema),
			originalOf: (table) => this.tables.theirs(table),
			[Symbol.asyncDispose]: () => Promise.resolve()
		};
		const before = await readCreateStatement(this.asking, name);
		const asked = {
			original,
			alter,
			server,
			foreignKeys: "refuse",
			purpose: "plan"
		};
		const tried = await tryOnClone({
			asking: this.asking,
			altering: this.#altering
		}, clone, asked, cheapWays);
		const mapBefore = standing.map;
		const undo = async () => {
			standing.map = mapBefore;
			await this.#remake(name, before);
		};
		try {
			standing.map = follow(mapBefore, mapColumns(original, tried.after, alter));
		} catch (error) {
			await undo();
			throw error;
		}
		return {
			...tried,
			undo
		};
	}
	/**
	* @param text a CREATE TABLE in which every table is the one on the stage
	* @throws ServerError
	*/
	async create(table, text) {
		const before = await this.tables.bring(table);
		await this.#altering.run(raw(text));
		if (before !== null) return;
		this.tables.add(table);
	}
	/** @throws ServerError */
	async explain(text) {
		await this.#altering.rows(explain(raw(text), this.control.server.flavor));
	}
	async rename(from, to) {
		const standing = await this.tables.bring(from);
		if (standing === null) throw new Error(`${from.name} is not on the stage`);
		await this.tables.prepare(to.schema);
		if (standing.isStaged) await this.asking.run(renameTable(this.tables.staged(from), this.tables.staged(to)));
		this.tables.move(standing, to);
	}
	/** What DROP TABLE becomes. */
	async retire(table, retired) {
		await this.rename(table, retired);
		const name = this.tables.staged(retired);
		if (this.tables.standingOf(retired)?.isStaged !== true) return;
		const own = readForeignKeys(await readCreateStatement(this.asking, name), name.schema).map((key) => key.name);
		if (own.length > 0) await this.asking.run(dropForeignKeys(name, own));
	}
	async #remake(name, created) {
		await this.asking.run(withoutForeignKeyChecks);
		await this.asking.run(dropTable(name));
		await this.asking.run(raw(created.replace("CREATE TABLE ", () => `CREATE TABLE ${ident(name.schema).text}.`)));
		await this.asking.run(withForeignKeyChecks);
	}
};
/** From the first columns to the last ones, by way of those between them. */
function follow(first, then) {
	return then.flatMap(({ from, to }) => {
		const before = first.find((pair) => sameName(pair.to.name, from.name));
		return before === void 0 ? [] : [{
			from: before.from,
			to
		}];
	});
}

export { Stage };