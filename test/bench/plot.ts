import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { medianRun, type RebuildResult, type RebuildRun } from './measure-rebuild.ts';

interface Panel {
  readonly title: string;
  readonly scale: 'linear' | 'log';
  readonly lines: readonly { readonly way: string; readonly points: readonly (readonly [number, number])[] }[];
}

const width = 900;
const panelHeight = 180;
const margin = { left: 70, right: 20, top: 30, bottom: 30 };
const colors = ['#0969da', '#cf222e', '#1a7f37', '#bf8700', '#8250df', '#6e7781'];

/** Copy rate, stream lag and write latency of the median run of every way, on one time axis. An SVG file. */
export function plot(result: RebuildResult): string {
  const ways = [...new Set(result.runs.map(({ way }) => way))];
  const runs = ways.flatMap((way) => medianRun(result, way) ?? []);
  const panels = panelsOf(runs).filter(({ lines }) => lines.length > 0);
  const untilMs = Math.max(...runs.map(({ tookMs }) => tookMs));
  const height = panels.length * panelHeight + margin.top;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${ways.map((way, index) => `<text x="${margin.left + index * 170}" y="18" fill="${colorOf(ways, way)}">${escaped(way)}</text>`).join('\n')}
${panels.map((panel, index) => `<g transform="translate(0 ${margin.top + index * panelHeight})">${drawPanel(panel, ways, untilMs)}</g>`).join('\n')}
</svg>
`;
}

function panelsOf(runs: readonly RebuildRun[]): Panel[] {
  const lines = (pointsOf: (run: RebuildRun) => (readonly [number, number])[]): Panel['lines'] =>
    runs.map((run) => ({ way: run.way, points: pointsOf(run) })).filter(({ points }) => points.length > 0);
  return [
    {
      title: 'rows copied per second',
      scale: 'linear',
      lines: lines(({ series }) => series.copy.map(({ atMs, rowsPerSecond }) => [atMs, rowsPerSecond])),
    },
    {
      title: 'stream lag, ms',
      scale: 'linear',
      lines: lines(({ series }) => series.lag.map(({ atMs, streamLagMs }) => [atMs, streamLagMs])),
    },
    {
      title: 'slowest write of each quarter second, ms',
      scale: 'log',
      lines: lines(({ series }) => series.writes.map(({ atMs, maxMs }) => [atMs, maxMs])),
    },
  ];
}

function drawPanel({ title, scale, lines }: Panel, ways: readonly string[], untilMs: number): string {
  const bottom = panelHeight - margin.bottom;
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(([, value]) => value)));
  const x = scaleLinear([0, untilMs], [margin.left, width - margin.right]);
  const y = scale === 'log' ? scaleLog([1, most], [bottom, 20]).clamp(true) : scaleLinear([0, most], [bottom, 20]);
  const path = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, value]) => y(value),
  );
  return [
    `<text x="${margin.left}" y="12" font-weight="bold">${title}</text>`,
    ...(scale === 'log' ? [1, 10, 100, 1_000, 10_000, 100_000].filter((value) => value <= most) : y.ticks(4)).map(
      (value) =>
        `<path d="M${margin.left} ${y(value)}H${width - margin.right}" stroke="#d0d7de"/><text x="${margin.left - 6}" y="${y(value) + 4}" text-anchor="end">${value.toLocaleString('en')}</text>`,
    ),
    ...x.ticks(10).map((at) => `<text x="${x(at)}" y="${bottom + 16}" text-anchor="middle">${at / 1000} s</text>`),
    ...lines.map(
      ({ way, points }) =>
        `<path d="${path(points) ?? ''}" fill="none" stroke="${colorOf(ways, way)}" stroke-width="1.5"/>`,
    ),
  ].join('\n');
}

function colorOf(ways: readonly string[], way: string): string {
  return colors[ways.indexOf(way) % colors.length] ?? 'black';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
