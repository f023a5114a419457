import { r as __name } from "../rolldown-runtime.js";

// src/support/group-by.ts
/** As `Map.groupBy`, which Node 20 has not: the groups come in the order of their first member. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}

export { groupBy as t };