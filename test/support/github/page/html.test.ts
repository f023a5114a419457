import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Html, html } from './html.ts';

test('text is escaped, HTML is not, lists are joined and null is nothing', () => {
  const name = `<b>"Tom" & 'Jerry'</b>`;
  assert.equal(
    html`<p title="${name}">${[html`<i>${1}</i>`, new Html('<br>')]}${null}</p>`.text,
    '<p title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;"><i>1</i><br></p>',
  );
});
