/** The words of somebody else, such as a server, as a sentence that another one can follow. */
export function sentence(words: string): string {
  return words.replace(/[^.!?…]$/u, '$&.');
}
