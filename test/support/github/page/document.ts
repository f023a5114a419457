import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Html, html } from './html.ts';

const styles = [
  fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown-light.css')),
  fileURLToPath(import.meta.resolve('@wooorm/starry-night/style/light')),
  fileURLToPath(new URL('page.css', import.meta.url)),
];

// Text from anywhere stands on these pages: nothing of it may run, load or send.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page that needs no other file. */
export function documentOf(title: string, body: Html): string {
  const style = new Html(styles.map((path) => readFileSync(path, 'utf8')).join('\n'));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>${body}</body>
</html>
`.text;
}
