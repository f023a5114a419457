import { r as __name } from "./rolldown-runtime.js";
import { i as retiredNameTaken, n as goneHint, o as refuseRetiring, s as checkRenames, t as creationOf } from "./commands/statements/creation-of.js";
import { a as explainCreating, c as refuseTooMany, d as tellWhoKeeps, l as refusedByServer, o as checkData, r as takesIfExists, s as isUnreadable, t as dataWork, u as withoutCalls } from "./commands/statements/data-work.js";
import { c as selectParametersNamed, d as storedKinds, i as readCreateStatement, m as unknownTable, o as sameName, s as withoutCounter, t as findColumn } from "./mysql/inspect-table.js";
import { a as readForeignKeys, c as withoutForeignKeys, n as cascades } from "./sql/foreign-keys.js";
import { a as raw, n as ident, o as sql, r as join, s as tableName } from "./sql/sql.js";
import { C as expressionModes, E as modesOf, b as convertingSqlMode, c as personalSqlMode, v as withSqlMode, x as copySqlMode } from "./sql/session-settings.js";
import { c as sameTable, d as refuseOriginal, f as unknownHint, h as isCounted, i as keysTo, l as inspectOriginal } from "./engine/preflight/foreign-keys.js";
import { c as seesTriggers, i as missingToRead, p as refuseTarget } from "./engine/preflight/privileges.js";
import { t as newTable } from "./engine/plan/circumstance.js";
import { _ as serverErrors, i as isBadData, m as isServerError, n as ServerError, s as isDuplicate } from "./mysql/server-errors.js";
import { i as quotingOf } from "./sql/parser/tokens.js";
import { t as inUsualQuotes } from "./sql/parser/usual-quotes.js";
import { t as nowMs } from "./support/clock.js";
import { A as showStatus, M as showWarnings, r as selectClock } from "./sql/inspect.js";
import { d as refuseMisplacedInTime, f as planCopy, i as lostStatistics, l as refuseShortImages, m as dataDoesNotFit, n as selectIndexReads, p as deferIndexes, r as selectUserStatistics, t as retentionWarning } from "./engine.js";
import { a as mapColumns, i as ghostColumnOf, t as ForeignKeys } from "./engine/relations/foreign-keys.js";
import { i as refuseStatement, n as changesWholePartitions, r as movesPartitionedRows } from "./engine/preflight/statement.js";
import { n as byEarlierStatement } from "./engine/tables/zero-dates.js";
import { D as convertedValue, a as tryOnClone, b as addedColumns, c as refuseCopy, h as computedAnew, k as familyOf, l as refuseTable, m as probeRows, n as algorithmOf, o as chooseWay, p as refuseZeroUnderCounter, s as hasCopy, t as afterBy, x as convertsAsServer } from "./engine2.js";
import { t as requireAlter } from "./engine/preflight/read-alter.js";
import { a as openClone, u as needsOwnSchema } from "./engine/tables/keep-out-of-binlog.js";
import { H as refuseNames, U as takenByRun, V as refuseLeftovers, n as commentsOf } from "./engine/tables/ghost.js";
import { c as nameTables } from "./engine/tables/table-names.js";
import { t as dropFromClone } from "./engine/tables/unchecked-keys.js";
import { n as takeStage, t as DryRun } from "./engine4.js";
import { i as startTransaction, r as rollback } from "./sql/data.js";
import { n as isCertain } from "./engine/probes/hazard.js";
import { A as setAutoIncrement } from "./sql/ghost.js";
import { t as GhostshipError } from "./support/errors.js";
import { t as Triggers } from "./engine/relations/triggers.js";
import { t as judgeWayBack } from "./engine/resume/judge-way-back.js";
import { t as nextOriginal } from "./engine/plan/next-original.js";
import { t as _usingCtx } from "./usingCtx.js";
import { t as engineOptions } from "./commands/options/engine-options.js";
import { r as labelOf } from "./commands/statements/file-statement.js";
import { r as renamesIn, t as qualify } from "./commands/statements/task.js";
import { t as namedTables } from "./commands/plan/named-tables.js";
import { n as replaceSpans } from "./sql/parser/references.js";
import { n as tellWhoMigrates, t as tellWhatWaits } from "./commands/plan/who-migrates.js";

// src/engine/plan/circumstances.ts
function madeAs({ createStatement }) {
	return {
		what: newTable,
		is: withoutCounter(createStatement)
	};
}
function definedAs(label, { createStatement }) {
	return {
		what: `The table ${label}`,
		is: withoutCounter(createStatement)
	};
}
/** A table whose rows a statement changes: what of it decides how. An index that is not unique does not. */
function writtenAs(label, { createStatement }) {
	const lines = withoutCounter(createStatement).split("\n").map((line) => line.replace(/,$/u, "")).filter((line) => !/^\s*(?:FULLTEXT |SPATIAL )?KEY /u.test(line));
	return {
		what: `The table ${label}`,
		is: lines.join("\n")
	};
}
/** @returns none for a user who would not see all of it */
async function followedBy(session, label, definition, look) {
	if (!await seesTriggers(session, (definition.source ?? definition).table)) return [];
	const triggers = definition.triggers.map(({ name, timing, event, body }) => `TRIGGER ${ident(name).text} ${timing} ${event} ${body ?? ""}`);
	const children = await followersOf(definition, look, []);
	return [{
		what: `What changes with the rows of ${label}`,
		is: [...triggers, ...children.toSorted()].join("\n")
	}];
}
/** Tables in which the server changes rows where those of this one change, and those behind them. */
async function followersOf(parent, look, seen) {
	if (seen.some((table) => sameTable(table, parent.table))) return [];
	const lines = [];
	for (const { name, child } of parent.foreignKeys.filter((key) => sameTable(key.parent, parent.table))) {
		const definition = await look(child);
		const key = readForeignKeys(definition?.createStatement ?? "", child.schema).find((own) => sameName(own.name, name));
		if (definition === null || key === void 0 || !cascades(key)) continue;
		lines.push(`CHILD ${tableName(child).text} (${key.columns.join(", ")}) ${key.actions}`);
		lines.push(...await followersOf(definition, look, [...seen, parent.table]));
	}
	return [...new Set(lines)];
}
/** Where the rows of a table are written anew: settings of the server by which values become others. */
async function convertingBy(dryRun, conversion) {
	const server = await targetServer(dryRun);
	if (server === null) return [];
	return [...needsZone(conversion) ? [zoneOf(server)] : [], ...needsModes(conversion) ? [modesOfExpressions(server)] : []];
}
/** The same for a statement that changes rows. */
async function computingBy(dryRun, statement, tables) {
	const server = await targetServer(dryRun);
	if (server === null) return [];
	return [...aboutTime.test(statement) || tables.some(({ columns }) => columns.some(isTimestamp)) ? [zoneOf(server)] : [], {
		what: "The sql_mode of the server",
		is: sorted(server.sqlMode)
	}];
}
const aboutTime = /\b(?:now|sysdate|\w*time\w*|date\w*|cur\w+|day\w*|hour|month\w*|year\w*|week\w*)\b/iu;
function needsZone({ original, after, map }) {
	const converts = map.some(({ from, to }) => isTimestamp(from) !== isTimestamp(to));
	const added = after.columns.filter((column) => !map.some(({ to }) => to === column));
	const fills = added.some((column) => isTimestamp(column) && column.hasDefault);
	const computes = added.some(({ generated }) => generated !== null) && original.columns.some(isTimestamp);
	return converts || fills || computes;
}
function needsModes({ after, map }) {
	return map.some(({ from, to }) => from.columnType !== to.columnType) || after.columns.some(({ generated }) => generated !== null);
}
function isTimestamp({ dataType }) {
	return dataType === "timestamp";
}
function zoneOf({ timeZone }) {
	return {
		what: "The time_zone of the server",
		is: timeZone === "UTC" ? "+00:00" : timeZone
	};
}
function modesOfExpressions({ sqlMode }) {
	return {
		what: "The sql_mode of the server",
		is: sorted(modesOf(sqlMode, expressionModes).join(","))
	};
}
function sorted(modes) {
	return modes.split(",").toSorted().join("\n");
}
/** A replica may have settings of its own, and rows are written on the target. */
async function targetServer(dryRun) {
	const target = await dryRun.target();
	return typeof target === "string" ? null : target.control.server;
}

