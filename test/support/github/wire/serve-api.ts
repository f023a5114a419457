import { createHash } from 'node:crypto';
import { handlers } from '../api/all-handlers.ts';
import { checkRequest } from '../openapi/check-request.ts';
import { checkResponse } from '../openapi/check-response.ts';
import { isObject, type Json, type JsonObject } from '../openapi/document.ts';
import { type MatchedOperation, matchOperation } from '../openapi/match-operation.ts';
import { apiPath, type Urls } from '../shape/urls.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { type Answer, answer } from './answer.ts';
import { ApiError, notFound } from './api-error.ts';
import type { Call } from './call.ts';
import type { Incoming } from './incoming.ts';
import { acceptedPermissions, isPermitted } from './permission.ts';
import { RateLimit } from './rate-limit.ts';
import { schemaMessage } from './schema-message.ts';
import type { Token } from './token.ts';

export interface ApiState {
  readonly world: World;
  readonly urls: Urls;
  readonly tokens: ReadonlyMap<string, Token>;
  /** Called for every request that is not as GitHub wants it. */
  readonly onViolation: (problem: string) => void;
}

export function operationOf(incoming: Incoming): MatchedOperation | null {
  const { pathname } = incoming.url;
  return pathname.startsWith(apiPath) ? matchOperation(incoming.method, pathname.slice(apiPath.length)) : null;
}

/**
 * Answers a request as GitHub would, in the order in which GitHub looks: who asks, how often, what for, whether that
 * is allowed, whether the form is right.
 *
 * @throws Error when the answer is not GitHub's, or a handler fails: a defect of the emulator
 */
export function serveApi(incoming: Incoming, state: ApiState): Answer {
  const matched = operationOf(incoming);
  const documentationUrl = matched?.operation.documentationUrl ?? 'https://docs.github.com/rest';
  let limit = new RateLimit(requestsPerHourWithoutToken);
  try {
    const token = authenticate(incoming, state);
    limit = token?.rateLimit ?? limit;
    const isCounted = matched?.operation.id !== 'rate-limit/get';
    if (isCounted && !limit.take()) throw new ApiError(403, 'API rate limit exceeded for installation.');
    if (matched === null) throw unknownAddress(incoming, state);
    const given = carryOut(incoming, matched, token, limit, state);
    checkResponse(matched.operation, given.status, given.mediaType, given.body as Json | undefined);
    return withHeaders(unlessKnown(incoming, given), limit, matched);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 422 || error.status === 400) state.onViolation(explain(error));
    const refusal = { ...answer(error.body(documentationUrl), error.status), headers: error.headers };
    if (matched !== null) checkResponse(matched.operation, refusal.status, refusal.mediaType, refusal.body as Json);
    return withHeaders(refusal, limit, matched);
  }
}

const requestsPerHourWithoutToken = 60;

const nobody: Account = { id: 0, login: 'nobody', type: 'User' };

function authenticate({ token, userAgent }: Incoming, { tokens }: ApiState): Token | null {
  if (userAgent === '') throw new ApiError(403, 'Request forbidden by administrative rules. Name a User-Agent.');
  if (token === null) return null;
  const known = tokens.get(token);
  if (known === undefined) throw new ApiError(401, 'Bad credentials');
  return known;
}

function unknownAddress({ url }: Incoming, state: ApiState): ApiError {
  state.onViolation(`There is no such address in the description: ${url.pathname}.`);
  return notFound();
}

function carryOut(
  incoming: Incoming,
  { operation, path }: MatchedOperation,
  token: Token | null,
  rateLimit: RateLimit,
  state: ApiState,
): Answer {
  if (operation.id === 'rate-limit/get') return answer(rateLimitOverview(rateLimit));
  const repository = visibleRepository(path, token, state.world);
  refuseWithoutPermission(operation.id, token, repository);
  const body = readBody(incoming);
  const checked = checkRequest(operation, incoming.url.searchParams, operation.bodySchema === null ? undefined : body);
  if (checked.kind === 'invalid') throw new ApiError(422, `Invalid request.\n\n${schemaMessage(checked.errors)}`);
  for (const name of checked.unknownNames) state.onViolation(`GitHub does not know "${name}" here.`);
  const call: Call = {
    operation,
    world: state.world,
    urls: state.urls,
    address: `${incoming.url.origin}${incoming.url.pathname}`,
    accept: incoming.accept,
    path,
    query: checked.query,
    body,
    actor: token?.actor ?? nobody,
    repository,
  };
  const handler = handlers[operation.id];
  if (handler === undefined) throw new Error(`Nobody handles ${operation.id}.`);
  return handler(call);
}

function visibleRepository(path: MatchedOperation['path'], token: Token | null, world: World): Repository {
  const repository = world.repository(path.owner ?? '', path.repo ?? '');
  if (repository === null) throw notFound();
  if (repository.private && token?.repository !== repository) throw notFound();
  return repository;
}

function refuseWithoutPermission(operationId: string, token: Token | null, repository: Repository): void {
  const permissions = token?.repository === repository ? token.permissions : {};
  if (isPermitted(operationId, permissions, !repository.private)) return;
  if (token === null) throw new ApiError(401, 'Requires authentication');
  const headers = { 'x-accepted-github-permissions': acceptedPermissions(operationId) };
  throw new ApiError(403, 'Resource not accessible by integration', { headers });
}

function readBody({ body }: Incoming): JsonObject {
  if (body === '') return {};
  const value = parseJson(body);
  if (!isObject(value)) throw new ApiError(400, 'Body should be a JSON object');
  return value;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
}

function rateLimitOverview(limit: RateLimit) {
  const core = limit.shape();
  const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
  return { resources: { core, search }, rate: core };
}

function unlessKnown({ method, ifNoneMatch }: Incoming, given: Answer): Answer {
  if (method !== 'GET') return given;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(given.body)).digest('hex')}"`;
  const headers = { ...given.headers, etag };
  return ifNoneMatch === etag ? { ...given, headers, status: 304, body: undefined } : { ...given, headers };
}

function withHeaders(given: Answer, limit: RateLimit, matched: MatchedOperation | null): Answer {
  const accepted =
    matched === null ? {} : { 'x-accepted-github-permissions': acceptedPermissions(matched.operation.id) };
  return {
    ...given,
    headers: { 'x-github-media-type': 'github.v3; format=json', ...limit.headers(), ...accepted, ...given.headers },
  };
}

function explain({ message, errors }: ApiError): string {
  const details = (errors ?? []).map(({ field, code, message: reason }) => `${field}: ${reason ?? code}`);
  return [message, ...details].join(' ');
}
