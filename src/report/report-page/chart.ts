import { LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { formatDuration } from '../quantity.ts';
import type { Point } from '../run-record/samples.ts';
import { stepOf, tickText } from './axis.ts';

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

export interface Chart {
  readonly points: readonly Point[];
  readonly untilMs: number;
  /** The name of a colour of the page. */
  readonly color: string;
  readonly format: (value: number) => string;
  /** Where the axis of values ends at the least. */
  readonly atLeast: number;
  /** A line that the value should stay below; `null` for none. */
  readonly limit: number | null;
  /** Times that are shaded. */
  readonly shaded: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** Moments that are marked. */
  readonly marked: readonly number[];
}

/** The same chart for a wide and for a narrow screen: letters keep their size, the curve takes what is left. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: number;
}

export const wide: Frame = { width: 860, height: 170, left: 74, right: 14, ticks: 9 };
export const narrow: Frame = { width: 350, height: 150, left: 62, right: 20, ticks: 4 };

/** An SVG without a script. All of its colours are those of the page, which has others in the dark. */
export function drawChart(chart: Chart, frame: Frame): string {
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: frame.width, height: frame.height });
  try {
    canvas.setOption(optionsOf(chart, frame));
    const drawn = withoutMarks(canvas.renderToSVGString({ useViewBox: true }));
    return drawn.replace(/<\/svg>\s*$/u, `${tips(chart, frame)}</svg>`);
  } finally {
    canvas.dispose();
  }
}

function optionsOf(chart: Chart, { left, right, ticks }: Frame): Parameters<ReturnType<typeof init>['setOption']>[0] {
  const letters = { color: 'var(--muted)', fontSize: 12, fontFamily: 'inherit' };
  const rule = { lineStyle: { color: 'var(--rule)' } };
  const most = Math.max(chart.atLeast, chart.limit ?? 0, ...chart.points.map(({ value }) => value ?? 0));
  return {
    animation: false,
    // The timeline above has its ends where the curve has them.
    grid: { left, right, top: 12, bottom: 26, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: 0,
      max: chart.untilMs,
      interval: stepOf(chart.untilMs, ticks),
      axisLabel: { ...letters, formatter: tickText, showMaxLabel: chart.untilMs % stepOf(chart.untilMs, ticks) === 0 },
      axisLine: { show: true, lineStyle: { color: 'var(--axis)' } },
      axisTick: { show: true, lineStyle: { color: 'var(--axis)' } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: roundUp(most),
      interval: roundUp(most) / 2,
      axisLabel: { ...letters, formatter: (value: number) => (value === 0 ? '0' : chart.format(value)) },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: rule,
    },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        data: chart.points.map(({ atMs, value }) => [atMs, value]),
        lineStyle: { color: `var(--${chart.color})`, width: 1.75, join: 'round' },
        areaStyle: { color: `var(--${chart.color})`, opacity: 0.14 },
        markArea: {
          silent: true,
          itemStyle: { color: 'var(--hold)', opacity: 0.22 },
          data: chart.shaded.map(({ fromMs, toMs }) => [{ xAxis: fromMs }, { xAxis: Math.min(toMs, chart.untilMs) }]),
        },
        markLine: { silent: true, symbol: 'none', label: { show: false }, data: marksOf(chart) },
      },
    ],
  };
}

function marksOf({ limit, marked }: Chart): object[] {
  const limits = limit === null ? [] : [{ yAxis: limit, lineStyle: { color: 'var(--hold)', type: 'dashed' } }];
  const moments = marked.map((atMs) => ({ xAxis: atMs, lineStyle: { color: 'var(--bad)', type: 'solid' } }));
  return [...limits, ...moments];
}

/** Up to a number whose half is round as well. */
function roundUp(value: number): number {
  const scale = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((count) => count * scale >= value) ?? 10;
  return step * scale;
}

/** The library marks what a pointer could be on. Nothing here reacts to one. */
function withoutMarks(svg: string): string {
  return svg
    .replaceAll(/<style[\s\S]*?<\/style>/gu, '')
    .replaceAll(/ (?:class|ecmeta_\w+|xmlns:xlink|baseProfile|pointer-events)="[^"]*"/gu, '');
}

/** How many parts of a chart tell their value under a pointer. */
const mostTips = 60;

/** What a pointer shows: the greatest value of each part of the time. They hold numbers and units of ours only. */
function tips({ points, untilMs, format }: Chart, { width, height, left, right }: Frame): string {
  const known = points.flatMap(({ atMs, value }) => (value === null ? [] : [{ atMs, value }]));
  const parts = Math.min(mostTips, Math.max(1, known.length));
  const partWidth = (width - left - right) / parts;
  return Array.from({ length: parts }, (_, index) => {
    const fromMs = (untilMs * index) / parts;
    const toMs = fromMs + untilMs / parts;
    const values = known.filter(({ atMs }) => atMs > fromMs && atMs <= toMs).map(({ value }) => value);
    if (values.length === 0) return '';
    const title = `${format(Math.max(...values))}, after ${formatDuration(toMs)}`;
    const x = (left + index * partWidth).toFixed(1);
    return `<rect x="${x}" y="12" width="${partWidth.toFixed(1)}" height="${height - 38}" fill="transparent"><title>${title}</title></rect>`;
  }).join('\n');
}
