/**
 * A path as the whole program has it. Git allows line breaks in names, and every log and page would begin a new line there: a control
 * character becomes its picture, such as ␊. Where paths come in, from a folder or from GitHub, they come through here.
 */
export function shownPath(path: string): string {
  return path.replaceAll(controls, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(firstPicture + code);
    return code === 0x7f ? '␡' : '␦';
  });
}

/** Whether the path, as it is or as it is shown, has a character that cannot be shown. Nobody can tell such a file from another one. */
export function hidesCharacters(path: string): boolean {
  return path !== shownPath(path) || /[\u2400-\u2426]/u.test(path);
}

/** Line separators are none of the others. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const firstPicture = 0x2400;
