import { r as __name } from "../rolldown-runtime.js";
import { l as prose } from "./markdown.js";

// src/report/fit.ts
function essential(markdown) {
	return {
		markdown,
		weight: "essential"
	};
}
/** @param subject what it is about, as in `🚢 Ghostship` */
function headingOf({ heading, environment = null }, subject, title) {
	if (!heading) return "";
	return `## ${environment === null ? subject : `${subject} (${prose(environment)})`} · ${prose(title)}`;
}
/** The summary of a check run: GitHub takes 65,535 characters. */
const checkRunPage = {
	limit: 65535,
	heading: false
};
/** The summary of a job: GitHub takes 1 MiB, and a character may take four bytes. Some room is left for remarks. */
const jobSummaryPage = {
	limit: 25e4,
	heading: true
};
/** A comment: GitHub takes 65,536 characters. Some room is left for the mark that tells it from others. */
const commentPage = {
	limit: 65e3,
	heading: true
};
/**
* The pieces under each other, in at most `limit` characters. What is left out is said to be left out.
*
* @param leftOut where the rest can be found, as a sentence
*/
function fit(pieces, limit, leftOut) {
	const note = `> [!NOTE]\n> Not everything fits here. ${leftOut}`;
	const kept = pieces.filter((piece) => piece.markdown !== "");
	if (join(kept).length <= limit) return join(kept);
	const room = limit - separator.length - note.length;
	let length = join(kept).length;
	const dropped = /* @__PURE__ */ new Set();
	for (const piece of [...ofWeight(kept, "repeating"), ...ofWeight(kept, "useful")]) {
		if (length <= room) break;
		dropped.add(piece);
		length -= piece.markdown.length + separator.length;
	}
	return cutAtLine(join(kept.filter((piece) => !dropped.has(piece))), room) + separator + note;
}
/** In characters, with what parts the pieces and the note about what is left out. */
function lengthOfEssential(pieces) {
	return join(ofWeight(pieces.filter(({ markdown }) => markdown !== ""), "essential")).length + noteRoom;
}
const noteRoom = 200;
const separator = "\n\n";
function join(pieces) {
	return pieces.map((piece) => piece.markdown).join(separator);
}
/** The longest first. */
function ofWeight(pieces, weight) {
	return pieces.filter((piece) => piece.weight === weight).toSorted((one, other) => other.markdown.length - one.markdown.length);
}
/** Whole lines, so that no table row and no link is cut in two. */
function cutAtLine(text, limit) {
	if (text.length <= limit) return text;
	const end = text.lastIndexOf("\n", limit);
	return text.slice(0, end > 0 ? end : limit);
}

export { fit as a, lengthOfEssential as c, essential as i, commentPage as n, headingOf as o, cutAtLine as r, jobSummaryPage as s, checkRunPage as t };