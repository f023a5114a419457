import { r as __name } from "../rolldown-runtime.js";
import { r as messageOf, t as GhostshipError } from "./errors.js";
import { t as _usingCtx } from "../usingCtx.js";
import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { extname, isAbsolute, relative, sep } from "node:path";

// src/support/decode-text.ts
/**
* The text of UTF-8, without a byte order mark. Nothing is replaced: a letter that becomes another one would end up in
* somebody's column.
*/
function decodeText(bytes) {
	const wide = findWide(bytes);
	if (wide !== null) return wide;
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		const offset = firstInvalid(bytes);
		return {
			offset,
			line: lineAt(bytes, offset),
			...guessNarrow(bytes, offset)
		};
	}
}
const marks = [
	[[
		255,
		254,
		0,
		0
	], "UTF-32LE"],
	[[
		0,
		0,
		254,
		255
	], "UTF-32BE"],
	[[255, 254], "UTF-16LE"],
	[[254, 255], "UTF-16BE"]
];
/** Two or four bytes a character. A NUL byte would be valid UTF-8, and no SQL has one. */
function findWide(bytes) {
	for (const [mark, encoding] of marks) if (mark.every((byte, index) => bytes[index] === byte)) return {
		offset: 0,
		line: 1,
		looksLike: `${encoding} with a byte order mark`,
		encoding
	};
	const offset = bytes.indexOf(0);
	if (offset === -1) return null;
	const encoding = guessWide(bytes);
	const looksLike = encoding === null ? "no text at all" : `${encoding} without a byte order mark`;
	return {
		offset,
		line: lineAt(bytes, offset),
		looksLike,
		encoding
	};
}
/** In Western text every second byte is NUL: the first of each pair where the high byte comes first. */
function guessWide(bytes) {
	const nuls = [0, 0];
	for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = nuls;
	if (odd * 4 > bytes.length && even * 8 < bytes.length) return "UTF-16LE";
	return even * 4 > bytes.length && odd * 8 < bytes.length ? "UTF-16BE" : null;
}
/** Where the first sequence begins that is not UTF-8. */
function firstInvalid(bytes) {
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (isPrefix(bytes.subarray(0, middle))) low = middle;
		else high = middle - 1;
	}
	const whole = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	}).decode(bytes.subarray(0, low), { stream: true });
	return Buffer.byteLength(whole);
}
/** Whether more bytes could make it UTF-8. */
function isPrefix(bytes) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
/** One byte a character, as far as the bytes tell. */
function guessNarrow(bytes, offset) {
	const byte = bytes[offset] ?? 0;
	const high = bytes.filter((other) => other >= 128);
	if (high.some((other) => undefinedInWindows1252.has(other))) return {
		looksLike: "an encoding that is neither UTF-8 nor Western European",
		encoding: null
	};
	const encoding = high.some((other) => other < 160) ? "windows-1252" : "ISO-8859-1";
	const name = encoding === "ISO-8859-1" ? "ISO-8859-1 (Latin-1)" : encoding;
	const letter = new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
	return {
		looksLike: `${name}, where byte 0x${byte.toString(16).toUpperCase()} is ${letter}`,
		encoding
	};
}
const undefinedInWindows1252 = /* @__PURE__ */ new Set([
	129,
	141,
	143,
	144,
	157
]);
function lineAt(bytes, offset) {
	let line = 1;
	for (const byte of bytes.subarray(0, offset)) if (byte === 10) line += 1;
	return line;
}

// src/support/read-text.ts
/**
* The text of a regular file.
*
* @param path an absolute path
* @param name what people call it
* @param maxBytes what has more is not read
* @returns `null` where there is no such file
* @throws GhostshipError `unreadable-file`
*/
async function readText(path, name, within, maxBytes = Number.POSITIVE_INFINITY) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const file = _usingCtx$1.a(await openWithin(path, name, within));
			if (file === null) return null;
			const { size } = await file.handle.stat();
			if (size > maxBytes) throw tooLarge(name, size, maxBytes);
			return textOf(await file.handle.readFile(), name);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		if (error instanceof GhostshipError) throw error;
		throw unreadable(`${name} cannot be read: ${messageOf(error)}.`, "Check that it may be read.", error);
	}
}
/** @throws GhostshipError `unreadable-file` for what is not UTF-8 */
function textOf(bytes, name) {
	const text = decodeText(bytes);
	if (typeof text === "string") return text;
	const { offset, line, looksLike, encoding } = text;
	throw unreadable(`${name} is not UTF-8: see the byte at offset ${offset}, in line ${line}. It looks like ${looksLike}.`, encoding === null ? "Save it as UTF-8." : `Save it as UTF-8, for example: iconv -f ${encoding} -t UTF-8 "${name}" > new.sql`);
}
function tooLarge(name, bytes, maxBytes) {
	return unreadable(`${name} has ${bytes} bytes, and files of more than ${maxBytes} bytes are not read.`, "Split it, leave it out of the option files, or raise max-file-size in the config file.");
}
function unreadable(message, hint, cause) {
	return new GhostshipError("unreadable-file", message, {
		hint,
		cause
	});
}
/**
* The path is resolved first, and what was opened must still be what the path leads to afterwards: a link that changes
* in between gets nobody out of the folder. Opening does not wait, as it would for somebody to write to a named pipe.
*/
async function openWithin(path, name, within) {
	const real = await realpath(path).catch(ifMissing);
	if (real === null) return null;
	if (within !== null) await refuseOutside(real, path, name, within);
	const before = await stat(real);
	if (!before.isFile()) throw irregular(name, before);
	const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const [opened, now] = await Promise.all([handle.stat(), realpath(path)]);
		const there = await stat(now);
		if (!opened.isFile()) throw irregular(name, opened);
		if (now !== real || there.ino !== opened.ino || there.dev !== opened.dev) throw unreadable(`${name} was replaced while it was read.`, "Run this again.");
	} catch (error) {
		await handle.close();
		throw error;
	}
	return {
		handle,
		[Symbol.asyncDispose]: () => handle.close()
	};
}
async function refuseOutside(real, path, name, within) {
	const inside = relative(await realpath(within), real);
	const parts = inside.split(sep);
	const hint = "Put the file itself in its place.";
	if (isAbsolute(inside) || parts[0] === "..") throw unreadable(`${name} leads out of the folder it belongs to.`, hint);
	if (parts.some((part) => part.toLowerCase() === ".git")) throw unreadable(`${name} leads into .git.`, hint);
	if (extname(real).toLowerCase() !== extname(path).toLowerCase()) throw unreadable(`${name} is a link to a file of another kind.`, hint);
}
function irregular(name, stats) {
	return unreadable(`${name} is ${kindOf(stats)}, no file.`, "Take it away, or leave it out of the option files.");
}
function kindOf(stats) {
	if (stats.isDirectory()) return "a directory";
	if (stats.isFIFO()) return "a named pipe";
	if (stats.isSocket()) return "a socket";
	return "a device";
}
function ifMissing(error) {
	const { code } = error;
	if (code === "ENOENT" || code === "ENOTDIR") return null;
	throw error;
}

export { unreadable as i, textOf as n, tooLarge as r, readText as t };