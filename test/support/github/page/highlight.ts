import { createStarryNight } from '@wooorm/starry-night';
import sourceDiff from '@wooorm/starry-night/source.diff';
import sourceJson from '@wooorm/starry-night/source.json';
import sourceShell from '@wooorm/starry-night/source.shell';
import sourceSql from '@wooorm/starry-night/source.sql';
import sourceYaml from '@wooorm/starry-night/source.yaml';
import { toHtml } from 'hast-util-to-html';
import { Html, html } from './html.ts';

// The open form of GitHub's own highlighter.
const starryNight = await createStarryNight([sourceDiff, sourceJson, sourceShell, sourceSql, sourceYaml]);

/** @param language as after the three backticks, or a file name's ending; what is not known stays plain */
export function highlight(code: string, language: string): Html {
  const scope = starryNight.flagToScope(language);
  return scope === undefined ? html`${code}` : new Html(toHtml(starryNight.highlight(code, scope)));
}
