import { r as __name } from "../rolldown-runtime.js";
import { createHash } from "node:crypto";

// src/support/digest.ts
/** SHA-256, hexadecimal. */
function digest(text) {
	return createHash("sha256").update(text).digest("hex");
}

export { digest as t };