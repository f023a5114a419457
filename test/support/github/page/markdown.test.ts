import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from './markdown.ts';

test('tables, alerts, folds and coloured SQL are what they are on GitHub', () => {
  assert.match(markdown('| a |\n|--:|\n| 1 |').text, /<td align="right">1<\/td>/);
  assert.match(markdown('> [!WARNING]\n> Mind this.').text, /markdown-alert-warning/);
  assert.match(
    markdown('<details><summary>More</summary>\n\n**x**\n\n</details>').text,
    /<details>.*<strong>x<\/strong>/s,
  );
  assert.match(markdown('```sql\nDROP TABLE a;\n```').text, /<span class="pl-k">DROP<\/span>/);
  assert.match(markdown('one\ntwo').text, /one<br>two/);
});

test('what could run, or break out of its box, is shown instead', () => {
  const text = markdown('<script>alert(1)</script>\n\na <iframe src="x"></iframe> b <style>p{}</style>').text;
  assert.doesNotMatch(text, /<(script|iframe|style)/);
  assert.match(text, /&lt;script>alert\(1\)/);
});
