import { n as __name } from "../rolldown-runtime.js";
import { d as selectNameCase } from "../sql/inspect.js";

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
async function askNameCase(session) {
	const [row] = await session.rows(selectNameCase);
	return nameCaseOf(Number(row?.lower_case));
}
/** The target with its database as the server spells it. Connections do not need that; names that are compared do. */
function spellDatabase(target, nameCase) {
	return {
		...target,
		database: nameCase.spell(target.database)
	};
}

export { nameCaseOf as n, spellDatabase as r, askNameCase as t };