import { type Method, type Operation, operations } from './document.ts';

export interface MatchedOperation {
  readonly operation: Operation;
  /** Decoded path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
}

const matchers = operations.map((operation) => ({ operation, pattern: patternOf(operation) }));

/** `null` when GitHub, as far as the description goes, has no such address. */
export function matchOperation(method: string, pathname: string): MatchedOperation | null {
  for (const { operation, pattern } of matchers) {
    if (operation.method !== (method as Method)) continue;
    const found = pattern.exec(pathname);
    if (found !== null) return { operation, path: decode(found.groups ?? {}) };
  }
  return null;
}

function patternOf({ path, parameters }: Operation): RegExp {
  const source = path.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    return `(?<${name}>${shapeOf(name, parameter?.schema.type === 'integer')})`;
  });
  // The path of a content may be left out, with or without its slash: the contents of the root are meant.
  return new RegExp(`^${source.replace('/(?<path>.+?)', '(?:/(?<path>.*?))?')}$`);
}

// Clients send a slash inside a file path or a branch name as it is or as %2F; GitHub takes both.
function shapeOf(name: string, isInteger: boolean): string {
  if (isInteger) return '\\d+';
  const mayHoldSlashes = ['path', 'ref', 'basehead', 'commit_sha'].includes(name);
  return mayHoldSlashes ? '.+?' : '[^/]+';
}

function decode(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value = '']) => [name, decodeURIComponent(value)]));
}
