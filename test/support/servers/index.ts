export { casesFor } from './cases-for.ts';
export type { RunningServer, ServerAddress } from './running-server.ts';
export type { ServerOptions } from './server-flags.ts';
export { type Flavor, releaseOf, type ServerName, serverNames } from './server-name.ts';
export { catchUp, follow, startReplica } from './start-replica.ts';
export { type StartOptions, startServer } from './start-server.ts';
export { createDatabase, query, type Row, type TestDatabase } from './test-database.ts';
export { type TestServer, testServers } from './test-servers.ts';
