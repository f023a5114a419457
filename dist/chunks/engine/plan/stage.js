import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, m as unknownTable, n as inspectClone, o as sameName } from "../../mysql/inspect-table.js";
import { i as startTransaction, n as explain, r as rollback } from "../../sql/data.js";
import { E as selectSchemaCollation, c as createTableLike, f as dropTable, o as createSchema, s as createSchemaWith, x as renameTable } from "../../sql/ghost.js";
import { n as readAlter } from "../../sql/parser/alter.js";
import { t as callsIn } from "../../sql/parser/calls.js";
import { i as quotingOf } from "../../sql/parser/tokens.js";
import { n as replaceSpans, r as withReferences } from "../../sql/parser/references.js";
import { S as definingSqlMode, _ as withSettingsOfPersons, h as withForeignKeyChecks, u as serverTimeZone, w as givenSqlMode, y as withoutForeignKeyChecks } from "../../sql/session-settings.js";
import { a as raw, n as ident, s as tableName } from "../../sql/sql.js";
import { a as tryOnClone, u as refuseTakenChecks } from "../../engine2.js";
import { a as mapColumns, i as ghostColumnOf, o as noChanges, r as releaseNames } from "../relations/foreign-keys.js";
import { r as movesPartitionedRows } from "../preflight/statement.js";
import { p as refuseTarget } from "../preflight/privileges.js";
import { b as takePlace, c as tablesIn, l as grantOnSchemas, n as comment, o as refuseForeign, p as createTrialTable, r as dropFamily, s as refuseForeignSchema, t as keepOutOfBinlog, y as schemaPlace } from "../tables/keep-out-of-binlog.js";
import { c as Sessions } from "../relations/triggers.js";
import { f as stageSchema, p as withSuffix, t as cloneMark } from "../tables/table-names.js";
import { n as byEarlierStatement } from "../tables/zero-dates.js";
import { m as isServerError } from "../../mysql/server-errors.js";
import { t as NoStage } from "./no-stage.js";
import { a as readForeignKeys, o as referringTo, t as addForeignKeys } from "../../sql/foreign-keys.js";
import { t as GhostshipError } from "../../support/errors.js";
import { g as measure, p as findNullFree } from "../preflight/foreign-keys.js";
import { r as createClone } from "../tables/ghost.js";
import { t as dropFromClone } from "../tables/unchecked-keys.js";
import { t as nextOriginal } from "./next-original.js";

