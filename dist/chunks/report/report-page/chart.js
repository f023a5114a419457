import { r as __name } from "../../rolldown-runtime.js";
import { a as use, i as install$1, n as install$2, o as init, r as install$3, s as install, t as install$4 } from "../../../packages/echarts.js";
import { r as formatDuration } from "../quantity.js";

// src/report/report-page/axis.ts
const second = 1e3;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** Steps between the ticks of a time axis that a person counts in. */
const steps = [
	100,
	200,
	500,
	...[
		1,
		2,
		5,
		10,
		15,
		30
	].map((count) => count * second),
	...[
		1,
		2,
		5,
		10,
		15,
		30
	].map((count) => count * minute),
	...[
		1,
		2,
		3,
		6,
		12
	].map((count) => count * hour),
	...[
		1,
		2,
		7,
		14
	].map((count) => count * day)
];
/** The smallest step with which there are no more ticks than that. */
function stepOf(untilMs, ticks) {
	return steps.find((step) => untilMs / step <= ticks) ?? Math.ceil(untilMs / ticks / day) * day;
}
/** `0`, `1.5 s`, `40 s`, `2 min`, `1:30 h`: as short as an axis needs it. */
function tickText(ms) {
	if (ms === 0) return "0";
	if (ms < minute) return `${ms / second}\u00A0s`;
	if (ms < hour) return ms % minute === 0 ? `${ms / minute}\u00A0min` : `${colon(ms / second)}\u00A0min`;
	if (ms < day || ms % day !== 0) return ms % hour === 0 ? `${ms / hour}\u00A0h` : `${colon(ms / minute)}\u00A0h`;
	return `${ms / day}\u00A0d`;
}
/** `1:30` of 90. */
function colon(count) {
	return `${Math.floor(count / 60)}:${String(Math.round(count % 60)).padStart(2, "0")}`;
}

// src/report/report-page/chart.ts
use([
	install,
	install$1,
	install$2,
	install$3,
	install$4
]);
const wide = {
	width: 860,
	height: 170,
	left: 74,
	right: 14,
	ticks: 9
};
const narrow = {
	width: 350,
	height: 150,
	left: 62,
	right: 20,
	ticks: 4
};
/** An SVG without a script. All of its colours are those of the page, which has others in the dark. */
function drawChart(chart, frame) {
	const canvas = init(null, null, {
		renderer: "svg",
		ssr: true,
		width: frame.width,
		height: frame.height
	});
	try {
		canvas.setOption(optionsOf(chart, frame));
		return withoutMarks(canvas.renderToSVGString({ useViewBox: true })).replace(/<\/svg>\s*$/u, `${tips(chart, frame)}</svg>`);
	} finally {
		canvas.dispose();
	}
}
function optionsOf(chart, { left, right, ticks }) {
	const letters = {
		color: "var(--muted)",
		fontSize: 12,
		fontFamily: "inherit"
	};
	const rule = { lineStyle: { color: "var(--rule)" } };
	const most = Math.max(chart.atLeast, chart.limit ?? 0, ...chart.points.map(({ value }) => value ?? 0));
	return {
		animation: false,
		grid: {
			left,
			right,
			top: 12,
			bottom: 26,
			outerBoundsMode: "none"
		},
		xAxis: {
			type: "value",
			min: 0,
			max: chart.untilMs,
			interval: stepOf(chart.untilMs, ticks),
			axisLabel: {
				...letters,
				formatter: tickText,
				showMaxLabel: chart.untilMs % stepOf(chart.untilMs, ticks) === 0
			},
			axisLine: {
				show: true,
				lineStyle: { color: "var(--axis)" }
			},
			axisTick: {
				show: true,
				lineStyle: { color: "var(--axis)" }
			},
			splitLine: { show: false }
		},
		yAxis: {
			type: "value",
			min: 0,
			max: roundUp(most),
			interval: roundUp(most) / 2,
			axisLabel: {
				...letters,
				formatter: (value) => value === 0 ? "0" : chart.format(value)
			},
			axisLine: { show: false },
			axisTick: { show: false },
			splitLine: rule
		},
		series: [{
			type: "line",
			silent: true,
			symbol: "none",
			data: chart.points.map(({ atMs, value }) => [atMs, value]),
			lineStyle: {
				color: `var(--${chart.color})`,
				width: 1.75,
				join: "round"
			},
			areaStyle: {
				color: `var(--${chart.color})`,
				opacity: .14
			},
			markArea: {
				silent: true,
				itemStyle: {
					color: "var(--hold)",
					opacity: .22
				},
				data: chart.shaded.map(({ fromMs, toMs }) => [{ xAxis: fromMs }, { xAxis: Math.min(toMs, chart.untilMs) }])
			},
			markLine: {
				silent: true,
				symbol: "none",
				label: { show: false },
				data: marksOf(chart)
			}
		}]
	};
}
function marksOf({ limit, marked }) {
	const limits = limit === null ? [] : [{
		yAxis: limit,
		lineStyle: {
			color: "var(--hold)",
			type: "dashed"
		}
	}];
	const moments = marked.map((atMs) => ({
		xAxis: atMs,
		lineStyle: {
			color: "var(--bad)",
			type: "solid"
		}
	}));
	return [...limits, ...moments];
}
/** Up to a number whose half is round as well. */
function roundUp(value) {
	const scale = 10 ** Math.floor(Math.log10(value));
	return ([
		1,
		2,
		3,
		4,
		5,
		6,
		8,
		10
	].find((count) => count * scale >= value) ?? 10) * scale;
}
/** The library marks what a pointer could be on. Nothing here reacts to one. */
function withoutMarks(svg) {
	return svg.replaceAll(/<style[\s\S]*?<\/style>/gu, "").replaceAll(/ (?:class|ecmeta_\w+|xmlns:xlink|baseProfile|pointer-events)="[^"]*"/gu, "");
}
/** How many parts of a chart tell their value under a pointer. */
const mostTips = 60;
/** What a pointer shows: the greatest value of each part of the time. They hold numbers and units of ours only. */
function tips({ points, untilMs, format }, { width, height, left, right }) {
	const known = points.flatMap(({ atMs, value }) => value === null ? [] : [{
		atMs,
		value
	}]);
	const parts = Math.min(mostTips, Math.max(1, known.length));
	const partWidth = (width - left - right) / parts;
	return Array.from({ length: parts }, (_, index) => {
		const fromMs = untilMs * index / parts;
		const toMs = fromMs + untilMs / parts;
		const values = known.filter(({ atMs }) => atMs > fromMs && atMs <= toMs).map(({ value }) => value);
		if (values.length === 0) return "";
		const title = `${format(Math.max(...values))}, after ${formatDuration(toMs)}`;
		return `<rect x="${(left + index * partWidth).toFixed(1)}" y="12" width="${partWidth.toFixed(1)}" height="${height - 38}" fill="transparent"><title>${title}</title></rect>`;
	}).join("\n");
}

export { drawChart, narrow, wide };