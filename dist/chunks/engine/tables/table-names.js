import { r as __name } from "../../rolldown-runtime.js";
import { t as digest } from "../../support/digest.js";

// src/engine/tables/table-names.ts
const cloneSuffixes = {
	plan: "_ghp",
	migration: "_ghr",
	rehearsal: "_rhp"
};
/** Where a dry run happens. A migration has a place of its own for it, because a plan may be made at the same time. */
function planClone(original, apart, purpose = "plan") {
	const suffix = cloneSuffixes[purpose];
	if (apart) return {
		schema: withSuffix(`${original.schema}_${original.name}`, suffix),
		name: original.name
	};
	return {
		schema: original.schema,
		name: withSuffix(original.name, suffix)
	};
}
/** Where the statements of a run are tried one after the other; see `plan/stage.ts`. */
function stageSchema(schema) {
	return withSuffix(schema, "_ghs");
}
/** The dry run renames its clone to this name and back, to measure a RENAME. */
function planCloneAway(clone) {
	return {
		schema: clone.schema,
		name: withSuffix(clone.name, "_aw")
	};
}
/** Stands beside a clone, or in a schema of clones, from before the first is made until after the last is dropped. */
function cloneMark({ schema, name }) {
	return {
		schema,
		name: name === "" ? "ghostship dry run" : withSuffix(name, "_mk")
	};
}
/** Whose clone a table beside its original is, by its name; `null` where the name does not tell, as one that is cut. */
function cloneOriginal({ schema, name }) {
	for (const suffix of Object.values(cloneSuffixes)) {
		const end = [
			suffix,
			`${suffix}_aw`,
			`${suffix}_mk`
		].find((one) => name.endsWith(one));
		if (end !== void 0 && name.length > end.length) return {
			schema,
			name: name.slice(0, -end.length)
		};
	}
	return null;
}
/** The longest name on MySQL and MariaDB. */
const maxLength = 64;
const ofMigrations = {
	ghost: "_gho",
	changelog: "_ghc",
	retired: "_del"
};
/**
* A migration on the source makes its tables on every replica as well. Those of a rehearsal must never be in their way there, not
* even where the rehearsal died. The last one is never made.
*/
const ofRehearsals = {
	ghost: "_rho",
	changelog: "_rhc",
	retired: "_rhd"
};
/** @param apart true puts ghost and retired table into schemas of their own, see `own-schema.ts` */
function nameTables(original, apart) {
	return nameWith(ofMigrations, original, apart);
}
/** The tables of a rehearsal, named so that no source ever makes one of them. */
function nameRehearsalTables(original, apart) {
	return nameWith(ofRehearsals, original, apart);
}
function nameWith(suffixes, original, apart) {
	const sibling = (suffix) => ({
		schema: apart ? withSuffix(`${original.schema}_${original.name}`, suffix) : original.schema,
		name: withSuffix(original.name, suffix)
	});
	const ghost = apart ? {
		...sibling(suffixes.ghost),
		name: original.name
	} : sibling(suffixes.ghost);
	const retired = sibling(suffixes.retired);
	const lockKey = (table) => Buffer.from(`${table.schema}\0${table.name}`.toLowerCase());
	return {
		original,
		ghost,
		retired,
		changelog: {
			schema: original.schema,
			name: withSuffix(original.name, suffixes.changelog)
		},
		ownSchemas: apart ? [ghost.schema, retired.schema] : [],
		originalSortsFirst: [ghost, retired].every((other) => Buffer.compare(lockKey(original), lockKey(other)) < 0)
	};
}
/** Rows of the ghost that a revert is writing anew wait here, with the values that only the old definition has. */
function nameSetAside({ original }) {
	return {
		schema: original.schema,
		name: withSuffix(original.name, "_gha")
	};
}
/** What a trigger is called on the ghost. It is free unless somebody else carries over a trigger of the same name. */
function nameOnGhost(trigger) {
	return withSuffix(trigger, "_gho");
}
/** What the retired table is called in an outcome: with its schema only where that is one of its own. */
function retiredLabel({ retired, original }) {
	return labelBeside(retired, original);
}
/** The same of the ghost. */
function ghostLabel({ ghost, original }) {
	return labelBeside(ghost, original);
}
function labelBeside({ schema, name }, original) {
	return schema === original.schema ? name : `${schema}.${name}`;
}
/** The name of the lock that prevents a second migration. It has at most 64 characters, whatever the name of the table. */
function lockName(original) {
	return `ghostship:${digest(`${original.schema}.${original.name}`.toLowerCase()).slice(0, 40)}`;
}
/**
* A name that is too long is cut. A digest of the whole name keeps it different from similar names, and what stands before it sorts
* behind what is cut off.
*/
function withSuffix(name, suffix) {
	if (name.length + suffix.length <= maxLength) return name + suffix;
	const at = maxLength - suffix.length - 9;
	const separator = name.charAt(at) < "~" ? "~" : "～";
	return `${name.slice(0, at)}${separator}${digest(name).slice(0, 8)}${suffix}`;
}

export { nameOnGhost as a, nameTables as c, retiredLabel as d, stageSchema as f, lockName as i, planClone as l, cloneOriginal as n, nameRehearsalTables as o, withSuffix as p, ghostLabel as r, nameSetAside as s, cloneMark as t, planCloneAway as u };