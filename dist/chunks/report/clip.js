import { r as __name } from "../rolldown-runtime.js";

// src/report/clip.ts
/** A statement on one line, in at most `length` characters. */
function clip(text, length) {
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

export { clip as t };