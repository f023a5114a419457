import { n as unusableConfig, t as noConfig } from "./config.js";
import { readFile } from "node:fs/promises";
// src/commands/read-config.ts
/**
* @param mustExist whether a person named the file; the default path may well not exist
* @throws GhostshipError `usage` with everything that is wrong with the file
*/
async function readConfig(path, mustExist) {
	let text = await readFile(path, "utf8").catch((error) => {
		if (!mustExist && error.code === "ENOENT") return null;
		throw unusableConfig(path, [`it cannot be read (${error instanceof Error ? error.message : String(error)})`]);
	});
	if (text === null) return noConfig;
	let { parseConfig } = await import("./parse-config.js");
	return parseConfig(path, text);
}
export { readConfig as t };
