import { r as __name } from "../../rolldown-runtime.js";

// src/commands/ledger/places.ts
/**
* Where migrations of a target may be, or have left something: its own database, those that the option databases names now, and
* those that the ledger knows from other runs.
*
* @param labels tables as the ledger names them
*/
function databasesOf(target, settings, labels) {
	const known = labels.flatMap((label) => splits(label).map(({ schema }) => schema));
	return [.../* @__PURE__ */ new Set([
		target.database,
		...settings.values.databases,
		...known
	])];
}
/** The tables that may be meant by a label: one of the target's database, or one of another. Both kinds of name may have dots. */
function tablesMeant(label, target) {
	return [{
		schema: target.database,
		name: label
	}, ...splits(label)];
}
function splits(label) {
	return [...label.matchAll(/\./gu)].map(({ index }) => ({
		schema: label.slice(0, index),
		name: label.slice(index + 1)
	})).filter(({ schema, name }) => schema !== "" && name !== "");
}

export { tablesMeant as n, databasesOf as t };