// src/engine/plan/judge-naming.ts
/**
* @param bodySchema the schema of tables that the body names without one
* @returns `null` where no statement names the table
*/
function judgeNaming(statements, bodySchema, wanted) {
	const search = new Search(bodySchema, wanted);
	const naming = statements.map((statement) => ({
		statement,
		verdict: search.table(statement)
	})).filter(({ verdict }) => verdict !== "no");
	const verdict = surest(naming.map((each) => each.verdict));
	if (verdict === "no") return null;
	const columns = wanted.columns.flatMap((name) => {
		const column = surest(naming.map((each) => search.column(name, each.statement, each.verdict)));
		return column === "no" ? [] : [{
			name,
			doubt: doubtOf(column)
		}];
	});
	return {
		doubt: doubtOf(verdict),
		columns
	};
}
var Search = class {
	#bodySchema;
	#wanted;
	constructor(bodySchema, wanted) {
		this.#bodySchema = bodySchema;
		this.#wanted = wanted;
	}
	table(statement) {
		if (!statement.words.some(({ text, qualifier }) => this.#isTable(qualifier, text))) return "no";
		if (statement.kind === "cannot-read") return { doubt: statement.reason };
		const tables = statement.tables.filter(({ schema, name }) => this.#isTable(schema, name));
		if (tables.some(({ certain }) => certain)) return "yes";
		if (statement.columns.some(({ table }) => table?.schema != null && this.#isTable(table.schema, table.name))) return "yes";
		if (tables.length > 0) return { doubt: "An alias or a common table expression has the same name." };
		if (statement.otherNames.has(this.#wanted.table.name.toLowerCase())) return "no";
		return { doubt: "The name is there, but the parser does not say what for." };
	}
	column(name, statement, ofTable) {
		const isWord = statement.words.some(({ text }) => sameColumn(text, name));
		if (statement.kind === "cannot-read") return isWord ? { doubt: statement.reason } : "no";
		const verdict = isWord ? this.#namedColumn(name, statement) : this.#allColumns(statement);
		return verdict === "yes" && ofTable !== "yes" ? ofTable : verdict;
	}
	#namedColumn(name, statement) {
		const columns = statement.columns.filter((column) => sameColumn(column.name, name));
		if (columns.some((column) => this.#isOf(column))) return "yes";
		if (columns.some(({ table }) => table === null)) return { doubt: "It may be a column of another table." };
		if (columns.length > 0 || statement.otherNames.has(name.toLowerCase())) return this.#allColumns(statement);
		return { doubt: "The name is there, but the parser does not say what for." };
	}
	#allColumns({ columns }) {
		return columns.some((column) => column.name === "*" && (column.table === null || this.#isOf(column))) ? { doubt: "It takes all columns, whichever they are." } : "no";
	}
	#isOf({ table }) {
		return table !== null && this.#isTable(table.schema, table.name);
	}
	#isTable(schema, name) {
		const { table, nameCase } = this.#wanted;
		return nameCase.same(name, table.name) && nameCase.same(schema ?? this.#bodySchema, table.schema);
	}
};
function surest(verdicts) {
	return verdicts.find((verdict) => verdict === "yes") ?? verdicts.find((verdict) => verdict !== "no") ?? "no";
}
function doubtOf(verdict) {
	return typeof verdict === "string" ? null : verdict.doubt;
}
function sameColumn(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}

// src/engine/plan/named-by.ts
/** For a table that nobody can name yet. */
const namedByNobody = {
	objects: {
		listed: [],
		more: 0
	},
	unreadable: {
		listed: [],
		more: 0
	},
	lacks: [],
	complete: true,
	problem: null
};
/** Who names any of several tables, each once. */
function joinNaming(all) {
	return {
		objects: joinListed(all.map(({ objects }) => objects), joinObjects),
		unreadable: joinListed(all.map(({ unreadable }) => unreadable), (one) => one),
		lacks: [...new Set(all.flatMap(({ lacks }) => lacks))],
		complete: all.every(({ complete }) => complete),
		problem: all.map(({ problem }) => problem).find((problem) => problem !== null) ?? null
	};
}
function joinListed(lists, join) {
	const listed = /* @__PURE__ */ new Map();
	for (const object of lists.flatMap((list) => list.listed)) {
		const key = JSON.stringify([
			object.kind,
			object.schema,
			object.name
		]);
		const known = listed.get(key);
		listed.set(key, known === void 0 ? object : join(known, object));
	}
	return {
		listed: [...listed.values()],
		more: lists.reduce((sum, { more }) => sum + more, 0)
	};
}
/** What is certain of one of the tables is certain. */
function joinObjects(one, other) {
	const through = one.through ?? other.through;
	return {
		...one,
		doubt: one.doubt === null || other.doubt === null ? null : one.doubt,
		columns: [...one.columns, ...other.columns],
		fails: one.fails || other.fails,
		...through === void 0 ? {} : { through }
	};
}

// src/engine/plan/find-naming.ts
const maxListed = 50;
/** Reading bodies keeps the process from everything else. */
const readingBudgetMs = 3e3;
/**
* Who names the table, as far as this user may see. It only tells, so what the server will not answer is no reason to
* refuse anything.
*
* @param goes the columns that the statement drops or renames, or the table itself
*/
async function findNaming({ control: { session, server }, bodies }, table, goes, signal) {
	const columns = goes === "table" ? [] : goes;
	try {
		const { rows: found, complete } = await bodies.thatMayName(table, signal);
		const readable = found.filter(isReadable);
		const parameters = await parametersNamed(session, server, readable, columns);
		const wanted = {
			table,
			goes,
			columns,
			nameCase: server.nameCase
		};
		const judged = await judgeAll(readable, parameters, bodies, wanted, signal);
		const failing = await judgeReaders(judged.objects, bodies, wanted, signal);
		const unreadable = found.filter((row) => !isReadable(row));
		return {
			objects: firstOf(failing.objects.toSorted((a, b) => rank(a) - rank(b))),
			unreadable: firstOf(unreadable.map((row) => objectOf(row, table.schema))),
			lacks: await missingToRead(session, server.flavor, [...unreadable.map(({ kind, schema_name }) => ({
				kind: String(kind),
				schema: String(schema_name)
			})), ...goes.length === 0 ? [] : storedKinds.map((kind) => ({
				kind,
				schema: table.schema
			}))]),
			complete: complete && judged.complete && failing.complete,
			problem: null
		};
	} catch (error) {
		if (error instanceof ServerError) return {
			...namedByNobody,
			complete: false,
			problem: error.message
		};
		throw error;
	}
}
async function judgeAll(rows, parameters, bodies, wanted, signal) {
	const startedAt = nowMs();
	const objects = [];
	for (const row of rows) {
		signal.throwIfAborted();
		if (nowMs() - startedAt > readingBudgetMs) return {
			objects,
			complete: false
		};
		const names = parameters.filter(({ schema_name, routine }) => schema_name === row.schema_name && routine === row.name).map(({ name }) => String(name));
		const statements = await bodies.names(bodyOf(row), names);
		const naming = judgeNaming(statements, String(row.schema_name), wanted);
		if (naming === null) continue;
		const fails = (wanted.goes === "table" ? [naming] : naming.columns).some(({ doubt }) => doubt === null);
		objects.push({
			...objectOf(row, wanted.table.schema),
			...naming,
			fails
		});
	}
	return {
		objects,
		complete: true
	};
}
/** Whoever reads a view that fails, fails with it, and so on. */
async function judgeReaders(objects, bodies, { table, nameCase }, signal) {
	const startedAt = nowMs();
	const keyOf = ({ kind, schema, name }) => JSON.stringify([
		kind,
		schema,
		name
	]);
	const all = new Map(objects.map((object) => [keyOf(object), object]));
	const isFailingView = ({ kind, fails }) => kind === "view" && fails;
	let complete = true;
	const views = objects.filter(isFailingView);
	for (const view of views) {
		const asked = {
			schema: view.schema ?? table.schema,
			name: view.name
		};
		const found = await bodies.thatMayName(asked, signal);
		complete &&= found.complete;
		for (const row of found.rows.filter(isReadable)) {
			if (nowMs() - startedAt > readingBudgetMs) return {
				objects: [...all.values()],
				complete: false
			};
			const own = objectOf(row, table.schema);
			const known = all.get(keyOf(own));
			const statements = await bodies.names(bodyOf(row), []);
			const naming = judgeNaming(statements, String(row.schema_name), {
				table: asked,
				columns: [],
				nameCase
			});
			if (known?.fails === true || naming === null || naming.doubt !== null) continue;
			const reader = {
				...known ?? {
					...own,
					...naming
				},
				fails: true,
				through: asked.name
			};
			all.set(keyOf(own), reader);
			if (isFailingView(reader)) views.push(reader);
		}
	}
	return {
		objects: [...all.values()],
		complete
	};
}
/** A parameter hides the column of its name. */
async function parametersNamed(session, { flavor }, rows, columns) {
	return columns.length > 0 && rows.some(({ kind }) => kind === "procedure" || kind === "function") ? session.rows(selectParametersNamed(flavor, columns)) : [];
}
function isReadable({ body }) {
	return body !== null && body !== "";
}
function bodyOf({ body, sql_mode }) {
	return inUsualQuotes(String(body), quotingOf(String(sql_mode).split(",")));
}
function objectOf({ kind, schema_name, name }, tableSchema) {
	return {
		kind: String(kind),
		schema: schema_name === tableSchema ? null : String(schema_name),
		name: String(name)
	};
}
function rank({ doubt, columns, fails }) {
	if (fails) return 0;
	if (columns.length > 0) return 1;
	return doubt === null ? 2 : 3;
}
function firstOf(all) {
	return {
		listed: all.slice(0, maxListed),
		more: Math.max(0, all.length - maxListed)
	};
}

// src/engine/plan/gather-facts.ts
/** Whether the statement may take something away: then it matters who uses it. */
function mayDestroy({ droppedColumns, droppedIndexes }) {
	return droppedColumns.length + droppedIndexes.length > 0;
}
/**
* How much is read of a table. Ask before the plan reads it.
*
* @returns `null` where the server does not tell
*/
async function readUse(dryRun, table) {
	const target = await dryRun.target();
	const { session, server } = typeof target === "string" ? dryRun.control : target.control;
	const { host, port } = typeof target === "string" ? dryRun.asked : dryRun.place.target;
	if (server.flavor === "mariadb" && await server.variable("userstat") !== "ON") return null;
	try {
		const rows = await session.rows(server.flavor === "mysql" ? selectIndexReads(table) : selectUserStatistics(table));
		if (server.flavor === "mysql" && rows.length === 0) return null;
		const [clock] = await session.rows(selectClock);
		const [uptime] = await session.rows(showStatus("Uptime"));
		const reads = rows.map(({ name, read_rows }) => ({
			name,
			rowsRead: Number(read_rows)
		}));
		const ofTable = reads.filter(({ name }) => server.flavor === "mysql" || name === null);
		return {
			server: `${host}:${port}`,
			since: (/* @__PURE__ */ new Date((Number(clock?.now_seconds) - Number(uptime?.Value)) * 1e3)).toISOString(),
			rowsRead: ofTable.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
			indexes: reads.flatMap(({ name, rowsRead }) => name === null ? [] : [{
				name: String(name),
				rowsRead
			}])
		};
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	}
}
/** @param after the clone after the statement */
function findDestroyed(original, after, alter) {
	const kept = mapColumns(original, after, alter).map(({ from }) => from.name);
	const isThere = (name) => kept.includes(name) || after.columns.some((column) => column.generated !== null && sameName(column.name, name));
	const columns = original.columns.map(({ name }) => name).filter((name) => !isThere(name));
	const indexes = original.indexes.filter((index) => !after.indexes.some((other) => sameName(other.name, index.name) || isSameIndex(other, index))).map(({ name }) => name);
	const partitions = emptied(alter);
	const ofColumns = columns.length === 0 ? 0 : original.rowsEstimated;
	return {
		isTable: false,
		columns,
		indexes,
		partitions,
		rows: movesPartitionedRows(alter) ? "unknown" : ofColumns
	};
}
function emptied({ statement }) {
	return statement.clauses.flatMap((clause) => clause.kind === "partition" && (clause.operation === "drop" || clause.operation === "truncate") ? clause.names.map(({ text }) => text) : []);
}
/** A renamed index is not gone. */
function isSameIndex(one, other) {
	return one.unique === other.unique && JSON.stringify(one.columns) === JSON.stringify(other.columns);
}
function deriveSpace({ rowsEstimated, dataBytes, indexBytes }) {
	const rows = isCounted(rowsEstimated) ? "its rows, which were counted" : "its rows as the server estimates them";
	return {
		peakBytes: dataBytes + indexBytes + dataBytes,
		binlogBytes: dataBytes,
		derivation: `From the size of the table and ${rows}: the altered table is taken to be as large, and the binary log to have each row once.`
	};
}

// src/engine/plan/others-on-stage.ts
/**
* A CREATE TABLE, tried.
*
* @param tables that it names
* @param inPlace gives the statement with every table as the function says
* @throws GhostshipError `invalid-statement` with the server's words
*/
async function createOnStage(stage, table, tables, creation, inPlace) {
	for (const named of tables) await stage.tables.bring(named);
	await stage.tables.prepare(table.schema);
	try {
		await stage.create(table, inPlace((named) => tableName(stage.tables.staged(named)).text));
	} catch (error) {
		const told = explainCreating(error, creation);
		throw stage.tables.standingOf(table)?.source === null ? byEarlierStatement(told) : told;
	}
}
/**
* A statement that changes rows of tables that are not there yet, or not like this: only its text and its names can be tried.
*
* @returns what it would call
* @throws GhostshipError `unknown-table`, `invalid-statement` with the server's words
*/
async function explainOnStage(stage, { tables, place, quoting, database }, inPlace) {
	for (const table of tables) if (await stage.tables.bring(table) === null) throw await stage.tables.unknown(table, "Check its name, and the database of target.");
	const { session, server } = stage.control;
	const placed = {
		statement: inPlace((named) => tableName(stage.tables.staged(named)).text),
		quoting
	};
	const { text, calls } = await withoutCalls(session, placed, database, server.flavor, (table) => stage.tables.theirs(table));
	try {
		await stage.explain(text);
		return calls;
	} catch (error) {
		if (isUnreadable(error, calls)) return calls;
		throw error instanceof ServerError ? refusedByServer(error, place) : error;
	}
}
/** What is known of the rows of these tables is in doubt from now on. */
async function changeRowsOnStage(stage, tables) {
	for (const table of tables) {
		const standing = await stage.tables.bring(table);
		if (standing !== null) standing.rowsChanged = true;
	}
}

// src/sql/rows-met.ts
/** One of the rows whose values are in the other table already. NULL equals nothing. */
function selectTaken(written, existing, columns) {
	return sql`SELECT ${valuesOf(columns)} FROM ${tableName(written)} AS w
    JOIN ${tableName(existing)} AS e ON ${equal(columns)} LIMIT 1`;
}
/** One of the rows that refer to no row of the other table. Where one of its columns is NULL, a row refers to nothing. */
function selectOrphan(written, parent, columns) {
	const given = join(columns.map(({ ours }) => sql`w.${ident(ours)} IS NOT NULL`), " AND ");
	return sql`SELECT ${valuesOf(columns)} FROM ${tableName(written)} AS w
    WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${tableName(parent)} AS e WHERE ${equal(columns)}) LIMIT 1`;
}
/**
* One of the rows that refer to a row of the table which its clone has no more. It begins at the table, whose rows are few.
*
* @param columns `ours` of the table and its clone, `theirs` of the child
*/
function selectBereft(original, child, clone, columns) {
	const kept = columns.map(({ ours }) => sql`c.${ident(ours)} = w.${ident(ours)}`);
	return sql`SELECT ${valuesOf(columns)} FROM ${tableName(original)} AS w
    STRAIGHT_JOIN ${tableName(child)} AS e ON ${equal(columns)}
    WHERE NOT EXISTS (SELECT 1 FROM ${tableName(clone)} AS c WHERE ${join(kept, " AND ")}) LIMIT 1`;
}
/** The first rows of a table, written into a clone of it. */
function fillWithFirst(clone, original, columns, rows) {
	return sql`INSERT INTO ${tableName(clone)} (${join(columns.map(({ ours }) => ident(ours)))})
    SELECT ${join(columns.map(({ value }) => value))} FROM ${tableName(original)} LIMIT ${rows}`;
}
/** Whether the last INSERT of the session has taken a number of AUTO_INCREMENT, after {@link forgetNumber}. */
const selectNumber = raw("SELECT LAST_INSERT_ID() AS number");
const forgetNumber = raw("DO LAST_INSERT_ID(0)");
function valuesOf(columns) {
	return join(columns.map(({ ours }, index) => sql`w.${ident(ours)} AS ${ident(`value ${index}`)}`));
}
function equal(columns) {
	return join(columns.map(({ ours, theirs }) => sql`e.${ident(theirs)} = w.${ident(ours)}`), " AND ");
}

// src/engine/plan/meets-rows.ts
/**
* Holds unique keys of the rows against the table of the user, as far as no statement of the run has a hand in them.
*
* @param hasNumbers whether the clone has numbered rows: then the table will give them others
* @throws GhostshipError `duplicate-rows`
*/
async function refuseTaken({ stage, definition, place, session }, standing, hasNumbers) {
	if (standing.source === null || standing.rowsChanged) return;
	for (const { name, unique, columns } of definition.indexes) {
		const equal = unique ? columns.map((part) => asBefore(part, definition, standing, hasNumbers)) : [];
		if (equal.length === 0 || !equal.every((pair) => pair !== null)) continue;
		const [row] = await session.rows(selectTaken(stage.tables.staged(definition.table), standing.source.table, equal));
		if (row === void 0) continue;
		throw new GhostshipError("duplicate-rows", `The server would refuse ${place}: ${definition.table.name} has a row with ${inWords(equal, row)} already, and the key ${name} is unique.`, { hint: "Change the row that the statement writes. Where it may be there already, write INSERT … ON DUPLICATE KEY UPDATE." });
	}
}
/** A column of a key that has the values which it had before the run; `null` for any other. */
function asBefore({ column, isPrefix }, definition, { map }, hasNumbers) {
	const now = column === null || isPrefix ? void 0 : findColumn(definition, column);
	if (now === void 0 || hasNumbers && now.autoIncrement) return null;
	const before = map.find(({ to }) => sameName(to.name, now.name))?.from;
	return before !== void 0 && isAlike(before, now) ? {
		ours: now.name,
		theirs: before.name
	} : null;
}
/**
* Looks whether the rows that they refer to are there, as far as no statement of the run has a hand in these.
*
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseOrphans(met) {
	const found = await findOrphan(met);
	if (found !== null) throw found;
}
/** @returns what {@link refuseOrphans} throws; `null` where each has its parent */
async function findOrphan({ stage, definition, place, session }) {
	const { table, createStatement } = definition;
	const written = stage.tables.staged(table);
	for (const { name, columns, parent, parentColumns } of readForeignKeys(createStatement, table.schema)) {
		const standing = stage.tables.standingOf(parent);
		if (standing === null || standing.source === null || standing.isAltered || standing.rowsChanged) continue;
		if (stage.tables.standingOf(table) === standing) continue;
		const equal = columns.map((ours, index) => ({
			ours,
			theirs: parentColumns[index] ?? ""
		}));
		const [row] = await session.rows(selectOrphan(written, standing.source.table, equal));
		if (row === void 0) continue;
		return new GhostshipError("data-does-not-fit", `The server would refuse ${place}: ${parent.name} has no row with ${inWords(equal.map(({ theirs }) => ({ ours: theirs })), row)}, and the foreign key ${name} asks for one.`, { hint: `Add the row of ${parent.name} in an earlier statement.` });
	}
	return null;
}
function isAlike(before, now) {
	return before.columnType === now.columnType && before.collation === now.collation;
}
/** As in `a = 1, b = x`. */
function inWords(columns, row) {
	return columns.map(({ ours }, index) => `${ours} = ${String(row[`value ${index}`])}`).join(", ");
}

// src/engine/plan/leaves-children.ts
/**
* Looks whether rows of other tables refer to what an UPDATE or DELETE has taken out of the clone, which had all rows of the table. Only
* tables that no statement of the run has changed can tell.
*
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseBereft(met, { source, isAltered }) {
	if (source === null || isAltered) return;
	const { stage, definition, place, session } = met;
	for (const { child, key } of await refusingKeys(met)) {
		const equal = key.columns.map((theirs, index) => ({
			ours: key.parentColumns[index] ?? "",
			theirs
		}));
		const clone = stage.tables.staged(definition.table);
		const [row] = await session.rows(selectBereft(source.table, child, clone, equal)).catch((error) => {
			if (error instanceof ServerError) return [];
			throw error;
		});
		if (row === void 0) continue;
		throw new GhostshipError("data-does-not-fit", `The server would refuse ${place}: a row of ${child.name} refers to ${inWords(equal, row)} of ${definition.table.name}, by the foreign key ${key.name}.`, { hint: `Change or delete the rows of ${child.name} in an earlier statement.` });
	}
}
/** Foreign keys of other tables by which the server refuses the change of a row. */
async function refusingKeys({ stage, definition }) {
	const { table } = definition;
	const found = [];
	for (const { name, child } of keysTo(table, definition)) {
		const standing = stage.tables.standingOf(child);
		const isUnchanged = standing === null || !(standing.isAltered || standing.rowsChanged || standing.source === null);
		if (sameTable(child, table) || !isUnchanged) continue;
		const created = await readCreateStatement(stage.control.session, child);
		const key = readForeignKeys(created, child.schema).find((one) => sameName(one.name, name));
		if (key !== void 0 && !cascades(key)) found.push({
			child,
			key
		});
	}
	return found;
}

// src/engine/plan/rows-on-stage.ts
/** Fewer where they are large. */
const mostSampled = {
	rows: 1e3,
	bytes: 8 * 2 ** 20
};
/**
* Writes the rows of an INSERT into the clone as the statements so far leave it, and takes them back: what the server says there of
* a value it will say to the migration. Then holds them against the rows of the user.
*
* @throws GhostshipError `invalid-statement` with the server's words; `duplicate-rows`, `data-does-not-fit` for rows that are there
*/
async function insertOnStage(stage, tried) {
	const trial = await findTrial(stage, tried.table);
	if (trial === null) return;
	const { standing, definition, isNumbered } = trial;
	await inTrial(trial, tried, async (session) => {
		if (isNumbered) await session.run(forgetNumber);
		await session.run(statementOf(tried, stage));
		if (tried.rows === "leave") return;
		const [taken] = isNumbered ? await session.rows(selectNumber) : [];
		const hasNumbers = taken !== void 0 && Number(taken.number) !== 0;
		const met = {
			stage,
			definition,
			place: tried.work.place,
			session
		};
		if (!tried.bearsDuplicates) await refuseTaken(met, standing, hasNumbers);
		await refuseOrphans(met);
	});
}
/**
* Does to the first rows of the table, in the clone as the statements so far leave it, what an UPDATE or DELETE would do, and takes that
* back.
*
* @throws GhostshipError `data-does-not-fit` with the server's words, and for rows that refer to none
*/
async function changeOnStage(stage, tried) {
	const trial = tried.rows === "leave" ? null : await findTrial(stage, tried.table);
	if (trial === null || trial.standing.rowsChanged) return;
	await inTrial(trial, tried, async (session) => {
		const filled = await fill(session, trial);
		if (filled === "not") return;
		const met = {
			stage,
			definition: trial.definition,
			place: tried.work.place,
			session
		};
		const hadOrphans = await findOrphan(met) !== null;
		try {
			await session.run(statementOf(tried, stage));
		} catch (error) {
			if (isDuplicate(error)) return;
			if (!(error instanceof ServerError) || !isOfRows(error)) throw error;
			const { message, hint } = refusedByServer(error, tried.work.place);
			throw new GhostshipError("data-does-not-fit", message, {
				hint,
				cause: error
			});
		}
		if (!hadOrphans) await refuseOrphans(met);
		if (filled === "whole") await refuseBereft(met, trial.standing);
	});
}
/**
* A trigger that is run before each row may change it, and a default may count a sequence on: nothing is tried then.
*
* @returns `null` where that is so, and where there is no clone
*/
async function findTrial(stage, table) {
	const standing = await stage.tables.bring(table);
	const definition = await stage.tables.look(table);
	if (standing?.isStaged !== true || definition === null) return null;
	const { triggers, createStatement } = definition;
	if (triggers.some(({ timing }) => timing === "BEFORE") || /\b(?:next|last|set)val\(/iu.test(createStatement)) return null;
	const isNumbered = definition.columns.some(({ autoIncrement }) => autoIncrement);
	return {
		stage,
		standing,
		definition,
		clone: stage.tables.staged(definition.table),
		isNumbered
	};
}
function statementOf({ inPlace }, { tables }) {
	return raw(inPlace((named) => tableName(tables.staged(named)).text));
}
async function inTrial({ stage, clone, isNumbered }, { work }, change) {
	try {
		await keepingCounter(stage.asking, clone, isNumbered, () => stage.tryRows(change));
	} catch (error) {
		if (!(error instanceof ServerError)) throw error;
		if (isOfRows(error)) throw refusedByServer(error, work.place);
	}
}
/** The server does not take the counter of a clone back with the rows. */
async function keepingCounter(session, clone, isNumbered, change) {
	const counter = isNumbered ? counterOf(await readCreateStatement(session, clone)) : null;
	try {
		await change();
	} finally {
		if (counter !== null) await session.run(setAutoIncrement(clone, counter));
	}
}
/** Whatever else happens on the stage says nothing of the statement. SQLSTATE 22 is a data exception, 23 a constraint. */
function isOfRows(error) {
	return /^2[23]/u.test(error.sqlState) || isBadData(error) || isDuplicate(error);
}
/**
* @returns `whole` where these are all rows of the table; `not` where they cannot be had as they are: the statements before are refused
*   for them, where that matters
*/
async function fill(session, { standing: { source, map }, clone }) {
	if (source === null || map.length === 0) return "not";
	const columns = map.map(({ from, to }) => ({
		ours: to.name,
		value: ident(from.name)
	}));
	await session.run(withSqlMode(sql`${"NO_AUTO_VALUE_ON_ZERO"}`));
	try {
		const { warningCount, affectedRows } = await session.run(fillWithFirst(clone, source.table, columns, sampleOf(source)));
		if (!(warningCount === 0 ? [] : await session.rows(showWarnings)).every(({ Code }) => Number(Code) === serverErrors.ER_NO_DEFAULT_FOR_FIELD)) return "not";
		return affectedRows < sampleOf(source) ? "whole" : "part";
	} catch (error) {
		if (error instanceof ServerError) return "not";
		throw error;
	} finally {
		if (session.alive) await session.run(withSqlMode(personalSqlMode));
	}
}
/** So many of the first rows are tried. */
function sampleOf({ rowBytes }) {
	return Math.max(1, Math.min(mostSampled.rows, Math.floor(mostSampled.bytes / Math.max(1, rowBytes))));
}
/** As SHOW CREATE TABLE has it. */
function counterOf(createStatement) {
	return BigInt(/ AUTO_INCREMENT=(\d+)/u.exec(createStatement)?.[1] ?? 1);
}

// src/engine/plan/first-rows.ts
/**
* Writes the first rows into the altered clone, as a copy would, and takes them back; only where a column computes or converts its
* values. A question can tell whether a number fits, and not what the server says of every expression and every conversion.
*
* @throws GhostshipError `data-does-not-fit`
*/
async function refuseFirstRows({ dryRun, alter, source, map, clone, hazards }) {
	if (!alter.rewritten || map.length === 0 || hazards.some(isCertain)) return;
	if (!alter.map.some(changesFamily) && computedAnew(alter).length === 0) return;
	const { flavor, sqlMode } = dryRun.control.server;
	const columns = map.map((pair) => ({
		ours: pair.to.name,
		value: convertedValue(pair, flavor)
	}));
	const mode = convertsAsServer(map, flavor) ? convertingSqlMode(sqlMode) : copySqlMode(sqlMode);
	const isNumbered = alter.altered.columns.some(({ autoIncrement }) => autoIncrement);
	const session = await dryRun.writing();
	await session.run(withSqlMode(mode));
	await keepingCounter(dryRun.asking, clone, isNumbered, async () => {
		await session.run(startTransaction);
		try {
			await session.run(fillWithFirst(clone, source.table, columns, sampleOf(source)));
		} catch (error) {
			if (!isOfSample(error)) throw dataDoesNotFit(error, source.table);
		} finally {
			if (session.alive) await session.run(rollback);
		}
	});
}
/** Within a family the questions tell all. */
function changesFamily({ from, to }) {
	return familyOf(from) !== familyOf(to) || from.charset !== to.charset;
}
/** What the copy does not meet, or is asked about in another way. */
function isOfSample(error) {
	if (!(error instanceof ServerError)) return false;
	return isDuplicate(error) || isServerError(error, "ER_NO_DEFAULT_FOR_FIELD") || !isOfRows(error);
}

// src/engine/plan/judge-statement.ts
/** @throws GhostshipError for what the migration itself refuses once it knows how it would be done */
async function judgeStatement(request, dryRun, original, alter, { altered, after: tried, isTriedWith }) {
	const { file, line, statement, options } = request;
	const { control } = dryRun;
	const { server } = control;
	if (options.algorithm === "copy" && hasCopy(alter, server)) await refuseAsCopy(dryRun, original, alter, options);
	const asked = {
		original,
		alter,
		altered,
		after: tried,
		...isTriedWith === void 0 ? {} : { isTriedWith }
	};
	const way = await chooseWay(control, asked, options, await dryRun.hasReplicas());
	const after = afterBy(way, original, tried);
	const work = way.kind === "copy" ? await planWork(dryRun, original, after, alter, request) : null;
	const leavesKeysOut = work !== null && options.foreignKeys === "drop";
	const isRewritten = !["instant", "inplace"].includes(algorithmOf(way));
	const conversion = {
		original,
		after: tried,
		map: mapColumns(original, tried, alter)
	};
	const notInstant = options.algorithm === "auto" ? await dryRun.whyNotInstant(original, alter) : null;
	return {
		work,
		columnsGone: [...alter.droppedColumns, ...alter.columnRenames.map(({ from }) => from)],
		plan: {
			file,
			line,
			statement,
			table: original.table.name,
			algorithm: algorithmOf(way),
			reason: reasonFor(altered, way, {
				algorithm: options.algorithm,
				isAtOnce: changesWholePartitions(alter, original)
			}),
			rows: original.rowsEstimated,
			dataBytes: original.dataBytes,
			indexBytes: original.indexBytes,
			before: original.createStatement,
			after: leavesKeysOut ? withoutForeignKeys(after.createStatement) : after.createStatement,
			migrationKey: work === null ? null : describeKey(work),
			warnings: [...notInstant === null ? [] : [notInstant], ...altered.warnings],
			circumstances: isRewritten ? await convertingBy(dryRun, conversion) : [],
			wayBack: judgeWayBack(algorithmOf(way), {
				original,
				after,
				changes: alter
			}, server, options.allow)
		}
	};
}
/** Whether rows are written anew. Where the server changes the table in another way, it decides alone what fits. */
function rewritesRows({ plan: { algorithm } }) {
	return algorithm !== "instant" && algorithm !== "inplace";
}
/** Refuses what the migration itself refuses once it knows that it must copy. Returns how it will copy. */
async function planWork(dryRun, original, after, alter, { options }) {
	const { control } = dryRun;
	await refuseAsCopy(dryRun, original, alter, options);
	const target = await dryRun.target();
	const names = {
		...nameTables(original.table, false),
		ghost: after.table
	};
	const plan = planCopy(names, original, after, alter, control.server, options.allow);
	if (typeof target !== "string") refuseShortImages(target.control.server.facts, original, plan.key);
	if (original.source === void 0) {
		await refuseZeroUnderCounter(control.session, original, plan.map);
		await refuseMisplacedInTime(control.session, control.server.flavor, original, plan.key);
	}
	await tryRelations(dryRun, original, plan, options);
	return plan;
}
/** What the target logs, and denies its user, is not for its replica to tell. */
async function refuseAsCopy(dryRun, original, alter, options) {
	const target = await dryRun.target();
	if (typeof target === "string") await refuseTable(dryRun.control, original, alter, options);
	else await refuseCopy(target.control, original, alter, options);
}
/** What is to be carried over to the altered table; what a migration tries on its ghost is tried on the clone. */
async function tryRelations(dryRun, original, { names, map }, options) {
	new ForeignKeys(names, original, map, options.foreignKeys);
	try {
		await new Triggers(names, original.triggers).tryOn(dryRun.asking);
	} catch (error) {
		const isAboutUser = error instanceof GhostshipError && error.code === "missing-privileges";
		if (!(dryRun.isOnReplica && isAboutUser)) throw error;
	}
	const target = await dryRun.target();
	if (dryRun.isOnReplica && typeof target !== "string") await target.tryTriggers(original);
}
function describeKey({ key }) {
	return {
		name: key.index,
		columns: key.columns.map((column) => column.original.name),
		reason: key.reason
	};
}
function reasonFor(altered, way, { algorithm, isAtOnce }) {
	if (way.kind === "add-keys") return "The server adds the foreign key in place while writers go on, and then every row is checked. It is dropped again where a row refers to none.";
	if (way.kind === "only-server") return way.only.reason;
	const onServer = way.kind !== "copy";
	if (onServer && way.way === "whole") return "The server itself copies the table, which is small. Writers wait for less than the lock budget.";
	if (!onServer && algorithm === "copy") return "The option algorithm asks for a copy.";
	if (altered.way === "instant") return "The server changes only the definition. It touches no row.";
	if (altered.way === "inplace" && onServer && isAtOnce) return "The server changes whole partitions, at once, and writers wait for a moment. No row moves.";
	if (altered.way === "inplace" && onServer && altered.rebuilds) return "The server rebuilds the table in place while writers go on. A copy is not possible here, so nothing slows this down, and replicas fall behind for as long as it takes.";
	if (altered.way === "inplace" && onServer) return "The server changes the table in place while writers go on. It rewrites no row.";
	if (altered.way === "inplace" && altered.rebuilds) return "The server could rebuild the table in place, but nothing could slow that down and replicas would fall behind. The table is copied instead, while writers go on.";
	if (altered.way === "inplace") return "Replicas would fall behind while they build the index in one piece. The table is copied instead, while writers go on.";
	return altered.refusal === null ? "The rows are copied while writers go on. The server itself would block them." : `The rows are copied while writers go on. The server itself would block them: ${altered.refusal}`;
}

// src/engine/plan/plan.ts
/**
* The dry run: alters an empty clone, outside the binlog, and says what the migration will do. It only reads the original.
*
* @param shared what the statements of one plan share; `null` where this is the only one
* @throws GhostshipError for everything that the migration itself refuses before it copies, and `leftover-tables`
*/
async function planStatement(request, signal, shared = null) {
	try {
		var _usingCtx$1 = _usingCtx();
		signal.throwIfAborted();
		if (shared !== null) return await planOnClone(request, shared, signal);
		return await planOnClone(request, _usingCtx$1.a(await DryRun.open(request, request.options.allow)), signal);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function planOnClone(request, dryRun, signal) {
	try {
		var _usingCtx3 = _usingCtx();
		const { control, asking, isOnReplica } = dryRun;
		const { server } = control;
		if (!isOnReplica) refuseTarget(server);
		const alter = requireAlter(request.statement, server);
		refuseStatement(alter);
		const table = {
			schema: alter.table.schema ?? request.target.database,
			name: alter.table.name
		};
		const use = mayDestroy(alter) ? await readUse(dryRun, table) : null;
		const found = await inspectOriginal(control.session, server, table, purposeOf(dryRun), (it) => dryRun.look(it));
		const { original, unchecked, warnings } = await nextOriginal(control.session, found);
		const { foreignKeys } = request.options;
		const apart = needsOwnSchema(original, alter, server.flavor, foreignKeys);
		const names = nameTables(original.table, apart);
		await refuseAsMigration(dryRun, original, names, request.statement, null);
		const asked = {
			original,
			alter,
			server,
			foreignKeys,
			purpose: "plan"
		};
		const clone = _usingCtx3.a(await openClone(asking, asked));
		await dropFromClone(asking, clone.name, unchecked);
		const ways = await dryRun.waysFor(original, alter, request.options);
		const tried = await tryOnClone({
			asking,
			altering: await dryRun.altering()
		}, clone, asked, ways);
		const judged = await judgeStatement(request, dryRun, original, alter, tried);
		const { work, columnsGone } = judged;
		await refuseNamesOf(dryRun, names, work, null);
		const map = mapColumns(original, tried.after, alter);
		const changed = {
			server,
			original,
			altered: tried.after,
			map,
			added: addedColumns(tried.after, map),
			rewritten: rewritesRows(judged)
		};
		const estimate = work === null ? null : await dryRun.estimate(work, original);
		return {
			...judged.plan,
			deferral: await planDeferral(request, dryRun, original, tried.after, work),
			warnings: [
				...warnings,
				...judged.plan.warnings,
				...await warnOfCopy(request, dryRun, {
					original,
					alter,
					work,
					estimate
				})
			],
			hazards: request.rows === "leave" ? [] : await lookAtRows(dryRun, changed, clone.name, signal),
			namedBy: await findNaming(dryRun, original.table, columnsGone, signal),
			estimate,
			facts: await gatherFacts(dryRun, {
				original,
				alter,
				after: tried.after,
				work,
				use,
				estimate
			})
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function lookAtRows(dryRun, alter, clone, signal) {
	const hazards = await probeRows(dryRun.asking, alter, signal);
	await refuseFirstRows({
		dryRun,
		alter,
		source: alter.original,
		map: alter.map,
		clone,
		hazards
	});
	return hazards;
}
/**
* What a migration would be refused before it makes anything. Where the target cannot be asked, its replica tells of leftovers.
*
* @param statement `null` where an earlier one of the run comes before it
*/
async function refuseAsMigration(dryRun, original, names, statement, stage) {
	const target = await dryRun.target();
	if (typeof target !== "string") return await target.refuse(original, names, statement, stage);
	refuseLeftovers(names, await namesTaken(dryRun, names, stage));
}
/**
* The same for one that copies. It asks when the way is known.
*
* @param work `null` where nothing is copied
*/
async function refuseNamesOf(dryRun, names, work, stage) {
	if (work !== null) refuseNames(names, await namesTaken(dryRun, names, stage));
}
async function namesTaken(dryRun, names, stage) {
	const target = await dryRun.target();
	const { session } = typeof target === "string" ? dryRun.control : target.control;
	const comments = await commentsOf(session, names);
	takeStage(comments, names, stage);
	return comments;
}
async function gatherFacts(dryRun, { original, alter, after, work, use, estimate }) {
	const destroyed = findDestroyed(original, after, alter);
	const goes = destroyed.columns.length + destroyed.indexes.length > 0;
	return {
		asked: await dryRun.describe(),
		destroyed,
		space: work === null ? null : deriveSpace(original),
		unmeasured: work === null || estimate !== null ? null : whyUnmeasured(dryRun),
		use: goes ? use : null
	};
}
/** A sample is copied on a replica alone: the target must not do this work. */
function whyUnmeasured({ isOnReplica }) {
	return isOnReplica ? "Time and the wait at the cutover are not measured: no rows could be copied to measure them with." : "No replica was given, so time, replica lag and the wait at the cutover are not measured; `max-lag` and `lock-budget` limit the last two.";
}
/** What a person must know of a copy. What is logged is for the target to tell. */
async function warnOfCopy({ options }, dryRun, { original, alter, work, estimate }) {
	if (work === null) return [];
	const { control } = dryRun;
	const lost = await lostStatistics(control.session, control.server.flavor, original, alter);
	const target = await dryRun.target();
	return [lost, typeof target === "string" ? null : await retentionWarning(target.control.session, target.control.server.facts, options, estimate?.durationMs ?? null)].filter((warning) => warning !== null);
}
/** On the target it is the user who migrates: what the migration would be denied is denied here. */
function purposeOf({ isOnReplica }) {
	return isOnReplica ? "dry run" : "migration";
}
/** @param work `null` where nothing is copied */
async function planDeferral({ options }, dryRun, original, after, work) {
	if (work === null) return null;
	const keyIndex = work.key.onGhost.name;
	const replicas = await dryRun.hasReplicas();
	const deferral = await deferIndexes(dryRun.asking, after, original, options.indexes, replicas, keyIndex);
	return deferral && {
		...deferral,
		indexes: deferral.indexes.map(({ name }) => name)
	};
}

// src/engine/plan/parent-now.ts
/** Where the rows are that a foreign key leads to, before any statement of the run. */
function parentNow(tables) {
	return (parent) => {
		const standing = tables.standingOf(parent);
		if (standing === null) return {
			table: parent,
			columnOf: (column) => column
		};
		const { source, map } = standing;
		if (source === null) return "later";
		return {
			table: source.table,
			columnOf: (column) => map.find(({ to }) => sameName(to.name, column))?.from.name ?? null
		};
	};
}

// src/engine/plan/plan-on-stage.ts
/**
* As `planStatement`, among other statements of the run: the statement is tried on what those before it leave.
*
* @throws GhostshipError for everything that the migration itself refuses before it copies
*/
async function planOnStage(request, dryRun, stage, signal) {
	signal.throwIfAborted();
	const { tables } = stage;
	const { session, server } = dryRun.control;
	if (!dryRun.isOnReplica) refuseTarget(server);
	const alter = requireAlter(request.statement, server);
	refuseStatement(alter);
	const table = {
		schema: alter.table.schema ?? request.target.database,
		name: alter.table.name
	};
	const found = await tables.look(table);
	if (found === null) throw await tables.unknown(table, unknownHint);
	await refuseOriginal(session, server, found, purposeOf(dryRun));
	const use = mayDestroy(alter) ? await readUse(dryRun, (found.source ?? found).table) : null;
	const standing = await tables.bring(table);
	const original = await tables.look(table);
	if (standing === null || original === null) throw await tables.unknown(table, unknownHint);
	const apart = needsOwnSchema(original, alter, server.flavor, request.options.foreignKeys);
	const own = standing.isAltered ? null : request.statement;
	const names = nameTables(original.table, apart);
	await refuseAsMigration(dryRun, original, names, own, tables);
	const tried = await stage.alter(original, alter, request.options, dryRun);
	try {
		return await judge(request, dryRun, stage, {
			standing,
			original,
			alter,
			names,
			tried,
			use
		}, signal);
	} catch (error) {
		await tried.undo();
		throw error;
	}
}
async function judge(request, dryRun, stage, { standing, original, alter, names, tried, use }, signal) {
	const { source } = standing;
	const { after } = tried;
	const judged = await judgeStatement(request, dryRun, original, alter, tried);
	const { plan, columnsGone, work } = judged;
	await refuseNamesOf(dryRun, names, work, stage.tables);
	const { warnings } = standing;
	const changes = {
		original,
		after,
		step: mapColumns(original, after, alter),
		rewritten: rewritesRows(judged)
	};
	const estimate = work === null || source === null ? null : await estimateOn(request, stage, source, after, work, standing.map);
	const hazards = request.rows === "leave" ? [] : await hazardsOn(stage, standing, changes, signal);
	if (request.rows === "look" && source !== null && !standing.rowsChanged) {
		const { step: map, rewritten } = changes;
		const { server } = stage.control;
		const step = {
			server,
			original,
			altered: after,
			map,
			added: addedColumns(after, map),
			rewritten
		};
		const clone = stage.tables.staged(original.table);
		await refuseFirstRows({
			dryRun,
			alter: step,
			source,
			map: standing.map,
			clone,
			hazards
		});
	}
	const found = {
		...plan,
		warnings: [
			...warnings,
			...plan.warnings,
			...await warnOfCopy(request, dryRun, {
				original,
				alter,
				work,
				estimate
			})
		],
		deferral: await planDeferral(request, dryRun, original, after, work),
		hazards,
		namedBy: source === null ? namedByNobody : await findNaming(dryRun, source.table, columnsGone, signal),
		estimate,
		facts: await gatherFacts(dryRun, {
			original,
			alter,
			after,
			work,
			use,
			estimate
		})
	};
	standing.warnings = [];
	if (work !== null && request.options.retired === "keep") stage.tables.keep(names.retired);
	return found;
}
/** The rows are in the table as it is now, before any statement. */
async function estimateOn({ options }, stage, source, after, work, map) {
	if (!stage.dryRun.isOnReplica) return null;
	const names = {
		...nameTables(source.table, false),
		ghost: work.names.ghost
	};
	try {
		const fromSource = planCopy(names, source, after, changesOf(source, after, map), stage.control.server, options.allow);
		return await stage.estimate(fromSource, source);
	} catch (error) {
		if (error instanceof GhostshipError) return null;
		throw error;
	}
}
/** What all statements so far have done to the names. */
function changesOf(source, after, map) {
	return {
		columnRenames: map.filter(({ from, to }) => from.name !== to.name).map(({ from, to }) => ({
			from: from.name,
			to: to.name
		})),
		droppedColumns: source.columns.map(({ name }) => name).filter((name) => ghostColumnOf(map, name) === void 0),
		addedColumns: after.columns.map(({ name }) => name).filter((name) => !map.some(({ to }) => to.name === name))
	};
}
/** What the rows that are there by now say of the table as it will be, and what only those that will be there could say. */
async function hazardsOn(stage, standing, { original, after, step, rewritten }, signal) {
	const { source, map, rowsChanged } = standing;
	if (source === null) return rowsChanged ? unknowable(original, after, step, false) : [];
	const { asking, control } = stage;
	const added = addedColumns(after, step);
	const { tables } = stage;
	const probed = {
		server: control.server,
		original: source,
		altered: after,
		map,
		added,
		rewritten,
		parentNow: parentNow(tables)
	};
	const counted = (await probeRows(asking, probed, signal)).filter(({ message }) => !standing.told.has(message));
	for (const { message } of counted) standing.told.add(message);
	const filled = step.filter(({ to }) => !map.some((pair) => pair.to.name === to.name));
	const open = source.rowsEstimated === 0 && !rowsChanged ? [] : unknowable(original, after, filled, !rowsChanged);
	const parentsChanged = (key) => after.foreignKeys.some(({ name, parent }) => name === key && tables.standingOf(parent)?.rowsChanged === true);
	return [...counted.map((hazard) => rowsChanged || parentsChanged(hazard.key) ? inDoubt(hazard) : hazard), ...open];
}
const onlyThen = "that can only be counted once the statements before it have run";
/** A statement in between may mend it. */
function inDoubt(hazard) {
	if (!isCertain(hazard)) return hazard;
	const message = `${hazard.message} A statement before it changes rows, so ${onlyThen}.`;
	const hint = `Unless that statement does it: ${hazard.hint.charAt(0).toLowerCase()}${hazard.hint.slice(1)}`;
	return {
		...hazard,
		count: "unknown",
		message,
		hint
	};
}
/** Questions about columns that no row has yet. */
function unknowable(original, after, columns, isFilledByDefault) {
	return columns.flatMap(({ from, to }) => {
		const becomesUnique = after.indexes.some(({ name, unique, columns: parts }) => unique && parts.some(({ column }) => column === to.name) && !original.indexes.some((index) => index.name === name && index.unique));
		const changes = from.columnType !== to.columnType || from.nullable && !to.nullable || becomesUnique;
		const common = {
			columns: [to.name],
			key: null,
			atLeast: false,
			sampleKeys: [],
			hint: `Look at ${to.name} between the two.`
		};
		if (!changes) return [];
		if (isFilledByDefault && from.nullable && !from.hasDefault && !to.nullable && original.rowsEstimated > 0) {
			const count = original.rowsEstimated;
			const message = `${to.name} is NULL in all rows, about ${count}, and it becomes NOT NULL.`;
			return [{
				...common,
				kind: "null-in-not-null",
				count,
				message,
				hint: "Give the column a default where it is added, or fill it before."
			}];
		}
		const kind = becomesUnique ? "duplicate-key" : from.nullable && !to.nullable ? "null-in-not-null" : "not-convertible";
		const message = `It is not known whether ${to.name} fits in every row: statements before it add or fill this column, and ${onlyThen}.`;
		return [{
			...common,
			kind,
			count: "unknown",
			message
		}];
	});
}

// src/commands/plan/not-innodb.ts
/** What must be known of a new table of another engine. */
function notInnoDb(engine) {
	if (engine === "" || engine.toLowerCase() === "innodb") return [];
	return [`The table is ${engine}, not InnoDB: nothing of it is undone after a crash where the engine has no transactions, and its later changes cannot be made online.`];
}

// src/commands/plan/data-circumstances.ts
/**
* What a statement that changes rows hangs on: all the tables that it names, because what it reads decides what it writes.
*
* @param look gives the table as the statements before it leave it
*/
async function dataCircumstances({ statement, tables, database }, dryRun, look) {
	const found = [];
	const definitions = [];
	for (const { schema, name } of tables) {
		const definition = await look({
			schema,
			name
		});
		if (definition === null) continue;
		definitions.push(definition);
		const label = labelOf(schema, name, database);
		found.push(writtenAs(label, definition));
		found.push(...await followedBy(dryRun.control.session, label, definition, look));
	}
	return [...found, ...await computingBy(dryRun, statement, definitions)];
}

// src/commands/plan/data-words.ts
/** Where it may take the value for a constant, the server would call it to plan the statement. */
function notCalled(calls) {
	return calls.length === 0 ? "" : ` A plan does not call ${calls.join(", ")}, so what that gives is not known.`;
}
function takesAll({ verb, table }) {
	return `The statement has no WHERE: it ${verb === "DELETE" ? `deletes every row of ${table.name}, and there is no way back` : `changes every row of ${table.name}`}.`;
}
function formatted(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}

// src/engine/plan/statement-facts.ts
const nothingDestroyed = {
	isTable: false,
	columns: [],
	indexes: [],
	partitions: [],
	rows: 0
};

// src/commands/plan/task-planning.ts
/** The table as the statements so far leave it. */
function lookOf({ dryRun, stage }) {
	return (name) => stage === null ? dryRun.look(name) : stage.tables.look(name);
}
/** The text of the statement with other tables in it. */
function withTables({ parsed, text }, database, name) {
	const spans = namedTables(parsed).map((table) => ({
		start: table.start - parsed.start,
		end: table.end - parsed.start,
		by: name(qualify(table, database))
	}));
	return replaceSpans(text, spans);
}
/** What every plan of a statement has, for one that is run as it is. */
async function emptyPlan({ file, line, text, label }, { dryRun }) {
	return {
		file,
		line,
		statement: text,
		table: label,
		algorithm: "direct",
		reason: "",
		rows: 0,
		dataBytes: 0,
		indexBytes: 0,
		before: "",
		after: "",
		migrationKey: null,
		deferral: null,
		warnings: [],
		hazards: [],
		wayBack: null,
		namedBy: namedByNobody,
		estimate: null,
		facts: {
			asked: await dryRun.describe(),
			destroyed: nothingDestroyed,
			space: null,
			unmeasured: null,
			use: null
		}
	};
}

// src/commands/plan/plan-data.ts
async function planData(statement, task, planning) {
	const { dryRun, settings, stage } = planning;
	const { target } = dryRun.place;
	const work = dataWork(statement, task, target, settings);
	const circumstances = await dataCircumstances(work, dryRun, lookOf(planning));
	const isKnown = stage?.tables.knows(work.tables) === true;
	const transaction = "It changes rows, in one transaction of its own.";
	const limit = `up to ${work.maxRows} are allowed`;
	const warnings = task.takesAll ? [takesAll(task)] : [];
	const inPlace = (name) => withTables(statement, target.database, name);
	const tryRows = async (calls) => {
		if (stage === null) return;
		const table = qualify(task.table, target.database);
		const tried = {
			work,
			table,
			bearsDuplicates: task.bearsDuplicates,
			rows: planning.rows,
			inPlace
		};
		if (task.isSelfContained && calls.length === 0) await (task.verb === "INSERT" ? insertOnStage(stage, tried) : changeOnStage(stage, tried));
		await changeRowsOnStage(stage, work.tables);
	};
	if (stage !== null && isKnown) {
		refuseTooMany(work, work.rows);
		const calls = await explainOnStage(stage, work, inPlace);
		await tryRows(calls);
		const reason = `${transaction} ${task.isSelfContained && task.verb === "INSERT" ? `It writes ${formatted(work.rows, "row")}; ${limit}.${notCalled(calls)}` : `How many it examines can only be counted once the statements before it have run; ${limit}.${notCalled(calls)}`}`;
		return {
			...await emptyPlan(statement, planning),
			reason,
			warnings,
			circumstances,
			rows: work.rows
		};
	}
	const side = await dryRun.target();
	const { session, server } = typeof side === "string" ? dryRun.control : side.control;
	const { rows, calls } = await checkData(session, work, server);
	await tryRows(calls);
	const reason = `${transaction} ${`It examines ${rows === null ? "an unknown number of rows" : `about ${formatted(rows, "row")}, by the estimate of the server`}; ${limit}.${notCalled(calls)}`}`;
	return {
		...await emptyPlan(statement, planning),
		reason,
		warnings,
		circumstances,
		rows: rows ?? work.rows
	};
}

// src/commands/plan/plan-task.ts
const notThere = "The table is not there, so nothing is done.";
/** @throws GhostshipError for what the migration itself would refuse before it changes anything */
async function planTask(statement, task, planning, signal) {
	try {
		return await planKind(statement, task, planning, signal);
	} catch (error) {
		const { dryRun } = planning;
		const { target: place } = dryRun.place;
		const tables = namedTables(statement.parsed).map((table) => qualify(table, place.database));
		if (error instanceof GhostshipError && error.code === "leftover-tables") {
			const labels = tables.map(({ schema, name }) => labelOf(schema, name, place.database));
			const { message, hint } = await tellWhoKeeps(error, labels, place);
			throw new GhostshipError(error.code, message, {
				hint,
				cause: error
			});
		}
		const target = await dryRun.target();
		if (typeof target === "string") throw error;
		throw await tellWhoMigrates(error, tables, target.control.session, place);
	}
}
async function planKind(statement, task, planning, signal) {
	switch (task.kind) {
		case "change": return planChange(statement, task, planning, signal);
		case "create": return planCreate(statement, task, planning);
		case "drop": return planDrop(statement, task, planning, signal);
		case "rename": return planRename(statement, task, planning, signal);
		case "data": return planData(statement, task, planning);
	}
}
async function planChange(statement, task, planning, signal) {
	const { dryRun, settings, stage, rows } = planning;
	const { file, line, text, table } = statement;
	const { target } = dryRun.place;
	if (task.ifExists && takesIfExists(dryRun.control.server) && await lookOf(planning)(qualify(task.table, target.database)) === null) return {
		...await emptyPlan(statement, planning),
		reason: notThere
	};
	const options = engineOptions(settings.valuesFor(file, table), settings);
	const request = {
		...dryRun.place,
		file,
		line,
		statement: text,
		options,
		rows
	};
	const plan = await (stage === null ? planStatement(request, signal, dryRun) : planOnStage(request, dryRun, stage, signal));
	const warnings = [...await whatWaits(qualify(task.table, target.database), dryRun), ...plan.warnings];
	return {
		...plan,
		warnings,
		table: labelOf(task.table.schema, plan.table, target.database)
	};
}
async function whatWaits(table, dryRun) {
	const side = await dryRun.target();
	if (typeof side === "string" || !side.hasBegun(table)) return [];
	const waits = await tellWhatWaits(table, side.control.session, dryRun.place.target);
	return waits === null ? [] : [waits];
}
async function planCreate(statement, task, planning) {
	const table = qualify(task.table, planning.dryRun.place.target.database);
	const there = await lookOf(planning)(table);
	const isThere = task.ifExists && there !== null;
	if (there !== null && there.kind !== "table" && !isThere) throw nameOfOther(there);
	const made = await tryCreating(statement, task, planning);
	const warnings = made === null ? [] : notInnoDb(made.engine);
	const empty = {
		...await emptyPlan(statement, planning),
		warnings
	};
	if (isThere) return {
		...empty,
		reason: "The table is there already, so nothing is done."
	};
	return {
		...empty,
		reason: "A new table: it has no rows, and nobody uses it yet.",
		after: statement.text,
		circumstances: made === null ? [] : [madeAs(made)]
	};
}
function nameOfOther({ table, kind }) {
	const what = kind === "view" || kind === "sequence" ? `, and it is a ${kind}` : "";
	return new GhostshipError("invalid-statement", `There is ${table.name} already in ${table.schema}${what}.`, { hint: "Choose another name for the table." });
}
/** @returns the table as the server makes it; `null` where it could not be tried */
async function tryCreating(statement, task, { dryRun, stage }) {
	if (stage === null) return null;
	const { target } = dryRun.place;
	const tables = namedTables(statement.parsed).map((table) => qualify(table, target.database));
	const creation = creationOf(statement, target.database);
	const table = qualify(task.table, target.database);
	await createOnStage(stage, table, tables, creation, (name) => withTables(statement, target.database, name));
	return await stage.tables.look(table);
}
async function planDrop(statement, task, planning, signal) {
	const { dryRun, stage } = planning;
	const { target } = dryRun.place;
	const asked = qualify(task.table, target.database);
	const { control } = dryRun;
	const look = lookOf(planning);
	const definition = await look(asked);
	if (definition === null) {
		if (task.ifExists) return {
			...await emptyPlan(statement, planning),
			reason: notThere
		};
		throw await (stage === null ? unknownTable(control.session, asked, goneHint) : stage.tables.unknown(asked, goneHint));
	}
	const { table } = definition;
	await refuseRetiring(control.session, definition, control.server);
	const { retired } = nameTables(table, false);
	if (stage?.tables.isTaken(retired) === true) throw takenByRun(retired, null);
	if (await look(retired) !== null || await isLeftOnTarget(retired, planning)) throw retiredNameTaken(retired);
	await stage?.retire(table, retired);
	const empty = await emptyPlan(statement, planning);
	const source = stage?.tables.standingOf(retired)?.source ?? definition;
	return {
		...empty,
		table: labelOf(asked.schema, table.name, target.database),
		reason: `It is renamed to ${labelOf(asked.schema, retired.name, target.database)} and keeps its rows until \`ghostship cleanup --retired drop\` drops it.`,
		rows: definition.rowsEstimated,
		dataBytes: definition.dataBytes,
		indexBytes: definition.indexBytes,
		before: definition.createStatement,
		namedBy: await findNaming(dryRun, table, "table", signal),
		facts: {
			...empty.facts,
			destroyed: {
				isTable: true,
				columns: definition.columns.map(({ name }) => name),
				indexes: definition.indexes.map(({ name }) => name),
				partitions: [],
				rows: definition.rowsEstimated
			},
			use: await readUse(dryRun, source.table)
		}
	};
}
/** What an earlier migration has left there may not have come to the replica. */
async function isLeftOnTarget(table, { dryRun, stage }) {
	const target = await dryRun.target();
	if (typeof target === "string" || !dryRun.isOnReplica || stage?.tables.isGone(table) === true) return false;
	return await target.has(table);
}
async function planRename(statement, { renames, ifExists }, planning, signal) {
	const { dryRun, stage } = planning;
	const { database } = dryRun.place.target;
	const asked = renamesIn({ renames }, database);
	const checked = await checkRenames(dryRun.control.session, {
		renames: asked,
		ifExists
	}, lookOf(planning));
	for (const { from, to } of checked.renames) await stage?.rename(from, to);
	const inWords = ({ schema, name }) => labelOf(schema, name, database);
	const changes = checked.renames.map(({ from, to }) => `${inWords(from)} becomes ${inWords(to)}`);
	const naming = [];
	for (const { table } of checked.tables) {
		const goes = checked.freed.some(({ schema, name }) => schema === table.schema && name === table.name);
		naming.push(await findNaming(dryRun, table, goes ? "table" : [], signal));
	}
	const total = (size) => checked.tables.reduce((sum, table) => sum + size(table), 0);
	return {
		...await emptyPlan(statement, planning),
		rows: total(({ rowsEstimated }) => rowsEstimated),
		dataBytes: total(({ dataBytes }) => dataBytes),
		indexBytes: total(({ indexBytes }) => indexBytes),
		reason: changes.length === 0 ? "None of the tables is there, so nothing is done." : `The server changes names alone, all at once: ${changes.join(", ")}.`,
		namedBy: joinNaming(naming),
		circumstances: checked.tables.map((definition) => definedAs(inWords(definition.table), definition))
	};
}

export { planStatement as n, planTask as t };