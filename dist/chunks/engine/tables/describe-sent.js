import { r as __name } from "../../rolldown-runtime.js";
import { t as askAfterLoss } from "../../mysql/end-connection.js";
import { i as readCreateStatement, s as withoutCounter } from "../../mysql/inspect-table.js";
import { i as serverOf } from "../../mysql/same-server.js";
import { t as askServer } from "../../mysql/server.js";
import { m as isServerError } from "../../mysql/server-errors.js";
import { t as connect } from "../../mysql/session.js";
import { t as Fingerprint } from "./fingerprint.js";
import { createHash } from "node:crypto";

// src/engine/tables/describe-sent.ts
const any = "any";
/** @returns `null` where the statement leaves no trace in the definition: it may be sent again */
function sentAlter(target, session, table, definitions, algorithm) {
	const [before, after] = [digestOf(definitions.before), digestOf(definitions.after)];
	const names = [{
		...table,
		before,
		after
	}];
	return before === after ? null : {
		...sentOn(target, session),
		algorithm,
		by: "definition",
		names,
		retired: null
	};
}
function sentCreation(target, session, table) {
	const names = [{
		...table,
		before: null,
		after: any
	}];
	return {
		...sentOn(target, session),
		algorithm: "direct",
		by: "definition",
		names,
		retired: null
	};
}
async function sentRenames(target, session, renames, retired = null) {
	const names = /* @__PURE__ */ new Map();
	for (const table of renames.flatMap(({ from, to }) => [from, to])) {
		const key = JSON.stringify([table.schema, table.name]);
		if (names.has(key)) continue;
		const before = await sightOf(session, table, "table");
		names.set(key, {
			table,
			before,
			after: before
		});
	}
	for (const { from, to } of renames) {
		const [source, goal] = [from, to].map(({ schema, name }) => names.get(JSON.stringify([schema, name])));
		if (source === void 0 || goal === void 0) continue;
		goal.after = source.after;
		source.after = null;
	}
	const sights = [...names.values()].map(({ table, before, after }) => ({
		...table,
		before,
		after
	}));
	return {
		...sentOn(target, session),
		algorithm: "direct",
		by: "table",
		names: sights,
		retired
	};
}
/** What became of it. Ask when its connection is gone. */
async function whatBecameOf(session, { by, names }) {
	let [isAsBefore, isAsAfter] = [true, true];
	for (const { before, after, ...table } of names) {
		const now = await sightOf(session, table, by);
		if (now !== before) isAsBefore = false;
		if (after === any ? now === null : now !== after) isAsAfter = false;
	}
	if (isAsBefore === isAsAfter) return "unclear";
	return isAsAfter ? "done" : "not done";
}
/**
* The same for a statement whose answer was lost in this run. It is ended where the server is still at it. `unclear` where the server
* cannot be asked, too.
*/
function settleSent(target, lost, sent) {
	return askAfterLoss(() => connect(target, "asking what became of a statement"), lost, "now", (session) => whatBecameOf(session, sent), () => "unclear");
}
/** The same on a replica, where tables have other sights: of names alone it is told which are taken. */
async function whatReplicaHas(session, sent) {
	if (sent.by === "definition") return await whatBecameOf(session, sent);
	const taken = /* @__PURE__ */ new Map();
	for (const name of sent.names) taken.set(name, await sightOf(session, name, "definition") !== null);
	const isAs = (moment) => [...taken].every(([name, is]) => is === (name[moment] !== null));
	if (isAs("before") === isAs("after")) return "unclear";
	return isAs("after") ? "done" : "not done";
}
function sentOn(target, session) {
	return {
		format: 1,
		connection: session.id,
		server: serverOf(target)
	};
}
async function sightOf(session, table, by) {
	try {
		const definition = await readCreateStatement(session, table);
		if (by === "definition") return digestOf(definition);
		const { flavor } = await askServer(session);
		const { id } = await Fingerprint.take(session, table, definition, flavor);
		return digestOf(definition, id);
	} catch (error) {
		if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
		throw error;
	}
}
/** The server chooses the names of constraints anew, and the first line has that of the table. */
function digestOf(createStatement, id = "") {
	const [, ...lines] = withoutCounter(createStatement).split("\n");
	const text = lines.map((line) => line.replace(/^ {2}CONSTRAINT `(?:[^`]|``)*`/u, "  CONSTRAINT")).join("\n");
	return createHash("sha256").update(`${id}\n${text}`).digest("hex");
}

export { whatBecameOf as a, settleSent as i, sentCreation as n, whatReplicaHas as o, sentRenames as r, sentAlter as t };