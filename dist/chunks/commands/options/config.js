import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/commands/options/config.ts
const noConfig = {
	values: {},
	preset: "recommended",
	rules: {},
	overrides: []
};
function unusableConfig(path, complaints) {
	return new GhostshipError("usage", `${path} cannot be used:\n${complaints.map((complaint) => `- ${complaint}`).join("\n")}`, { hint: "Correct the file. The options it may hold are those of the command line; passwords and tokens do not belong into it." });
}

export { unusableConfig as n, noConfig as t };