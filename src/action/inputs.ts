import { webhookOf } from '../commands/notify.ts';
import { optionNamesFor } from '../commands/options/options.ts';
import type { RawValues } from '../commands/options/parse-values.ts';
import { mask, readInput } from './core.ts';

/** The inputs of the action. Every secret among them is masked before anything can be logged. */
export function readInputs(): RawValues {
  const inputs: RawValues = Object.fromEntries(optionNamesFor('input').map((name) => [name, readInput(name)]));
  mask(inputs['github-token'] ?? '');
  maskSecrets(inputs);
  return inputs;
}

/** Secrets belong into secrets; one that stands in a file all the same need not stand in a log as well. */
export function maskSecrets(values: RawValues): void {
  mask(values.password ?? '');
  mask(webhookOf(values.notify ?? null) ?? '');
  for (const urls of [values.target, values.replica, values['lag-replicas']]) {
    for (const password of passwordsIn(urls ?? '')) mask(password);
  }
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
