import { r as __name } from "../../rolldown-runtime.js";

// src/sql/parser/token-cursor.ts
/** Walks over tokens. Every reader either takes what it asks for or leaves the cursor where it was. */
var TokenCursor = class {
	#tokens;
	#at = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get done() {
		return this.#at >= this.#tokens.length;
	}
	peek(ahead = 0) {
		return this.#tokens[this.#at + ahead];
	}
	/** Whether exactly these keywords or symbols come next. */
	sees(...keywords) {
		return keywords.every((keyword, index) => this.peek(index)?.keyword === keyword);
	}
	/** Takes these keywords if all of them come next. */
	take(...keywords) {
		if (!this.sees(...keywords)) return false;
		this.#at += keywords.length;
		return true;
	}
	/** Takes one of the keywords and tells which. */
	takeAny(keywords) {
		return keywords.find((keyword) => this.take(keyword)) ?? null;
	}
	next() {
		const token = this.peek();
		if (token !== void 0) this.#at += 1;
		return token;
	}
	/** Takes words of the list as long as they come, and tells which and where. */
	takeEach(keywords) {
		const mark = this.#at;
		while (this.takeAny(keywords) !== null);
		return this.since(mark).map(({ keyword, start, end }) => ({
			text: keyword,
			start,
			end
		}));
	}
	name() {
		const token = this.peek();
		if (token === void 0 || !isName(token)) return null;
		this.#at += 1;
		return {
			text: token.text,
			start: token.start,
			end: token.end
		};
	}
	tableName() {
		const first = this.name();
		if (first === null) return null;
		const second = this.take(".") ? this.name() : null;
		if (second === null) return {
			schema: null,
			name: first.text,
			start: first.start,
			end: first.end
		};
		return {
			schema: first.text,
			name: second.text,
			start: first.start,
			end: second.end
		};
	}
	/** Takes a parenthesized group and gives what is inside, without the outer parentheses; null if none comes next. */
	group() {
		if (!this.sees("(")) return null;
		const from = this.#at + 1;
		let depth = 0;
		for (; !this.done; this.#at += 1) {
			if (this.sees("(")) depth += 1;
			else if (this.sees(")")) depth -= 1;
			if (depth === 0) break;
		}
		const inside = this.#tokens.slice(from, this.#at);
		this.next();
		return inside;
	}
	/** Takes MariaDB's `WAIT n` or `NOWAIT` if it comes next. */
	takeWait() {
		if (this.take("WAIT")) this.next();
		else this.take("NOWAIT");
	}
	/** Takes everything that is left. */
	rest() {
		const rest = this.#tokens.slice(this.#at);
		this.#at = this.#tokens.length;
		return rest;
	}
	/** Where the cursor stands, for {@link since}. */
	get mark() {
		return this.#at;
	}
	/** The tokens taken since the cursor stood at `mark`. */
	since(mark) {
		return this.#tokens.slice(mark, this.#at);
	}
};
/** From the first to the last of the tokens; empty at `fallback` if there are none. */
function spanOf(tokens, fallback) {
	return {
		start: tokens[0]?.start ?? fallback,
		end: tokens.at(-1)?.end ?? fallback
	};
}
/** The tokens between the commas that are not inside parentheses. An empty piece stays, so that nothing shifts. */
function splitAtCommas(tokens) {
	const pieces = [[]];
	let depth = 0;
	for (const token of tokens) {
		if (token.keyword === "(") depth += 1;
		else if (token.keyword === ")") depth -= 1;
		if (token.keyword === "," && depth === 0) pieces.push([]);
		else pieces.at(-1)?.push(token);
	}
	return pieces;
}
/** No server takes more than 64 characters for a name. */
const maxNameLength = 1e3;
function isName({ kind, text }) {
	return (kind === "word" || kind === "identifier") && text.length <= maxNameLength;
}

export { spanOf as n, splitAtCommas as r, TokenCursor as t };