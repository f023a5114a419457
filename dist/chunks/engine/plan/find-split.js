import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, s as withoutCounter } from "../../mysql/inspect-table.js";
import { t as readTableId } from "../../mysql/read-table-id.js";
import { n as ServerError } from "../../mysql/server-errors.js";
import { c as withoutForeignKeys } from "../../sql/foreign-keys.js";
import { f as dropTable, i as alterTable } from "../../sql/ghost.js";
import { n as readAlter } from "../../sql/parser/alter.js";
import { a as raw, s as tableName } from "../../sql/sql.js";
import { n as bodyBy } from "../tables/alter-clone.js";
import { f as stageSchema } from "../tables/table-names.js";

// src/engine/plan/find-split.ts
/**
* Tries, on an empty table of the stage, whether a part of a statement that copies the table is instant by itself. Both statements
* together must make of the table what the one does.
*
* @returns `null` where it cannot be split, or nothing would be gained
*/
async function findSplit(stage, plan) {
	const { server } = stage.control;
	const alter = readAlter(plan.statement, server);
	const [home] = stage.tables.schemas;
	if (plan.algorithm !== "copy" || home === void 0 || alter.kind !== "alter") return null;
	if (alter.hasIgnore || alter.statement.body.mayReachOut) return null;
	const asked = {
		table: {
			schema: alter.table.schema ?? home,
			name: alter.table.name
		},
		columns: [],
		createStatement: plan.before
	};
	if (await stage.dryRun.whyNotInstant(asked, alter) !== null) return null;
	const texts = alter.statement.clauses.filter(({ kind }) => kind !== "algorithm" && kind !== "lock").map(({ start, end }) => plan.statement.slice(start, end));
	if (texts.length < 2 || texts.length > maxClauses || texts.some((text) => !/^(?:ADD|DROP|MODIFY|CHANGE|ALTER|RENAME)\b/iu.test(text))) return null;
	const scratch = {
		schema: stageSchema(home),
		name: "ghostship_split"
	};
	try {
		await make(stage.asking, scratch, plan.before);
		return await split(stage.asking, scratch, texts, plan, server.flavor);
	} catch (error) {
		if (error instanceof ServerError) return null;
		throw error;
	} finally {
		await stage.asking.run(dropTable(scratch));
	}
}
/** Each is tried by itself. */
const maxClauses = 20;
async function split(session, scratch, texts, plan, flavor) {
	const rest = [];
	const instant = [];
	for (const text of texts) (await isDone(session, scratch, text, "instant", flavor) ? instant : rest).push(text);
	if (instant.length === 0 || rest.length === 0) return null;
	const others = rest.join(", ");
	const idBefore = await readTableId(session, scratch, flavor);
	const isInPlace = await isDone(session, scratch, others, "inplace", flavor);
	if (!isInPlace) await session.run(alterTable(scratch, others));
	const isRestCheap = isInPlace && idBefore !== "" && idBefore === await readTableId(session, scratch, flavor);
	return definition(await readCreateStatement(session, scratch)) === definition(plan.after) ? {
		instant: instant.join(", "),
		rest: others,
		isRestCheap
	} : null;
}
async function isDone(session, scratch, clauses, way, flavor) {
	const alter = readAlter(`ALTER TABLE t ${clauses}`);
	if (alter.kind !== "alter") return false;
	try {
		await session.run(alterTable(scratch, bodyBy(way, alter, flavor)));
		return true;
	} catch (error) {
		if (error instanceof ServerError) return false;
		throw error;
	}
}
async function make(session, scratch, created) {
	const { text } = tableName(scratch);
	await session.run(raw(withoutForeignKeys(created).replace(head, () => `CREATE TABLE ${text}`)));
}
const head = /^CREATE TABLE `(?:[^`]|``)+`/u;
function definition(created) {
	return withoutCounter(withoutForeignKeys(created)).replace(head, "");
}

export { findSplit };