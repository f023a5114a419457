import { r as __name } from "../rolldown-runtime.js";
import { f as selectNameCase } from "../sql/inspect.js";

// src/mysql/name-case.ts
/** @param lowerCaseTableNames 0 on Linux, where names are files; 1 on Windows; 2 on macOS */
function nameCaseOf(lowerCaseTableNames) {
	const folds = lowerCaseTableNames !== 0;
	const spell = (name) => lowerCaseTableNames === 1 ? name.toLowerCase() : name;
	return {
		same: (left, right) => folds ? left.toLowerCase() === right.toLowerCase() : left === right,
		spell,
		keepsSpelling: lowerCaseTableNames === 2
	};
}
/** No server changes it while it runs. */
const known = /* @__PURE__ */ new WeakMap();
async function askNameCase(session) {
	const found = known.get(session);
	if (found !== void 0) return found;
	const [row] = await session.rows(selectNameCase);
	const nameCase = nameCaseOf(Number(row?.lower_case));
	known.set(session, nameCase);
	return nameCase;
}
/** The target with its database as the server spells it. Connections do not need that; names that are compared do. */
function spellDatabase(target, nameCase) {
	return {
		...target,
		database: nameCase.spell(target.database)
	};
}

export { nameCaseOf as n, spellDatabase as r, askNameCase as t };