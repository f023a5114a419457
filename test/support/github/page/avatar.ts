import type { Account } from '../state/account.ts';
import { type Html, html } from './html.ts';

/** A round initial for people, a square one for bots; the colour goes with the name. */
export function avatar({ login, type }: Account): Html {
  const hue = Buffer.from(login).reduce((sum, byte) => (sum * 31 + byte) % 360, 7);
  const kind = type === 'Bot' ? 'avatar bot' : 'avatar';
  return html`<span class="${kind}" style="background:hsl(${hue} 45% 45%)">${login.slice(0, 1).toUpperCase()}</span>`;
}

export function byline({ login, type }: Account): Html {
  return html`<strong>${login.replace('[bot]', '')}</strong>${type === 'Bot' ? html` <span class="label">bot</span>` : null}`;
}
