import assert from 'node:assert/strict';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * Reads a page as browsers do, and refuses what they would have to guess at.
 * @returns the elements, and the text between them with single spaces
 */
export function readPage(page: string): { elements: Tree.Element[]; text: string } {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  assert.deepEqual(errors, []);
  const elements = elementsOf(document);
  const body = elements.find(({ tagName }) => tagName === 'body');
  assert.ok(body !== undefined);
  return { elements, text: textOf(body) };
}

function elementsOf(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

/** What a reader sees of it: not what is drawn. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const parts = node.childNodes.filter(({ nodeName }) => nodeName !== 'svg').map(textOf);
  return parts
    .join(' ')
    .replaceAll(/[ \n\u00A0]+/gu, ' ')
    .trim();
}
