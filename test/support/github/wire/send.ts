import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Fault } from './fault.ts';

/** Returns the status that was sent. */
export function sendAnswer(response: ServerResponse, { status, headers, mediaType, body }: Answer): number {
  const text = body === undefined || mediaType !== 'application/json' ? body : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': `${mediaType}; charset=utf-8` };
  response.writeHead(status, { server: 'github.com', ...type, ...headers });
  response.end(text);
  return status;
}

export function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}

export function sendFault(
  response: ServerResponse,
  fault: Exclude<Fault, { readonly kind: 'reset' | 'lost-answer' }>,
): number {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      response.end('<html><body><h1>Unicorn!</h1></body></html>');
      return fault.status;
    case 'secondary-limit':
      return sendAnswer(response, refusal({ 'retry-after': String(fault.retryAfterSeconds) }, secondaryLimit));
    case 'primary-limit':
      return sendAnswer(
        response,
        refusal(
          { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(fault.resetSeconds) },
          'API rate limit exceeded for installation.',
        ),
      );
  }
}

/** The client sees ECONNRESET: no answer, and no orderly end either. */
export function resetConnection(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

const secondaryLimit = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

function refusal(headers: Record<string, string>, message: string): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api' };
  return { status: 403, headers, mediaType: 'application/json', body };
}
