/** @param after the option of that name */
export function environmentsBefore(environment: string, after: readonly string[]): readonly string[] {
  const own = after.indexOf(environment);
  return own === -1 ? after : after.slice(0, own);
}
