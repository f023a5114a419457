import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GitHubEmulator, NewRepository, NewToken } from './emulator.ts';
import { graphqlPath, serveGraphql } from './graphql/serve-graphql.ts';
import { type Urls, urlsAt } from './shape/urls.ts';
import { actionsBot } from './state/account.ts';
import type { PullRequest } from './state/pull-request.ts';
import type { Repository } from './state/repository.ts';
import { World } from './state/world.ts';
import { type Answer, answer } from './wire/answer.ts';
import { type Fault, Faults, type FaultTarget, type Hold } from './wire/fault.ts';
import { type Incoming, readIncoming } from './wire/incoming.ts';
import type { RequestRecord, Violation } from './wire/request-log.ts';
import { resetConnection, sendAnswer, sendFault, sendHtml } from './wire/send.ts';
import { operationOf, serveApi } from './wire/serve-api.ts';
import { findPage } from './wire/serve-page.ts';
import { Token } from './wire/token.ts';

/** Starts an empty GitHub on 127.0.0.1. */
export async function startGitHub(): Promise<GitHubEmulator> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new HttpGitHub(server, `http://127.0.0.1:${port}`);
}

class HttpGitHub implements GitHubEmulator {
  readonly urls: Urls;
  readonly requests: RequestRecord[] = [];
  readonly #origin: string;
  readonly #server: Server;
  readonly #world = new World();
  readonly #tokens = new Map<string, Token>();
  readonly #faults = new Faults();
  readonly #defects: unknown[] = [];
  #violations: Violation[] = [];

  constructor(server: Server, origin: string) {
    this.#server = server;
    this.#origin = origin;
    this.urls = urlsAt(origin);
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.#defects.push(error);
        sendAnswer(response, answer({ message: String(error) }, 500));
      });
    });
  }

  get violations(): readonly Violation[] {
    return this.#violations;
  }

  createRepository(opening: NewRepository = {}): Repository {
    const { owner = 'octo', name = 'shop', files = {}, defaultBranch = 'main', collaborators = {} } = opening;
    const isPrivate = opening.private ?? false;
    const repository = this.#world.addRepository({ owner, name, private: isPrivate, defaultBranch, collaborators });
    repository.push({ files, message: 'Begin' });
    return repository;
  }

  token({ repository, permissions, login, requestsPerHour = 1000 }: NewToken): string {
    const actor = login === undefined ? actionsBot : this.#world.account(login);
    const token = new Token(repository, actor, permissions, requestsPerHour);
    this.#tokens.set(token.value, token);
    return token.value;
  }

  failNext(fault: Fault, target: FaultTarget = {}): void {
    this.#faults.plan(fault, target);
  }

  failNoMore(): void {
    this.#faults.clear();
  }

  hold(operation?: string): Hold {
    return this.#faults.hold(operation);
  }

  takeViolations(): readonly Violation[] {
    const taken = this.#violations;
    this.#violations = [];
    return taken;
  }

  async renderPage(pull: PullRequest): Promise<string> {
    // Most tests look at no page; its highlighter takes a second to load.
    const { renderPage } = await import('./render-page.ts');
    return renderPage(pull);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#faults.openAll();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    if (this.#defects.length > 0) throw new AggregateError(this.#defects, 'The GitHub emulator failed.');
    if (this.#violations.length === 0) return;
    const list = this.#violations.map(({ request, problem }) => `  ${request}: ${problem}`);
    throw new Error(`GitHub would not have taken this:\n${list.join('\n')}`);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(request, this.#origin);
    const page = findPage(incoming, this.#world);
    if (page !== null) {
      sendHtml(response, await this.renderPage(page));
      return;
    }
    const record = this.#record(incoming);
    const fault = this.#faults.take(record.operation);
    await this.#faults.pass(record.operation);
    if (fault === null || fault.kind === 'lost-answer') {
      const given = this.#answer(incoming);
      if (fault === null) record.status = sendAnswer(response, given);
      else resetConnection(request);
    } else if (fault.kind === 'reset') {
      resetConnection(request);
    } else {
      record.status = sendFault(response, fault);
    }
  }

  #answer(incoming: Incoming): Answer {
    const onViolation = (problem: string): void => {
      this.#violations.push({ request: nameOf(incoming), problem });
    };
    if (incoming.url.pathname === graphqlPath) {
      return serveGraphql(incoming, this.#tokens.get(incoming.token ?? '')?.actor ?? null, onViolation);
    }
    return serveApi(incoming, { world: this.#world, urls: this.urls, tokens: this.#tokens, onViolation });
  }

  #record(incoming: Incoming): RequestRecord {
    const record: RequestRecord = {
      at: new Date(),
      method: incoming.method,
      url: `${incoming.url.pathname}${incoming.url.search}`,
      operation: incoming.url.pathname === graphqlPath ? 'graphql' : (operationOf(incoming)?.operation.id ?? null),
      body: incoming.body,
      login: this.#tokens.get(incoming.token ?? '')?.actor.login ?? null,
      userAgent: incoming.userAgent,
      status: null,
    };
    this.requests.push(record);
    return record;
  }
}

function nameOf({ method, url }: Incoming): string {
  return `${method} ${url.pathname}`;
}
