import { r as __name } from "../../rolldown-runtime.js";
import { i as escapeHtml } from "../markdown.js";
import { n as visible } from "../../support/visible.js";

// src/report/run-record/samples.ts
/** At the pace of the engine, one a second, this is ten minutes; after that the slices grow. */
const mostSamples = 600;
/** Numbers of a run over time. Of a long run each sample stands for more time, and none of its peaks is lost. */
var Samples = class {
	#all = [];
	#sliceMs = 0;
	#limit;
	constructor(limit = 600) {
		this.#limit = limit;
	}
	get all() {
		return this.#all;
	}
	add({ state, rowsCopied, streamLagMs }, atMs) {
		const sample = {
			atMs,
			rowsCopied,
			lagMs: streamLagMs,
			isCopying: state === "copying"
		};
		const last = this.#all.at(-1);
		if (last !== void 0 && sliceOf(last, this.#sliceMs) === sliceOf(sample, this.#sliceMs)) this.#all.splice(-1, 1, merge(last, sample));
		else this.#all.push(sample);
		if (this.#all.length > this.#limit) this.#thin();
	}
	#thin() {
		const spanMs = (this.#all.at(-1)?.atMs ?? 0) - (this.#all[0]?.atMs ?? 0);
		this.#sliceMs = Math.max(this.#sliceMs * 2, 2 * spanMs / this.#limit, 1);
		const thinned = [];
		for (const sample of this.#all) {
			const last = thinned.at(-1);
			if (last !== void 0 && sliceOf(last, this.#sliceMs) === sliceOf(sample, this.#sliceMs)) thinned.splice(-1, 1, merge(last, sample));
			else thinned.push(sample);
		}
		this.#all = thinned;
	}
};
/**
* Rows per second between each sample and the one before, while rows are copied.
* @param from when the copy began, and with how many rows
*/
function copyRates(samples, from) {
	let before = from;
	const rates = samples.filter(({ atMs }) => atMs >= from.atMs).map((sample) => {
		const { atMs, rowsCopied, isCopying } = sample;
		const tookMs = atMs - before.atMs;
		const rows = Math.max(0, rowsCopied - before.rowsCopied);
		before = sample;
		return {
			atMs,
			value: (isCopying || rows > 0) && tookMs > 0 ? rows * 1e3 / tookMs : null
		};
	});
	return rates[0] === void 0 ? [] : [{
		...rates[0],
		atMs: from.atMs
	}, ...rates];
}
function sliceOf({ atMs }, sliceMs) {
	return sliceMs === 0 ? atMs : Math.floor(atMs / sliceMs);
}
function merge(first, second) {
	return {
		atMs: second.atMs,
		rowsCopied: second.rowsCopied,
		lagMs: Math.max(first.lagMs, second.lagMs),
		isCopying: first.isCopying || second.isCopying
	};
}

// src/report/report-page/html.ts
/** Markup of ours. Whatever else is put into it is text. */
var Html = class {
	text;
	/** @param text markup that holds nothing of others */
	constructor(text) {
		this.text = text;
	}
};
/** Markup whose parts are escaped, unless they are markup themselves. So no name and no message of others becomes markup. */
function html(markup, ...parts) {
	return new Html(markup.map((piece, index) => piece + textOf(parts[index] ?? "")).join(""));
}
const nothing = new Html("");
function textOf(part) {
	if (part instanceof Html) return part.text;
	if (typeof part === "object") return part.map(({ text }) => text).join("\n");
	return escapeHtml(visible(String(part))).replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
}

// src/report/report-page/secrets.ts
/** All that opens a door, and that a server or a statement may repeat. */
function secretsOf({ values, target, replica, lagReplicas }) {
	const databases = [
		target,
		replica,
		...lagReplicas
	].map((database) => database?.password ?? "");
	const all = [
		values.password ?? "",
		values["github-token"] ?? "",
		...databases
	];
	return [...new Set(all)].filter((secret) => secret !== "");
}
/** The markup with `***` for every secret in what a person reads: between the tags, and in their titles. */
function withoutSecrets(markup, secrets) {
	const written = secrets.map((secret) => html`${secret}`.text).toSorted((one, other) => other.length - one.length);
	const hide = (text) => written.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
	return markup.replaceAll(/<[^>]*>|[^<]+/gu, (piece) => piece.startsWith("<") ? piece.replaceAll(/(?<=(?:title|aria-label)=")[^"]*/gu, hide) : hide(piece));
}

export { nothing as a, html as i, withoutSecrets as n, Samples as o, Html as r, copyRates as s, secretsOf as t };