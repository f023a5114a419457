/** Fields by name, with what is selected of each. */
export type Selection = ReadonlyMap<string, Selection>;

/** Of a query without arguments; `null` for anything else. */
export function readSelection(query: string): Selection | null {
  const words = query.match(/[{}]|\w+|[^\s\w{}]/gu) ?? [];
  if (words[0] === 'query') words.shift();
  const top = new Map<string, Selection>();
  const open: Map<string, Selection>[] = [];
  let last = top;
  for (const word of words) {
    const into = open.at(-1);
    if (word === '{') open.push(last);
    else if (word === '}') open.pop();
    else if (into === undefined || !/^\w+$/u.test(word)) return null;
    else {
      last = new Map();
      into.set(word, last);
    }
  }
  return open.length === 0 && top.size > 0 ? top : null;
}
