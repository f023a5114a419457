import { r as __name } from "../rolldown-runtime.js";

// src/report/quantity.ts
/** Quantities as a person reads them. Numbers and units are kept together by a no-break space. */
/** `999`, `12.3 k`, `2.8 M`. */
function formatCount(count) {
	return scaled(count, 1e3, [
		"",
		"k",
		"M",
		"G",
		"T"
	]);
}
/** `512 B`, `1.2 GiB`. */
function formatBytes(bytes) {
	return scaled(bytes, 1024, [
		"B",
		"KiB",
		"MiB",
		"GiB",
		"TiB",
		"PiB"
	]);
}
/** `40 ms`, `8.4 s`, `3 min 20 s`, `5 h 30 min`, `2 d 4 h`. */
function formatDuration(durationMs) {
	const ms = Math.max(0, durationMs);
	if (ms < 1e3) return `${Math.round(ms)}${nbsp}ms`;
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)}${nbsp}s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds}${nbsp}s`;
	if (seconds < 3600) return twoUnits(seconds, 60, "min", "s");
	const minutes = Math.round(seconds / 60);
	if (minutes < 1440) return twoUnits(minutes, 60, "h", "min");
	return twoUnits(Math.round(minutes / 60), 24, "d", "h");
}
/** `1 row`, `2.8 M rows`. */
function formatNumberOf(count, singular, plural = `${singular}s`) {
	return `${formatCount(count)}${nbsp}${count === 1 ? singular : plural}`;
}
const nbsp = "\xA0";
/** Three digits are enough. An exact number (below the first unit) is never rounded. */
function scaled(value, step, units) {
	let rest = Math.max(0, value);
	let index = 0;
	while (threeDigits(rest, index) >= step && index < units.length - 1) {
		rest /= step;
		index += 1;
	}
	const digits = index === 0 ? String(Math.round(rest)) : String(threeDigits(rest, index));
	const unit = units[index] ?? "";
	return unit === "" ? digits : `${digits}${nbsp}${unit}`;
}
function threeDigits(value, index) {
	if (index === 0 || value >= 100) return Math.round(value);
	return Number(value.toPrecision(value < 10 ? 2 : 3));
}
function twoUnits(amount, perLarge, large, small) {
	const whole = Math.floor(amount / perLarge);
	const rest = amount % perLarge;
	return rest === 0 ? `${whole}${nbsp}${large}` : `${whole}${nbsp}${large}${nbsp}${rest}${nbsp}${small}`;
}

export { formatNumberOf as i, formatCount as n, formatDuration as r, formatBytes as t };