import type { Socket } from 'node:net';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2';
import type { Connection as PromiseConnection } from 'mysql2/promise';
import { explainConnectError } from './connect-errors.ts';
import { patience } from './patience.ts';
import { isLoopback, openSocket } from './socket.ts';
import type { Target } from './target.ts';
import { guardPassword, provesIdentity, tlsOptions } from './transport.ts';

/** A farewell that nobody hears, or one behind a statement that goes on, is not waited for any longer. */
const endTimeoutMs = 2_000;

/** A connection as the driver has it, and two ways to end it. Neither waits for a server that does not answer. */
export interface OpenedConnection {
  readonly driver: PromiseConnection;
  readonly callbackDriver: Connection;
  /** Says farewell. After the deadline it is cut off. */
  end(): Promise<void>;
  /**
   * Without a farewell, and without what was not sent yet: a statement that arrives after its sender was given up would be
   * carried out for nobody.
   */
  cutOff(): void;
}

/**
 * A connection as the driver has it, through TLS as the target wants it.
 *
 * @param purpose what the connection is for, in the words of an error message: "copying rows"
 * @param takesPairs whether one packet may hold two statements
 * @throws GhostshipError `cannot-connect` or `access-denied`
 */
export async function openConnection(target: Target, purpose: string, takesPairs: boolean): Promise<OpenedConnection> {
  let isEncrypted: boolean | null = null;
  try {
    const { socket, offersTls } = await openSocket(target, patience().connectMs);
    const ssl = tlsOptions(target, offersTls);
    isEncrypted = ssl !== null;
    const inClear = isLoopback(socket) ? {} : { authPlugins: guardPassword() };
    // A token of IAM is a password that the server must read itself: only one that has shown who it is gets to.
    const security = ssl === null ? inClear : { ssl, enableCleartextPlugin: provesIdentity(target) };
    const connection = createConnection({
      ...driverOptions(target),
      ...security,
      multipleStatements: takesPairs,
      stream: socket,
    });
    takeUnasked(connection as StreamConnection);
    const opened = endable(connection as StreamConnection, socket);
    socket.resume();
    await shakeHands(opened);
    return opened;
  } catch (error) {
    throw explainConnectError(error, target, purpose, isEncrypted);
  }
}

/** The stream is the socket, or TLS over it: either holds the process for as long as it is open. Not in the type declarations. */
type StreamConnection = Connection & { readonly stream: Socket; sequenceId: number; handlePacket: HandlePacket };
type HandlePacket = (packet?: { readonly sequenceId: number }) => void;

async function shakeHands(opened: OpenedConnection): Promise<void> {
  const { callbackDriver } = opened;
  try {
    await new Promise<void>((resolve, reject) => {
      callbackDriver.once('connect', () => resolve());
      callbackDriver.once('error', reject);
    });
  } catch (error) {
    // What else fails on a connection that is given up is no news.
    callbackDriver.on('error', () => {});
    opened.cutOff();
    throw error;
  }
}

/**
 * What a server says unasked, such as that it waits no longer, does not bear the number that is expected next. The driver would print
 * that as a warning, and then take the packet all the same.
 */
function takeUnasked(connection: StreamConnection): void {
  const handle = connection.handlePacket.bind(connection);
  connection.handlePacket = (packet) => {
    if (packet !== undefined) connection.sequenceId = packet.sequenceId;
    handle(packet);
  };
}

function endable(connection: StreamConnection, socket: Socket): OpenedConnection {
  const driver = connection.promise();
  const cutOff = (): void => {
    // A socket that is being ended in order cannot be reset any more.
    if (connection.stream === socket && !socket.writableEnded) socket.resetAndDestroy();
    connection.stream.destroy();
    socket.destroy();
    // This alone would send what is left, and then wait for the other end.
    connection.destroy();
  };
  return {
    driver,
    callbackDriver: connection,
    cutOff,
    async end() {
      const timer = setTimeout(cutOff, endTimeoutMs).unref();
      const closed = new Promise<void>((resolve) => {
        connection.stream.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      await Promise.race([driver.end().catch(cutOff), closed]);
    },
  };
}

function driverOptions(target: Target): ConnectionOptions {
  return {
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password,
    database: target.database,
    charset: 'utf8mb4',
    connectTimeout: patience().connectMs,
    dateStrings: true,
    supportBigNumbers: true,
    jsonStrings: true,
    flags: ['-FOUND_ROWS', '-IGNORE_SPACE'],
    // The driver would note the stack of every statement sent: 6 % of our processor time among writers (measured).
    trace: false,
    // No statement is prepared. The driver would keep room for 16,000 of them in every connection.
    maxPreparedStatements: 1,
  };
}
