import type { Listed, NamedBy, NamingObject, StoredObject } from '../engine/plan/named-by.ts';
import { enumerate } from './words.ts';

const shownObjects = 10;
const shownUnreadable = 5;

/**
 * Who names the table, in a line or two; none where nobody does.
 *
 * @param quote how names are set
 * @param plain how the server's own words are set
 */
export function describeNamedBy(
  { objects, unreadable, lacks, complete, problem }: NamedBy,
  quote: (name: string) => string,
  plain: (text: string) => string,
): string[] {
  const show = (object: StoredObject): string => nameOf(object, quote, plain);
  const naming = shown(objects, shownObjects, (object) => `${show(object)}${remark(object, quote)}`);
  if (problem !== null)
    return [`Nobody could look which views, routines, events and triggers name it: ${plain(problem)}`];
  return [
    ...(naming === '' ? [] : [`Named by: ${naming}.`]),
    ...(unreadable.listed.length === 0
      ? []
      : [`Cannot be read by this user, and may name it: ${shown(unreadable, shownUnreadable, show)}.`]),
    ...(lacks.length === 0 ? [] : [`What it may not see may name it, too: this user lacks ${enumerate(lacks)}.`]),
    ...(complete ? [] : ['There are too many views, routines, events and triggers to look at all: more may name it.']),
  ];
}

/**
 * What fails afterwards, in a line; `null` where nothing is known to.
 *
 * @param quote how names are set
 * @param plain how the server's own words are set
 */
export function describeFailing(
  { objects }: NamedBy,
  quote: (name: string) => string,
  plain: (text: string) => string,
): string | null {
  const failing = objects.listed.filter(({ fails }) => fails);
  if (failing.length === 0) return null;
  const names = shown({ listed: failing, more: 0 }, shownObjects, (object) => nameOf(object, quote, plain));
  const through = failing.some((object) => object.through !== undefined) ? ', or what breaks with it' : '';
  return `Breaks ${names}: ${failing.length === 1 ? 'it names' : 'they name'} what goes${through}.`;
}

function nameOf(object: StoredObject, quote: (name: string) => string, plain: (text: string) => string): string {
  const schema = object.schema === null ? '' : `${object.schema}.`;
  return `${plain(object.kind)} ${quote(schema + object.name)}`;
}

function remark({ doubt, columns, through }: NamingObject, quote: (name: string) => string): string {
  const named = (certain: boolean): string =>
    columns
      .filter((column) => (column.doubt === null) === certain)
      .map(({ name }) => quote(name))
      .join(', ');
  const [sure, perhaps] = [named(true), named(false)];
  if (through !== undefined) return ` (through ${quote(through)})`;
  if (doubt !== null) return perhaps === '' ? ' (may name it)' : ` (may name it and ${perhaps})`;
  const parts = [...(sure === '' ? [] : [`names ${sure}`]), ...(perhaps === '' ? [] : [`may name ${perhaps}`])];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function shown<T>({ listed, more }: Listed<T>, limit: number, show: (object: T) => string): string {
  const rest = more + Math.max(0, listed.length - limit);
  return [...listed.slice(0, limit).map(show), ...(rest === 0 ? [] : [`and ${rest} more`])].join(', ');
}
