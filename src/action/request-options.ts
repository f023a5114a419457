/** Options for a request that is sent once: it creates something, and creating it twice would be wrong. */
export const once = { retries: 0 } as const;

/** Options for a request that may be lost: a newer one follows. */
export function missable(timeoutMs: number): { retries: number; missable: true; signal: AbortSignal } {
  return { retries: 0, missable: true, signal: AbortSignal.timeout(timeoutMs) };
}

export function isMissable(options: object): boolean {
  const { request } = options as { request?: { missable?: unknown } };
  return request?.missable === true;
}

/** Of a request, beside its parameters. */
export interface RequestOptions {
  readonly request?: { readonly signal: AbortSignal };
}
