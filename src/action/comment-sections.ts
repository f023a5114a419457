import { cutAtLine } from '../report/fit.ts';
import { alert } from '../report/markdown.ts';
import { longestBody } from '../support/visible.ts';

/** Stands at the beginning of the one comment Ghostship keeps under a pull request, unseen by readers. */
export const marker = '<!-- ghostship -->';

/** Each stands on a line of its own before its section. */
const planMarker = '<!-- ghostship plan -->';
const rehearsalMarker = '<!-- ghostship rehearsal -->';
const environmentMarker = (name: string): string => `<!-- ghostship environment ${name} -->`;

/** What the comment has of one environment. Each mode writes its own section and leaves the others as they are. */
export interface Sections {
  /** What has become of the plan, in a line or two. */
  readonly note: string;
  /** What the merge will do. It stays readable when that is done. */
  readonly main: string;
  /** What a rehearsal has shown. */
  readonly rehearsal: string;
}

/** Where a text belongs in the comment. */
export interface Place {
  /** `null` where the target has no name. */
  readonly environment: string | null;
  readonly section: keyof Sections;
  /** The commit of a new plan: what was noted of the plan before is over, and what was rehearsed before is old. */
  readonly newPlanOf?: string | null;
}

/** The body of the comment with the text in its place. All other sections stay as they are, as long as all of it fits. */
export function withSection(body: string, { environment, section, newPlanOf = null }: Place, text: string): string {
  const parts = readBody(body);
  const found = parts.get(environment ?? '') ?? noSections;
  const rehearsal = newPlanOf === null ? found.rehearsal : markedOld(found.rehearsal, newPlanOf);
  const own = newPlanOf === null ? found : { ...found, note: '', rehearsal };
  parts.set(environment ?? '', { ...own, [section]: withoutMarks(text) });
  return writeBody(parts);
}

/** Nobody must take it for a rehearsal of what is planned by now. */
function markedOld(rehearsal: string, commit: string): string {
  const rehearsed = /\brehearsed ([0-9a-f]{8}) on /u.exec(rehearsal)?.[1];
  if (rehearsed === undefined || commit.startsWith(rehearsed) || rehearsal.includes(ofEarlierCommit)) return rehearsal;
  const [heading = '', ...rest] = rehearsal.split('\n');
  return [heading, '', ofEarlierCommit, ...rest].join('\n');
}

const ofEarlierCommit = alert('NOTE', 'This is the rehearsal of an earlier commit. The plan above is newer.');

/** What the comment has of one environment. */
export function sectionsIn(body: string, environment: string | null): Sections {
  return readBody(body).get(environment ?? '') ?? noSections;
}

const noSections: Sections = { note: '', main: '', rehearsal: '' };

/** A statement may hold such a mark, and must not end its section. */
function withoutMarks(text: string): string {
  return text.replaceAll(/<!--(?=\s*ghostship)/gu, '<! --');
}

/** By environment; the target without a name is `''`, and stands first: its part has no mark of its own. */
function readBody(body: string): Map<string, Sections> {
  const parts = new Map<string, Sections>();
  const text = body.startsWith(`${marker}\n`) ? body.slice(marker.length + 1) : '';
  const [unnamed = '', ...named] = text.split(/^<!-- ghostship environment (\S+) -->\n/mu);
  if (unnamed.trim() !== '') parts.set('', readSections(unnamed));
  for (let at = 0; at < named.length; at += 2) parts.set(named[at] ?? '', readSections(named[at + 1] ?? ''));
  return parts;
}

function readSections(text: string): Sections {
  const [before, rehearsal] = splitAt(text.trimEnd(), rehearsalMarker);
  const [note, main] = splitAt(before, planMarker);
  return main === null
    ? { note: '', main: note, rehearsal: rehearsal ?? '' }
    : { note, main, rehearsal: rehearsal ?? '' };
}

/** `null` for what follows where the mark is not there. */
function splitAt(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, null] : [text.slice(0, at).trimEnd(), text.slice(at + mark.length).trimStart()];
}

/** Where not all fits, rehearsals make way, the longest first; then every environment has the same room. Check runs have all of it. */
function writeBody(parts: ReadonlyMap<string, Sections>): string {
  const kept = new Map(parts);
  while (join(kept).length > longestBody) {
    const [longest] = [...kept].toSorted(([, one], [, other]) => other.rehearsal.length - one.rehearsal.length);
    if (longest === undefined || longest[1].rehearsal === '') return join(sharedOut(kept));
    kept.set(longest[0], { ...longest[1], rehearsal: '' });
  }
  return join(kept);
}

function join(parts: ReadonlyMap<string, Sections>): string {
  const inOrder = [...parts].toSorted(([one], [other]) => Number(other === '') - Number(one === ''));
  return [marker, ...inOrder.map(([name, sections]) => partText(name, sections))].join('\n').trimEnd();
}

function partText(name: string, { note, main, rehearsal }: Sections): string {
  const pieces = [
    ...(name === '' ? [] : [environmentMarker(name)]),
    ...(note === '' ? [] : [`${note}\n\n${planMarker}`]),
    `${main.trimEnd()}\n`,
    ...(rehearsal === '' ? [] : [`${rehearsalMarker}\n${rehearsal.trimEnd()}\n`]),
  ];
  return pieces.join('\n');
}

/** A text that is shorter than its share leaves the rest of it to the others. */
function sharedOut(parts: ReadonlyMap<string, Sections>): Map<string, Sections> {
  const empty = new Map([...parts].map(([name, { note }]) => [name, { note, main: '', rehearsal: '' }]));
  let room = longestBody - join(empty).length;
  let left = parts.size;
  const cut = new Map(parts);
  for (const [name, sections] of [...parts].toSorted(([, one], [, other]) => one.main.length - other.main.length)) {
    const main = shorten(sections.main, Math.floor(room / left));
    cut.set(name, { ...sections, main });
    room -= main.length;
    left -= 1;
  }
  return cut;
}

const leftOut = '> [!NOTE]\n> Not everything fits here. The check run has all of it.';

/** What is open where the text is cut would swallow what follows: it is closed. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const closing = 200;
  const kept = cutAtLine(text, Math.max(0, limit - closing));
  return [kept, ...openEnds(kept), '', leftOut].join('\n');
}

function openEnds(text: string): string[] {
  let fence: string | null = null;
  let folds = 0;
  for (const line of text.split('\n')) {
    const mark = /^`{3,}/u.exec(line)?.[0] ?? null;
    if (fence !== null) fence = line.trimEnd() === fence ? null : fence;
    else if (mark !== null) fence = mark;
    else folds += line.split('<details>').length - line.split('</details>').length;
  }
  return [...(fence === null ? [] : [fence]), ...Array.from({ length: Math.max(0, folds) }, () => '\n</details>')];
}
