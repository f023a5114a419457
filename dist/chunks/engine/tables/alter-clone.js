import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, o as sameName } from "../../mysql/inspect-table.js";
import { t as readTableId } from "../../mysql/read-table-id.js";
import { a as isDenied, n as ServerError, r as deniedHint } from "../../mysql/server-errors.js";
import { i as alterTable } from "../../sql/ghost.js";
import { M as showWarnings, y as selectWithRowVersions } from "../../sql/inspect.js";
import { t as bodyWith } from "../../sql/parser/alter.js";
import { t as GhostshipError } from "../../support/errors.js";
import { n as isWithin, t as isBelow } from "../../mysql/version.js";
import { n as movesTo, r as untriable } from "./only-the-clone.js";
import { r as hintFor } from "./zero-dates.js";

// src/engine/tables/instant-columns.ts
/**
* Why columns must not be added or dropped instantly there; `null` where they may be, or where the statement does no such thing.
*
* Tables with columns that were added or dropped instantly could be damaged in recovery on 8.0.29, and Percona XtraBackup refuses
* them up to 8.0.31 (release notes of MySQL 8.0.30 and of XtraBackup 8.0.29 to 8.0.31). A ghost would be such a table as well.
*/
function whyNoInstantColumns({ flavor, version }, alter) {
	if (flavor !== "mysql" || !isWithin(version, "8.0.29", "8.0.31")) return null;
	if (alter.addedColumns.length + alter.droppedColumns.length === 0) return null;
	return `MySQL ${version} is not asked to add or drop columns instantly: up to 8.0.31 backups may refuse such tables.`;
}
/**
* Why the server cannot add or drop columns of the table instantly any more, though it can on an empty clone; `null` where it can, or
* where the user may not see it.
*
* Each such statement leaves a row version, until the table is written anew (MySQL manual, "Online DDL Operations").
*/
async function whyNoRowVersions({ server: { flavor, version }, session }, original, alter) {
	if (flavor !== "mysql" || isBelow(version, "8.0.29") || !takesRowVersion(original, alter)) return null;
	const { source = original } = original;
	if (source.createStatement !== original.createStatement) return null;
	const limit = isBelow(version, "9.1.0") ? 64 : 255;
	try {
		if ((await session.rows(selectWithRowVersions(source.table, limit))).length === 0) return null;
	} catch (error) {
		if (isDenied(error)) return null;
		throw error;
	}
	return `${original.table.name} has no row versions left: after ${limit} statements that the server has done instantly it adds or drops columns by writing every row anew.`;
}
function takesRowVersion({ columns }, { statement: { clauses } }) {
	const isVirtual = (name) => columns.some((column) => sameName(column.name, name) && column.generated === "virtual");
	return clauses.some((clause) => clause.kind === "add-column" && clause.column.generated !== "virtual" || clause.kind === "drop-column" && !isVirtual(clause.column.text));
}

// src/engine/tables/alter-clone.ts
/** The cheapest first. */
const cheapWays = ["instant", "inplace"];
/** What is tried before a copy. */
function waysFor({ algorithm }) {
	return algorithm === "auto" ? cheapWays : [];
}
/**
* The statement with what forces the server to go a way, or to refuse. MySQL takes no LOCK with INSTANT. MariaDB takes INSTANT also for
* PARTITION BY, REMOVE PARTITIONING and ORDER BY, and then copies the table while writers wait; with LOCK=NONE it refuses these
* (measured: 10.11). It refuses DISABLE KEYS too, which does nothing to a table of InnoDB.
*/
function bodyBy(way, alter, flavor) {
	if (way === "inplace") return bodyWith(alter, "ALGORITHM=INPLACE, LOCK=NONE");
	const asksForLock = flavor === "mariadb" && alter.statement.clauses.some(({ kind }) => kind !== "keys");
	return bodyWith(alter, asksForLock ? "ALGORITHM=INSTANT, LOCK=NONE" : "ALGORITHM=INSTANT");
}
/**
* Alters an empty clone, trying the cheap ways first; a way that is refused, for whatever reason, leaves the clone as it was,
* and the next is tried. Only a clone may be asked like this: on the real table a way that is possible is carried out.
*
* @throws GhostshipError `invalid-statement` with the server's words, `unsupported-statement` for another engine
*/
async function alterClone({ asking, altering: session }, clone, original, alter, server, ways) {
	const { flavor } = server;
	const reaches = untriable(alter);
	if (reaches !== null) throw reaches;
	const notInstant = whyNoInstantColumns(server, alter);
	let refusal = notInstant;
	for (const way of ways.filter((cheap) => notInstant === null || cheap !== "instant")) {
		const idBefore = way === "instant" ? "" : await readTableId(asking, clone, flavor);
		try {
			await session.run(alterTable(clone, bodyBy(way, alter, flavor)));
			const warnings = await readWarnings(session);
			await refuseEngine(asking, clone);
			return {
				way,
				rebuilds: !(way === "instant" || idBefore !== "" && idBefore === await readTableId(asking, clone, flavor)),
				refusal,
				warnings
			};
		} catch (error) {
			if (!(error instanceof ServerError)) throw error;
			refusal = error.message;
		}
	}
	try {
		await session.run(alterTable(clone, notInstant === null ? alter.body : bodyWith(alter, "ALGORITHM=COPY")));
		const warnings = await readWarnings(session);
		await refuseEngine(asking, clone);
		return {
			way: "copy",
			rebuilds: true,
			refusal,
			warnings
		};
	} catch (error) {
		throw invalid(error, original, alter.body);
	}
}
/** MariaDB calls it instant, and then copies while writers wait. */
async function refuseEngine(session, clone) {
	const engine = /^\).* ENGINE=(\w+)/mu.exec(await readCreateStatement(session, clone))?.[1] ?? "InnoDB";
	if (engine.toLowerCase() !== "innodb") throw movesTo(engine);
}
async function readWarnings(session) {
	return (await session.rows(showWarnings)).map((row) => session.naming.inTheirNames(String(row.Message)));
}
function invalid(error, original, body) {
	if (!(error instanceof ServerError)) return error;
	const denied = isDenied(error);
	return new GhostshipError(denied ? "missing-privileges" : "invalid-statement", `The server refuses the statement on ${original.name}: ${error.message}`, {
		hint: denied ? deniedHint : hintFor(error, "Correct the statement.", body),
		cause: error
	});
}

export { whyNoRowVersions as a, whyNoInstantColumns as i, bodyBy as n, waysFor as r, alterClone as t };