// src/engine/plan/stage-place.ts
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
	refuseForeign(schemaPlace(own), await tablesIn(session, own));
	await refuseForeignSchema(session, own);
	try {
		await dropFamily(session, own);
		const [found] = await session.rows(selectSchemaCollation(schema));
		await session.run(found === void 0 ? createSchema(own) : createSchemaWith(own, String(found.collation)));
		await session.run(createTrialTable(cloneMark(schemaPlace(own)), comment));
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

// src/engine/plan/standings.ts
/** The tables as the statements of a run leave them: clones on the stage, and the tables of the user where no statement was. */
var Standings = class {
	#dryRun;
	#control;
	#asking;
	/** Schemas of the user that have a stage. */
	#schemas;
	/** `gone` for what a statement has dropped or renamed. */
	#standings = /* @__PURE__ */ new Map();
	/** Names under which the tables as they were are kept after a copy. */
	#kept = /* @__PURE__ */ new Set();
	/** Tables of the user, asked for once. */
	#originals = /* @__PURE__ */ new Map();
	/** Whether a table may have foreign keys: then a change of one changes the definitions of others. */
	#hasKeys = false;
	/** Whether a statement was carried out on the stage. */
	#isChanged = false;
	/** @param home a schema that has a stage already */
	constructor(dryRun, home) {
		this.#dryRun = dryRun;
		this.#control = dryRun.control;
		this.#asking = dryRun.asking;
		this.#schemas = /* @__PURE__ */ new Set([home]);
	}
	get schemas() {
		return [...this.#schemas];
	}
	/** A statement has made the table. */
	add(table) {
		this.#standings.set(this.#key(table), {
			...newStanding(table, null),
			isStaged: true,
			isComplete: true
		});
		this.changed(true);
	}
	move(standing, to) {
		this.#standings.set(this.#key(standing.table), "gone");
		this.#standings.set(this.#key(to), {
			...standing,
			table: to,
			current: null
		});
		this.changed(false);
	}
	/**
	* Call it when a statement was carried out on the stage.
	*
	* @param mayAddKeys whether it may have added a foreign key
	*/
	changed(mayAddKeys) {
		this.#isChanged = true;
		this.#hasKeys ||= mayAddKeys;
		if (!this.#hasKeys) return;
		for (const standing of this.#standings.values()) if (standing !== "gone") standing.current = null;
	}
	/** The clone was altered. */
	altered(standing, after, mayAddKeys) {
		standing.isAltered = true;
		this.changed(mayAddKeys);
		standing.current = this.#hasKeys ? null : this.#inTheirNames(standing, after);
	}
	/** The table as it was before a copy is kept under this name. */
	keep(retired) {
		this.#kept.add(this.#key(retired));
	}
	/** Whether a statement of the run leaves something under this name. */
	isTaken(table) {
		return this.standingOf(table) !== null || this.#kept.has(this.#key(table));
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
		if (found === void 0) return await this.#original(table);
		if (!found.isStaged) return found.source === null ? null : {
			...found.source,
			table: found.table
		};
		await this.#complete(found);
		found.current ??= await this.#describe(found);
		return found.current;
	}
	#original(table) {
		const key = this.#key(table);
		const asked = this.#originals.get(key) ?? this.#dryRun.look(table);
		this.#originals.set(key, asked);
		return asked;
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
		const found = await this.#original(asked);
		if (found === null) return null;
		const { original: source, unchecked, warnings } = await nextOriginal(this.#control.session, found);
		const { table } = source;
		await this.prepare(table.schema);
		const clone = this.staged(table);
		this.#asking.naming.add(clone, table);
		const isStaged = source.kind === "table";
		if (isStaged) {
			await createClone(this.#asking, clone, source, this.#control.server.flavor === "mysql");
			await dropFromClone(this.#asking, clone, unchecked);
		}
		this.#hasKeys ||= source.foreignKeys.length > 0;
		const map = isStaged ? mapColumns(source, source, noChanges) : [];
		const standing = {
			...newStanding(table, source),
			isStaged,
			isComplete: !isStaged,
			map,
			warnings
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
		standing.current = foreignKeys.length === 0 || !this.#isChanged ? {
			...standing.source,
			table: standing.table
		} : null;
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
		const all = readForeignKeys(standing.source?.createStatement ?? "", child.schema);
		const present = readForeignKeys(await readCreateStatement(this.#asking, clone), clone.schema);
		const keys = all.filter(({ name }) => !present.some((key) => sameName(key.name, name))).filter(({ parent }) => this.standingOf(parent)?.isStaged === true).filter(({ parent }) => [child, parent].some((end) => this.#key(end) === this.#key(table))).map((key) => ({
			...key,
			parent: this.staged(key.parent)
		}));
		if (keys.length === 0) return;
		await this.#asking.run(withoutForeignKeyChecks);
		const names = present.map(({ name }) => name);
		for (const statement of addForeignKeys(clone, keys, "COPY", names)) await this.#asking.run(statement);
		await this.#asking.run(withForeignKeyChecks);
	}
	async #describe(standing) {
		const keys = this.#hasKeys ? "all keys" : "own keys";
		const found = await inspectClone(this.#asking, this.staged(standing.table), keys);
		return found === null ? null : this.#inTheirNames(standing, found);
	}
	#inTheirNames({ table, source, map }, found) {
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
			source: rows,
			isMadeByRun: source === null,
			parentsByThen: found.foreignKeys.map(({ parent }) => this.theirs(parent)).filter((parent) => this.standingOf(parent) !== null)
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
function newStanding(table, source) {
	return {
		table,
		isStaged: false,
		isComplete: false,
		source,
		map: [],
		isAltered: false,
		rowsChanged: false,
		told: /* @__PURE__ */ new Set(),
		current: null,
		warnings: []
	};
}

// src/engine/plan/stage.ts
/**
* Where the statements of a run are tried one after the other, each on what those before it leave: empty clones, under the
* names of their originals, in a schema of ours beside the user's. A table is cloned when the first statement needs it, among
* the tables at the other ends of its foreign keys. All is dropped at the end; what a plan leaves that was cut off is dropped
* by the next one.
*/
var Stage = class Stage {
	dryRun;
	control;
	/** Of ours; it makes the clones. */
	asking;
	tables;
	#home;
	/** For statements of a person, by the dry run whose mode they have. */
	#altering = /* @__PURE__ */ new Map();
	/** For {@link tryRows}. */
	#writing = null;
	#opened = [];
	constructor(dryRun) {
		this.dryRun = dryRun;
		this.control = dryRun.control;
		this.asking = dryRun.asking;
		this.#home = dryRun.asked.database;
		this.tables = new Standings(dryRun, this.#home);
	}
	/**
	* @param dryRun outlives the stage
	* @throws GhostshipError `missing-privileges` where the user may not make the schema, `already-running`, `leftover-tables`
	*/
	static async open(dryRun) {
		const { asked, isOnReplica, asking, control } = dryRun;
		if (!isOnReplica) refuseTarget(control.server);
		await takeTurn(control.session, asked.database);
		await makeSchema(asking, asked.database);
		return new Stage(dryRun);
	}
	async [Symbol.asyncDispose]() {
		for (const sessions of this.#opened) await sessions[Symbol.asyncDispose]();
		for (const schema of this.tables.schemas) await dropFamily(this.asking, stageSchema(schema));
	}
	/**
	* Alters the clone. Where the statement fails, the clone is as it was.
	*
	* @param dryRun in whose mode the statement is read
	* @throws GhostshipError as {@link tryOnClone} does
	*/
	async alter(original, alter, options, dryRun = this.dryRun) {
		const { server } = dryRun.control;
		const standing = await this.tables.bring(original.table);
		if (standing === null) throw new Error(`${original.table.name} is not on the stage`);
		const parentOf = ({ schema, name }) => ({
			schema: schema ?? original.table.schema,
			name
		});
		for (const parent of alter.references) await this.tables.bring(parentOf(parent));
		const text = withReferences(alter.text, alter.statement.clauses, (it) => tableName(this.tables.staged(parentOf(it))).text);
		const read = readAlter(this.#withSequences(text), server);
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
		const altering = await this.#alteringFor(dryRun);
		const ways = await dryRun.waysFor(original, alter, options);
		const { map: mapBefore, isAltered, rowsChanged } = standing;
		const undo = async () => {
			standing.map = mapBefore;
			await this.#remake(name, before);
			this.tables.altered(standing, original, false);
			standing.isAltered = isAltered;
			standing.rowsChanged = rowsChanged;
		};
		let tried;
		try {
			tried = await tryOnClone({
				asking: this.asking,
				altering
			}, clone, asked, ways);
			standing.map = follow(mapBefore, mapColumns(original, tried.after, alter));
		} catch (error) {
			await undo();
			throw isAltered ? byEarlierStatement(error) : error;
		}
		this.tables.altered(standing, tried.after, alter.references.length > 0);
		standing.rowsChanged ||= movesPartitionedRows(alter);
		return {
			...tried,
			isTriedWith: (other) => this.tables.knows([other]),
			undo
		};
	}
	/** What a copy into this clone would cost, measured with another one: those that follow must find this one empty. */
	async estimate(work, original) {
		if (!this.dryRun.samples(original)) return await this.dryRun.estimate(work, original);
		const { ghost } = work.names;
		const sample = {
			schema: ghost.schema,
			name: withSuffix(ghost.name, "_ghs_sample")
		};
		await this.asking.run(createTableLike(sample, ghost));
		try {
			const names = {
				...work.names,
				ghost: sample
			};
			return await this.dryRun.estimate({
				...work,
				names,
				tables: {
					...work.tables,
					ghost: sample
				}
			}, original);
		} finally {
			await this.asking.run(dropTable(sample));
		}
	}
	/**
	* @param text a CREATE TABLE in which every table is the one on the stage
	* @throws ServerError, and GhostshipError `invalid-statement` for names that are taken beside the stage
	*/
	async create(table, text) {
		const before = await this.tables.bring(table);
		await (await this.#alteringFor(this.dryRun)).run(raw(this.#withSequences(text)));
		if (before !== null) return;
		if (mayHaveChecks.test(text)) await this.#refuseTakenChecks(table);
		this.tables.add(table);
	}
	/** @throws ServerError */
	async explain(text) {
		await (await this.#alteringFor(this.dryRun)).rows(explain(raw(text), this.control.server.flavor));
	}
	/** What a person would do to rows of clones is done, and taken back. */
	async tryRows(change) {
		this.#writing ??= this.#openWriting();
		const session = await this.#writing;
		await session.run(startTransaction);
		try {
			await change(session);
		} finally {
			if (session.alive) await session.run(rollback);
		}
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
		await releaseNames(this.asking, name, this.control.server.flavor);
		this.tables.changed(true);
	}
	async #refuseTakenChecks(table) {
		const made = this.tables.staged(table);
		try {
			const created = await readCreateStatement(this.asking, made);
			await refuseTakenChecks(this.control, table, created, (other) => this.tables.knows([other]));
		} catch (error) {
			await this.asking.run(dropTable(made));
			throw error;
		}
	}
	/** Sequences (MariaDB) stay where they are, and are not asked for a number: the tables of the stage have no rows. */
	#withSequences(text) {
		const { flavor, sqlMode } = this.control.server;
		if (flavor === "mysql") return text;
		const named = callsIn(text, quotingOf(sqlMode.split(","))).flatMap(({ sequence }) => sequence?.schema === null ? [sequence] : []);
		const byName = ({ name }) => tableName({
			schema: this.#home,
			name
		}).text;
		return replaceSpans(text, named.map((sequence) => ({
			...sequence,
			by: byName(sequence)
		})));
	}
	#alteringFor(dryRun) {
		const altering = this.#altering.get(dryRun) ?? this.#openAltering(dryRun);
		this.#altering.set(dryRun, altering);
		return altering;
	}
	#openAltering(dryRun) {
		return this.#open(dryRun, (given) => given.openAsGiven("trying the statements in order", "with checks"));
	}
	/** The clones at the other ends of foreign keys are empty. */
	async #openWriting() {
		const session = await this.#open(this.dryRun, (given) => given.openAsGiven("trying rows", "without checks"));
		await session.run(withSettingsOfPersons);
		return session;
	}
	async #open({ asked, isOnReplica, control: { server } }, open) {
		const settings = {
			timeZone: serverTimeZone,
			sqlMode: definingSqlMode(server.sqlMode),
			pinnedSeconds: null
		};
		const mode = {
			naming: this.control.sessions.naming,
			givenSqlMode: givenSqlMode(server.sqlMode)
		};
		const given = new Sessions({
			...asked,
			database: stageSchema(this.#home)
		}, settings, mode);
		this.#opened.push(given);
		const session = await open(given);
		await keepOutOfBinlog(session, isOnReplica);
		return session;
	}
	async #remake(name, created) {
		await this.asking.run(withoutForeignKeyChecks);
		await this.asking.run(dropTable(name));
		await this.asking.run(raw(created.replace("CREATE TABLE ", () => `CREATE TABLE ${ident(name.schema).text}.`)));
		await this.asking.run(withForeignKeyChecks);
	}
};
/** In the text of a CREATE TABLE. */
const mayHaveChecks = /\b(?:CHECK|LIKE)\b/iu;
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