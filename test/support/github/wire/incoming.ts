import type { IncomingMessage } from 'node:http';

export interface Incoming {
  readonly method: string;
  /** Origin included. */
  readonly url: URL;
  readonly body: string;
  readonly accept: string;
  readonly userAgent: string;
  readonly ifNoneMatch: string | null;
  /** What follows `token` or `Bearer` in `Authorization`. */
  readonly token: string | null;
}

export async function readIncoming(request: IncomingMessage, origin: string): Promise<Incoming> {
  const { method = 'GET', url = '/', headers } = request;
  const authorization = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '');
  return {
    method,
    url: new URL(`${origin}${url}`),
    body: await readText(request),
    accept: headers.accept ?? '',
    userAgent: headers['user-agent'] ?? '',
    ifNoneMatch: headers['if-none-match'] ?? null,
    token: authorization?.[1] ?? null,
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
