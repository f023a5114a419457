import { a as __toESM, r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as require_picomatch } from "../../../packages/picomatch.js";
import { n as matchPaths } from "../options/match-paths.js";
import { t as groupBy } from "../../support/group-by.js";
import { i as unreadable, t as readText } from "../../support/read-text.js";
import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";

// src/commands/statements/require-files.ts
/**
* Nothing to do is good news only where somebody has looked in the right place: globs that a person has given mean something.
*
* @throws GhostshipError `usage`
*/
function requireFiles(files, settings) {
	const missing = noFiles(files, settings);
	if (missing !== null) throw missing;
}
/** The same, for who tells it otherwise; `null` where there is nothing to tell. */
function noFiles(files, settings) {
	if (files.length > 0 || !settings.isSet("files")) return null;
	return new GhostshipError("usage", `No file matches the option files: ${settings.values.files.join(", ")}.`, { hint: "Correct the globs; they count from the working directory. Where there are no migrations yet, leave the option out." });
}

// src/support/shown-path.ts
/**
* A path as the whole program has it. Git allows line breaks in names, and every log and page would begin a new line there: a control
* character becomes its picture, such as ␊. Where paths come in, from a folder or from GitHub, they come through here.
*/
function shownPath(path) {
	return path.replaceAll(controls, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code < 32) return String.fromCodePoint(firstPicture + code);
		return code === 127 ? "␡" : "␦";
	});
}
/** Whether the path, as it is or as it is shown, has a character that cannot be shown. Nobody can tell such a file from another one. */
function hidesCharacters(path) {
	return path !== shownPath(path) || /[\u2400-\u2426]/u.test(path);
}
/** Line separators are none of the others. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const firstPicture = 9216;

// src/sql/parser/script/down-file.ts
/** @param path with `/` between its parts */
function judgeName(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const convention = conventions.find(({ pattern }) => pattern.test(name))?.convention;
	if (convention !== void 0) return {
		kind: "not-run",
		convention
	};
	const isForward = /^(?:V\d[\d._]*|R)__/u.test(name);
	return unclearName.test(name) && !isForward || unclearFolder.test(path) ? { kind: "unclear" } : null;
}
const conventions = [
	{
		pattern: /\.down\.sql$/iu,
		convention: "golang-migrate names what undoes a migration .down.sql"
	},
	{
		pattern: /^down\.sql$/iu,
		convention: "Diesel names what undoes a migration down.sql"
	},
	{
		pattern: /^\d+-.*-down\.sql$/iu,
		convention: "db-migrate names what undoes a migration -down.sql"
	},
	{
		pattern: /\.undo\.sql$|\.undo\..*\.sql$/iu,
		convention: "Postgrator names what undoes a migration .undo.sql"
	},
	{
		pattern: /^U\d[\d._]*__.*\.sql$/u,
		convention: "Flyway names what undoes a migration U, its version and __"
	},
	{
		pattern: /^B\d[\d._]*__.*\.sql$/u,
		convention: "Flyway runs a baseline migration, named B, its version and __, only where there are no tables yet"
	},
	{
		pattern: /^(?:(?:before|after)(?:Each)?(?:Migrate|Undo)(?:Applied|Statement)?(?:Error)?|(?:before|after)(?:Baseline|Clean|Connect|CreateSchema|Deploy|Info|Repair|Repeatables|Validate|Versioned)(?:Error)?|createSchema)(?:__.*)?\.sql$/u,
		convention: "Flyway runs its callbacks with each of its own runs: they are no migrations"
	}
];
const unclearName = /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$/iu;
const unclearFolder = /(?:^|\/)(?:downs?|undo|rollbacks?|revert)\//iu;

