/** What a log must not show, and how it is shown instead. */
export class Masks {
  readonly #hidden = new Set<string>();

  /** Of a text of several lines every line is hidden too. */
  add(secret: string): void {
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      for (const spelling of spellingsOf(part)) this.#hidden.add(spelling);
    }
  }

  apply(text: string): string {
    // The longest first: a part of a secret must not hide where the whole of it is.
    const hidden = [...this.#hidden].toSorted((one, other) => other.length - one.length);
    return hidden.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }
}

/** A secret as it is, and as it looks inside JSON, inside a URL and in base64. None for a blank one. */
export function spellingsOf(secret: string): readonly string[] {
  if (secret.trim() === '') return [];
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inBase64 = Buffer.from(secret).toString('base64');
  return [...new Set([secret, inJson, encodeURIComponent(secret), encodeURI(secret), inBase64])];
}
