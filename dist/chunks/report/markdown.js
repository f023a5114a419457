import { r as __name } from "../rolldown-runtime.js";
import { n as longestRun } from "../support/code-span.js";

// src/report/message-pieces.ts
/** A message of several lines, apart from the diffs in it. */
function messagePieces(text) {
	const pieces = [];
	for (const line of text.split("\n")) {
		const isDiff = /^[+-] /u.test(line);
		const last = pieces.at(-1);
		if (last?.isDiff === isDiff) last.lines.push(line);
		else pieces.push({
			isDiff,
			lines: [line]
		});
	}
	return pieces;
}

// src/report/markdown.ts
/**
* Markdown for GitHub, made from text that is not trusted: names, server messages and SQL of a pull request.
* Nothing in that text may become markup, notify a person or link to an issue.
*/
/** Prose. What stands between backticks stays code; everything else loses its special meaning. */
function prose(text) {
	let end = 0;
	return [...[...text.matchAll(codeSpan)].flatMap(({ 0: span, index }) => {
		const before = text.slice(end, index);
		end = index + span.length;
		return [escapePunctuation(before), span];
	}), escapePunctuation(text.slice(end))].join("");
}
/** Between as many backticks as it begins with: so it may hold fewer, or more. */
const codeSpan = /(?<!`)(`+)(?!`)[^\n]{0,5000}?[^`\n]\1(?!`)/gu;
function codeBlock(language, text) {
	const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
	return `${fence}${language}\n${withoutLastBreaks(text)}\n${fence}`;
}
/**
* Prose of several lines. Lines that were taken away or added, as `changedLines` gives them, are shown as a diff.
*
* @param indent before each line, where it stands in an item of a list
*/
function message(text, indent = "") {
	return messagePieces(text).map(({ isDiff, lines }) => isDiff ? codeBlock("diff", lines.join("\n")) : prose(lines.join("\n"))).join("\n").replaceAll("\n", `\n${indent}`);
}
/** What a message says before it goes into detail; where it only leads up to a list, with the first of it. */
function firstLine(text) {
	const [first = "", item, ...more] = text.split("\n");
	if (item === void 0 || !first.endsWith(":") || !item.startsWith("- ")) return first;
	return `${first} ${item.slice(2)}${more.length === 0 ? "" : ` And ${more.length} more.`}`;
}
/** A link whose text is already Markdown; without an address it is the text alone. */
function link(text, address) {
	return address === null ? text : `[${text}](${address.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(" ", "%20")})`;
}
/** @param summary plain text: GitHub reads no Markdown there */
function details(summary, body) {
	return `<details>\n<summary>${escapeHtml(onOneLine(summary))}</summary>\n\n${body}\n\n</details>`;
}
/** @param text Markdown */
function alert(kind, text) {
	return [`[!${kind}]`, ...text.split("\n")].map((line) => `> ${line}`.trimEnd()).join("\n");
}
/** @param rows cells of Markdown, as many as there are columns */
function table(columns, rows) {
	const rule = columns.map((column) => column.align === "right" ? "---:" : ":---");
	return [
		columns.map((column) => column.title),
		rule,
		...rows
	].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}
function escapeHtml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
/** With a blank in place of line breaks and the blanks around them. */
function onOneLine(text) {
	if (!text.includes("\n")) return text;
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").join(" ");
}
function withoutLastBreaks(text) {
	let end = text.length;
	while (text[end - 1] === "\n") end -= 1;
	return text.slice(0, end);
}
/** GitHub unescapes `\|` before it reads a cell, in code too; every other use of `|` would end the cell. */
function cell(markdown) {
	return onOneLine(markdown.replaceAll("|", "\\|"));
}
function escapePunctuation(text) {
	return escapeHtml(text.replace(/[\\`*_[\]~]/gu, "\\$&")).replaceAll("@", `@${zeroWidthSpace}`).replace(/#(?=\d)/gu, `#${zeroWidthSpace}`);
}
const zeroWidthSpace = "​";

export { firstLine as a, onOneLine as c, messagePieces as d, escapeHtml as i, prose as l, codeBlock as n, link as o, details as r, message as s, alert as t, table as u };