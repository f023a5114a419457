import { r as __name } from "../rolldown-runtime.js";

// src/support/nearest.ts
/** The name that was most likely meant; `null` where none is close. */
function nearest(written, names) {
	const allowed = (name) => Math.max(2, Math.floor(name.length / 3));
	return names.filter((name) => Math.abs(name.length - written.length) <= allowed(name)).map((name) => ({
		name,
		steps: distance(written.toLowerCase(), name.toLowerCase())
	})).filter(({ name, steps }) => steps <= allowed(name)).toSorted((one, other) => one.steps - other.steps)[0]?.name ?? null;
}
/** `Did you mean drop-column?`, with a blank before it; empty where no name is close. */
function didYouMean(written, names) {
	const name = nearest(written, names);
	return name === null ? "" : ` Did you mean ${name}?`;
}
/** How many letters must be added, taken away or changed. */
function distance(one, other) {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [at, letter] of Array.from(one).entries()) {
		const next = [at + 1];
		for (const [index, also] of Array.from(other).entries()) {
			const change = (row[index] ?? 0) + (letter === also ? 0 : 1);
			next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}

export { didYouMean as t };