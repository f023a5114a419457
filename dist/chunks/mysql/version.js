import { r as __name } from "../rolldown-runtime.js";

// src/mysql/version.ts
/** True where the server is older. Both as `8.0.30`; what VERSION() has behind the third number does not count. */
function isBelow(version, other) {
	return compare(version, other) < 0;
}
/** From the one to the other, both included. */
function isWithin(version, from, to) {
	return compare(version, from) >= 0 && compare(version, to) <= 0;
}
function compare(left, right) {
	const [one, other] = [numbersOf(left), numbersOf(right)];
	const at = one.findIndex((number, index) => number !== other[index]);
	return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
/** A MariaDB may put 5.5.5 first, for replicas that know no two-figure version. */
function numbersOf(version) {
	const [, ...parts] = /^(?:5\.5\.5-)?(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(version) ?? [];
	return [
		0,
		1,
		2
	].map((index) => Number(parts[index] ?? 0));
}

export { isWithin as n, isBelow as t };