// src/commands/statements/file-order.ts
/** `V1_1__add.sql` (Flyway, "Migrations": dots and underlines part a version); `R__` files have none and come last. */
const flyway = /^(?:[VUB](\d+(?:[._]\d+)*)|R)__/u;
/** `2_add.up.sql` (golang-migrate, MIGRATIONS.md: "{version}_{title}"). */
const numbered = /^(\d+)[_.-]/u;
/**
* The order in which files are applied: that of their paths, but files with versions among themselves in the order of the
* versions, as the tool they are named for does it. Folders of Flyway are one place for it. A file without a version changes nothing
* for the others: it may come at any time.
*
* @param paths with `/` between their parts
*/
function inOrder(paths) {
	const sorted = paths.toSorted();
	const folders = groupBy(sorted, (path) => posix.dirname(path));
	const versioned = (names) => [...folders.values()].map((files) => files.filter((path) => names.test(posix.basename(path))));
	return [versioned(flyway).flat(), ...versioned(numbered)].filter(({ length }) => length > 1).reduce(withGroupInOrder, sorted);
}
/** Tools that pass over files which are not named as they want it. */
const strict = [{
	tool: "Flyway",
	marks: /^V\d+(?:[._]\d+)*__/u,
	names: flyway
}, {
	tool: "golang-migrate",
	marks: /^\d+_.*\.up\.sql$/u,
	names: /^\d+_.*\.(?:up|down)\.sql$/u
}];
/** Files that stand among those of a tool which would not run them, and why, as a sentence without its full stop. */
function strangersAmong(paths) {
	const strangers = /* @__PURE__ */ new Map();
	for (const own of groupBy(paths, (path) => posix.dirname(path)).values()) {
		const names = own.map((path) => posix.basename(path));
		const found = strict.find(({ marks }) => names.some((name) => marks.test(name)));
		if (found === void 0) continue;
		const why = `${found.tool}, which other files of the folder are named for, would not run it`;
		for (const path of own) if (!found.names.test(posix.basename(path)) && judgeName(path)?.kind !== "not-run") strangers.set(path, why);
	}
	return strangers;
}
/** The files of a group change places among themselves; all others stay where they are. */
function withGroupInOrder(paths, group) {
	const members = new Set(group);
	const ordered = paths.filter((path) => members.has(path)).toSorted(byVersion)[Symbol.iterator]();
	return paths.map((path) => members.has(path) ? ordered.next().value ?? path : path);
}
/** Files of the same version stay in the order of their paths. */
function byVersion(one, other) {
	const [left, right] = [versionOf(one), versionOf(other)];
	if (left === null || right === null) return Number(left === null) - Number(right === null);
	for (let part = 0; part < Math.max(left.length, right.length); part++) {
		const [a, b] = [left[part] ?? 0n, right[part] ?? 0n];
		if (a !== b) return a < b ? -1 : 1;
	}
	return 0;
}
/** @returns `null` for a file that is to be applied behind all versions */
function versionOf(path) {
	const name = posix.basename(path);
	const version = flyway.test(name) ? flyway.exec(name)?.[1] : numbered.exec(name)?.[1];
	return version === void 0 ? null : version.split(/[._]/u).map(BigInt);
}

