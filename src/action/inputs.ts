import { optionNamesFor } from '../commands/options/options.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { mask, readInput } from './core.ts';

/** The inputs of the action. Every secret among them is masked before anything can be logged. */
export function readInputs(): RawValues {
  const inputs: RawValues = Object.fromEntries(optionNamesFor('input').map((name) => [name, readInput(name)]));
  mask(inputs['github-token'] ?? '');
  mask(inputs.password ?? '');
  for (const urls of [inputs.target, inputs.replica, inputs['lag-replicas']]) {
    for (const password of passwordsIn(urls ?? '')) mask(password);
  }
  return inputs;
}

/** Passwords in URLs, as they are written and as they are meant. A URL need not be right for its password to be one. */
export function passwordsIn(urls: string): string[] {
  return Array.from(urls.matchAll(/\/\/[^:/@\s]*:([^\s]*)@/gu)).flatMap(([, written = '']) => [
    written,
    decode(written),
  ]);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
