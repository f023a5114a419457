/** Quantities as a person reads them. Numbers and units are kept together by a no-break space. */

/** `999`, `12.3 k`, `2.8 M`. */
export function formatCount(count: number): string {
  return scaled(count, 1000, ['', 'k', 'M', 'G', 'T']);
}

/** `512 B`, `1.2 GiB`. */
export function formatBytes(bytes: number): string {
  return scaled(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
}

/** `40 ms`, `8.4 s`, `3 min 20 s`, `5 h 30 min`, `2 d 4 h`. */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < 1000) return `${Math.round(ms)}${nbsp}ms`;
  if (ms < 9950) return `${(ms / 1000).toFixed(1)}${nbsp}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${nbsp}s`;
  if (seconds < 3600) return twoUnits(seconds, 60, 'min', 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return twoUnits(minutes, 60, 'h', 'min');
  return twoUnits(Math.round(minutes / 60), 24, 'd', 'h');
}

/** `1 row`, `2.8 M rows`. */
export function formatNumberOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)}${nbsp}${count === 1 ? singular : plural}`;
}

const nbsp = '\u00A0';

/** Three digits are enough. An exact number (below the first unit) is never rounded. */
function scaled(value: number, step: number, units: readonly string[]): string {
  let rest = Math.max(0, value);
  let index = 0;
  while (threeDigits(rest, index) >= step && index < units.length - 1) {
    rest /= step;
    index += 1;
  }
  const digits = index === 0 ? String(Math.round(rest)) : String(threeDigits(rest, index));
  const unit = units[index] ?? '';
  return unit === '' ? digits : `${digits}${nbsp}${unit}`;
}

function threeDigits(value: number, index: number): number {
  if (index === 0 || value >= 100) return Math.round(value);
  return Number(value.toPrecision(value < 10 ? 2 : 3));
}

function twoUnits(amount: number, perLarge: number, large: string, small: string): string {
  const whole = Math.floor(amount / perLarge);
  const rest = amount % perLarge;
  return rest === 0 ? `${whole}${nbsp}${large}` : `${whole}${nbsp}${large}${nbsp}${rest}${nbsp}${small}`;
}
