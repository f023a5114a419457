import { n as singleStatement } from "./file-statement.js";
import { t as readSqlFiles } from "./sql-file.js";
import { t as GhostshipError } from "./errors.js";
// src/cli/read-source.ts
/**
* The statement of `--alter`, or else the files.
*
* @throws GhostshipError `usage`
*/
async function readSource({ alter, flags }, settings) {
	if (alter === null) return { files: await readSqlFiles(settings.values.files, process.cwd()) };
	if (flags.files !== void 0) throw new GhostshipError("usage", "--alter and --files are both given.", { hint: "Give the statement, or the files it is in." });
	return { alter: singleStatement(alter) };
}
export { readSource as t };
