import { r as __name } from "../../rolldown-runtime.js";
import { a as usualQuoting, n as tokenize } from "./tokens.js";
import { t as TokenCursor } from "./token-cursor.js";

// src/sql/parser/calls.ts
/** Whatever stands before parentheses, but for what holds columns there, and the words for sequences; one in another as well. */
function callsIn(text, quoting = usualQuoting) {
	const tokens = tokenize(text, {
		start: 0,
		end: text.length
	}, null, quoting);
	return tokens.flatMap((_, at) => {
		if (holdsColumns(tokens[at - 1])) return [];
		const cursor = new TokenCursor(tokens.slice(at, at + 4));
		return readValueFor(new TokenCursor(tokens.slice(at, at + 6))) ?? readCall(cursor, tokens, at) ?? [];
	});
}
/** The table of `INSERT INTO t (a, b)`, and the like. */
function holdsColumns(before) {
	return [
		"INTO",
		"INSERT",
		"IGNORE",
		"LOW_PRIORITY",
		"HIGH_PRIORITY",
		"DELAYED",
		"WITH",
		"RECURSIVE",
		"TABLE",
		"."
	].includes(before?.keyword ?? "");
}
function readValueFor(cursor) {
	const start = cursor.peek()?.start ?? 0;
	if (!cursor.take("NEXT", "VALUE", "FOR") && !cursor.take("PREVIOUS", "VALUE", "FOR")) return null;
	const sequence = cursor.tableName();
	return sequence === null ? null : {
		schema: null,
		name: sequence.name,
		sequence,
		start,
		end: sequence.end
	};
}
function readCall(head, tokens, at) {
	const found = head.tableName();
	if (found === null || !head.sees("(")) return null;
	const cursor = new TokenCursor(tokens.slice(at + head.mark));
	const inside = cursor.group() ?? [];
	const end = cursor.since(0).at(-1)?.end ?? found.end;
	const { schema, name, start } = found;
	return {
		schema,
		name,
		sequence: schema === null && [
			"NEXTVAL",
			"LASTVAL",
			"SETVAL"
		].includes(name.toUpperCase()) ? new TokenCursor(inside).tableName() : null,
		start,
		end
	};
}

export { callsIn as t };