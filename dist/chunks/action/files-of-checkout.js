import { r as __name } from "../rolldown-runtime.js";
import { h as requireFiles, m as noFiles, r as readSqlFiles } from "../commands/statements/sql-file.js";
import { t as GhostshipError } from "../support/errors.js";
import { readdir } from "node:fs/promises";

// src/action/files-of-checkout.ts
/**
* All files of the checkout that the globs mean.
*
* @throws GhostshipError `usage` where there is no checkout, or globs that were given match nothing
*/
async function filesOfCheckout({ settings, runner: { workspace } }) {
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	if (!await isCheckedOut(workspace)) throw new GhostshipError("usage", `There are no files in ${workspace}: nothing is checked out.`, { hint: "Put actions/checkout before this step." });
	const files = await readSqlFiles(globs, workspace, maxBytes);
	requireFiles(files, settings);
	return files;
}
/**
* What is in the way of the run after the merge, in two sentences: a checkout without the files.
*
* @param isConcerned whether the pull request changes such files
*/
async function whyNoFiles({ settings, event, runner: { workspace } }, isConcerned) {
	if (event.kind !== "pull-request" || !event.isCheckedOut || !await isCheckedOut(workspace)) return null;
	const { files: globs, "max-file-size": maxBytes } = settings.values;
	const found = await readSqlFiles(globs, workspace, maxBytes);
	if (isConcerned) return found.length > 0 ? null : `The run after the merge would find nothing to run: ${workspace} has no file of the option files (${globs.join(", ")}). Check the repository out there, without the input path.`;
	const missing = noFiles(found, settings);
	return missing === null ? null : `${missing.message} ${missing.hint}`;
}
async function isCheckedOut(workspace) {
	return (await readdir(workspace).catch(() => [])).length > 0;
}

export { isCheckedOut as n, whyNoFiles as r, filesOfCheckout as t };