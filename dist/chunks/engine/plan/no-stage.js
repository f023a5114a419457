import { r as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/plan/no-stage.ts
/** The user may not make the schema in which statements are tried one after the other. Elsewhere they can still be tried. */
var NoStage = class extends GhostshipError {
	constructor(message, details) {
		super("missing-privileges", message, details);
	}
};

export { NoStage as t };