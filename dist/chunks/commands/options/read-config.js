import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as readText } from "../../support/read-text.js";
import { n as unusableConfig, t as noConfig } from "./config.js";
import { resolve } from "node:path";

// src/commands/options/read-config.ts
/**
* @param mustExist whether a person named the file; the default path may well not exist
* @param within as for every file: a link in a checkout must not lead out of it
* @throws GhostshipError `usage` with everything that is wrong with the file
*/
async function readConfig(path, mustExist, within) {
	const text = await readText(resolve(path), path, within).catch((error) => {
		if (error instanceof GhostshipError) throw unusableConfig(path, [error.message]);
		throw error;
	});
	if (text === null && mustExist) throw unusableConfig(path, ["there is no such file"]);
	return text === null ? noConfig : configFrom(path, text);
}
/**
* @param name of the file, for whoever must correct it
* @throws GhostshipError `usage` with everything that is wrong with it
*/
async function configFrom(name, text) {
	const { parseConfig } = await import("./parse-config.js");
	return parseConfig(name, text);
}

export { readConfig as n, configFrom as t };