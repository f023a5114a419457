/**
 * `2026-01-02 03:04:05 UTC`
 *
 * @param iso in UTC
 */
export function formatMoment(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}
