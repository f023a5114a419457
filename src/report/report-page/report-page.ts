import type { RunOutcome } from '../../commands/migrate/run-outcome.ts';
import type { Outcome } from '../../engine/outcome.ts';
import { formatMoment } from '../../support/moment.ts';
import { clip } from '../clip.ts';
import { isChangedBefore } from '../outcome-verdict.ts';
import { formatDuration, formatNumberOf } from '../quantity.ts';
import type { RunRecord, StatementRecord } from '../run-record/run-record.ts';
import { Html, html, nothing } from './html.ts';
import { faultHtml, messageHtml } from './message-html.ts';
import { withoutSecrets } from './secrets.ts';
import { statementCard } from './statement-card.ts';
import { style } from './style.ts';

export interface ReportedRun {
  readonly outcome: RunOutcome;
  readonly record: RunRecord;
  /** What came of it: in a few words, and in a sentence. */
  readonly verdict: { readonly title: string; readonly sentence: string };
  /** Where the run is to be found; `null` in a terminal. */
  readonly runUrl: string | null;
  /** What must not stand in the page, wherever it comes from. */
  readonly secrets: readonly string[];
}

/** Beyond that a page would be too large to open; the outcome as JSON has all of them. */
const mostCards = 200;
/** Each has charts of some 50 kB. */
const mostWithCharts = 40;

/** A page of its own: it loads nothing and runs nothing. */
export async function reportPage({ outcome, record, verdict, runUrl, secrets }: ReportedRun): Promise<string> {
  const { migrations, error, startedAt, finishedAt, version } = outcome;
  const unused = [...record.statements];
  const cards: Html[] = [];
  for (const [index, migration] of migrations.slice(0, mostCards).entries())
    cards.push(
      await statementCard(migration, takeRecord(unused, migration), {
        hasCharts: index < mostWithCharts,
        hasChanged: isChangedBefore(migration, migrations),
      }),
    );
  const left = migrations.length - cards.length;
  const own = migrations.some((migration) => migration.error !== null) ? null : error;
  const took = formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
  const run = runUrl?.startsWith('https://') ? html` · <a href="${runUrl}">run</a>` : nothing;
  const body = html`<header><h1>${verdict.title}</h1><p>${clip(verdict.sentence, 600)}</p>
<p class="muted small">Started ${formatMoment(startedAt)} · took ${took}${run}</p></header>
${own === null ? nothing : html`<section class="card"><div class="fault">${faultHtml(own)}${messageHtml(own.hint)}</div></section>`}
${cards}
${left > 0 ? html`<p class="muted">${formatNumberOf(left, 'statement')} more are not shown here.</p>` : nothing}
<footer>Ghostship ${version}</footer>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ghostship · ${verdict.title}</title>
<style>${new Html(style)}</style>
</head>
<body><main>
${new Html(withoutSecrets(body.text, secrets))}
</main></body>
</html>
`;
  return page.text;
}

/** Also of one that has come to nothing: what has held it is worth a look. */
function takeRecord(unused: StatementRecord[], { file, statement }: Outcome): StatementRecord | null {
  const index = unused.findIndex((record) => record.file === file && record.text === statement);
  return index === -1 ? null : (unused.splice(index, 1)[0] ?? null);
}

/** `2026-11-29 08:15:00 UTC` */