// src/commands/statements/find-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* Globs as paths from the root, with `/` between their parts.
*
* @throws GhostshipError `usage` for one that leads out of the root
*/
function globsFrom(root, globs) {
	return globs.map((glob) => {
		const [mark, pattern] = glob.startsWith("!") ? ["!", glob.slice(1)] : ["", glob];
		const name = isAbsolute(pattern) ? nameFrom(root, pattern) : posix.normalize(pattern);
		if (isOutside(name) && mark === "" && !isLiteral(glob)) throw new GhostshipError("usage", `${glob} leads out of ${root}.`, { hint: "Globs of the option files stay within the working directory; a single file elsewhere is named by its path." });
		return mark + name;
	});
}
/** A path without wildcards. */
function isLiteral(glob) {
	return !glob.startsWith("!") && !import_picomatch.default.scan(glob).isGlob;
}
function isOutside(name) {
	return name === ".." || name.startsWith("../") || isAbsolute(name);
}
function nameFrom(root, path) {
	return relative(root, resolve(root, path)).split(sep).join("/");
}
/**
* Walks the folders that globs begin with. Links to folders are followed as long as they stay within the root, and once.
*
* @param globs as {@link globsFrom} gives them
*/
async function findFiles(globs, root) {
	const matches = matchPaths(globs);
	const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
	const isExcluded = (0, import_picomatch.default)(excluded, { dot: true });
	const paths = /* @__PURE__ */ new Set();
	const escapes = /* @__PURE__ */ new Set();
	const beside = [];
	const realRoot = await realpath(root);
	const visit = async (folder, above) => {
		const real = await realpath(join(root, folder));
		if (above.includes(real)) return;
		if (isOutside(nameFrom(realRoot, real))) {
			escapes.add(shownPath(folder));
			return;
		}
		for (const entry of await readdir(real, { withFileTypes: true })) {
			const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.name === ".git" || isExcluded(name)) continue;
			if (!await isFolder(entry, join(real, entry.name))) {
				if (matches(name)) paths.add(shownPath(name));
				else beside.push(shownPath(name));
			} else if (!isExcluded(`${name}/x`)) await visit(name, [...above, real]);
		}
	};
	for (const base of basesOf(globs)) if (await isThere(join(root, base))) await visit(base, []);
	return {
		paths: [...paths],
		escapes: [...escapes],
		otherCase: inOtherCase(beside, globs)
	};
}
/**
* Those of the paths that the globs mean in another case only. Nobody reads them, and whoever has written them thinks otherwise.
*
* @param globs as {@link globsFrom} gives them
*/
function inOtherCase(paths, globs) {
	const [matches, matchesAnyCase] = [matchPaths(globs), matchPaths(globs, true)];
	return paths.filter((path) => matchesAnyCase(path) && !matches(path)).toSorted();
}
/** A sentence; `null` where there are none. */
function tellOtherCase(paths) {
	if (paths.length === 0) return null;
	return `Not read, and never run: ${(paths.length > mostShown ? [...paths.slice(0, mostShown), `${paths.length - mostShown} more`] : paths).join(", ")}. The option files means such names in another case only: write the ending as it does.`;
}
const mostShown = 5;
/** The folders before the first wildcard of each glob, without those that lie within another one. */
function basesOf(globs) {
	const dynamic = globs.filter((glob) => !glob.startsWith("!") && !isLiteral(glob));
	const bases = [...new Set(dynamic.map((glob) => import_picomatch.default.scan(glob).base.replace(/^\.?\/*|\/$/gu, "")))];
	return bases.filter((base) => !bases.some((other) => other !== base && (other === "" || base.startsWith(`${other}/`))));
}
async function isFolder(entry, path) {
	if (!entry.isSymbolicLink()) return entry.isDirectory();
	return stat(path).then((stats) => stats.isDirectory(), () => false);
}
function isThere(path) {
	return stat(path).then((stats) => stats.isDirectory(), () => false);
}

// src/commands/statements/sql-file.ts
/**
* The files the globs mean, in the order they are applied in (see `file-order.ts`). Neither a glob nor a
* link leads out of the root.
*
* @param root an absolute path
* @param maxBytes a file that has more is not read
* @param outside whether a path without wildcards may name a file outside of the root: somebody has typed it
* @throws GhostshipError `usage` if a path without wildcards does not exist, or a glob leads out of the root
*/
async function readSqlFiles(patterns, root, maxBytes, outside = "refused") {
	const globs = globsFrom(root, patterns);
	const matches = matchPaths(globs);
	const literals = globs.filter((glob) => isLiteral(glob) && matches(glob));
	const { paths, escapes } = await findFiles(globs, root);
	const files = await Promise.all(inOrder([.../* @__PURE__ */ new Set([...paths, ...literals])]).map(async (path) => {
		const file = await readSqlFile(path, root, maxBytes, outside);
		if (file === null && literals.includes(path)) return path;
		return file ?? faulty(path, unreadable(`${path} is a link that leads nowhere.`, "Take it away."));
	}));
	const missing = files.filter((file) => typeof file === "string");
	if (missing.length > 0) throw new GhostshipError("usage", `There is no file ${missing.join(", no file ")}.`, { hint: "Check the option files; paths count from the working directory." });
	const leaving = escapes.map((path) => faulty(path, unreadable(`${path} leads out of the folder it belongs to.`, `Take it away, or add !${path}/** to the option files.`)));
	return [...files.filter((file) => typeof file !== "string"), ...leaving];
}
/** @returns `null` where there is no such file */
async function readSqlFile(path, root, maxBytes, outside = "refused") {
	if (hidesCharacters(path)) return unshown(path);
	try {
		const isNamed = outside === "if named" && isOutside(path);
		const text = await readText(resolve(root, path), path, isNamed ? null : root, maxBytes);
		return text === null ? null : {
			path,
			text
		};
	} catch (error) {
		if (error instanceof GhostshipError) return faulty(path, error);
		throw error;
	}
}
/** A file whose name has characters that cannot be shown. It is never read. */
function unshown(path) {
	const shown = shownPath(path);
	return faulty(shown, unreadable(`The name of ${shown} holds control characters, such as a line break.`, "Rename it."));
}
function faulty(path, fault) {
	return {
		path,
		fault
	};
}

export { findFiles as a, tellOtherCase as c, judgeName as d, hidesCharacters as f, requireFiles as h, unshown as i, inOrder as l, noFiles as m, readSqlFile as n, globsFrom as o, shownPath as p, readSqlFiles as r, inOtherCase as s, faulty as t, strangersAmong as u };