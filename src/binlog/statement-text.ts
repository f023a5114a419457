/** The name of a character set by the number of each of its collations, as the server lists them. */
export type CharsetsById = ReadonlyMap<number, string>;

/**
 * What the WHATWG calls the character sets that a client can send. `latin1` of MySQL is the one of Windows. A text in a set
 * that is not here cannot be read beyond ASCII.
 */
const labels: Readonly<Record<string, string>> = {
  ascii: 'utf-8',
  binary: 'utf-8',
  utf8: 'utf-8',
  utf8mb3: 'utf-8',
  utf8mb4: 'utf-8',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  latin5: 'windows-1254',
  latin7: 'iso-8859-13',
  greek: 'iso-8859-7',
  hebrew: 'iso-8859-8',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1256: 'windows-1256',
  cp1257: 'windows-1257',
  cp866: 'ibm866',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  macroman: 'macintosh',
  tis620: 'windows-874',
  big5: 'big5',
  cp932: 'shift_jis',
  sjis: 'shift_jis',
  eucjpms: 'euc-jp',
  ujis: 'euc-jp',
  euckr: 'euc-kr',
  gb18030: 'gb18030',
  gb2312: 'gbk',
  gbk: 'gbk',
};

/** Beyond ASCII a byte of these stands alone, so one that cannot be read hides nothing behind it. */
const selfContained = (label: string): boolean => !/^(?:big5|shift_jis|euc-|gb)/u.test(label);

/**
 * Reads a statement as the server did. Where a letter has two bytes, the second may be a backslash, a quote in appearance or
 * part of a name, so that a guess could miss the name of a table.
 *
 * @param charset `undefined` where the event or the server does not tell: then only what is sound UTF-8 is read
 * @returns `null` where it cannot be read
 */
export function decodeStatement(bytes: Buffer, charset: string | undefined): string | null {
  if (bytes.every((byte) => byte < 0x80)) return bytes.toString('latin1');
  const label = charset === undefined ? 'utf-8' : labels[charset];
  if (label === undefined) return null;
  const fatal = charset === undefined || !selfContained(label);
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether a statement that cannot be read surely changes no row of these tables: it defines something, by a word that both servers
 * know, and names none of them. In every set that a client can send, ASCII stays as it is.
 */
export function changesNoRowsUnread(bytes: Buffer, tables: readonly { readonly name: string }[]): boolean {
  const text = bytes.toString('latin1');
  if (
    !/^\s*(?:ALTER|CREATE|DROP|GRANT|RENAME|REVOKE|SET PASSWORD|TRUNCATE)\b/iu.test(text) ||
    /\bSELECT\b/iu.test(text)
  )
    return false;
  return !tables.some(({ name }) => mayName(text, name));
}

function mayName(text: string, name: string): boolean {
  return /[^\x20-\x7e]/u.test(name) || text.toLowerCase().includes(name.toLowerCase());
}
