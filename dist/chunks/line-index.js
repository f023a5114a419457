// src/sql/line-index.ts
/** Turns offsets of a text into lines and columns. Lines end with LF; the CR of a CRLF belongs to its line. */
var LineIndex = class {
	#lineStarts;
	constructor(text) {
		this.#lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (newline) => newline.index + 1)];
	}
	at(offset) {
		let low = 0, high = this.#lineStarts.length;
		for (; high - low > 1;) {
			let middle = low + high >> 1;
			(this.#lineStarts[middle] ?? 0) <= offset ? low = middle : high = middle;
		}
		return {
			line: low + 1,
			column: offset - (this.#lineStarts[low] ?? 0) + 1
		};
	}
};
export { LineIndex as t };
