import { randomUUID } from 'node:crypto';
import type { MigrateOptions, MigrateRequest } from '../../../src/engine/request.ts';
import type { ServerAddress, TestDatabase } from '../../support/servers/index.ts';
import type { WireTap } from './wire-tap.ts';

/** What is different from the usual migration. */
export interface Change {
  readonly alter: string;
  readonly options: Partial<MigrateOptions>;
  /** Who migrates; the password is the account's own. */
  readonly user: string;
}

const usualAlter = 'ALTER TABLE t MODIFY n BIGINT, ADD COLUMN added INT NOT NULL DEFAULT 7';

const usualOptions: MigrateOptions = {
  cutover: 'auto',
  retired: 'drop',
  verify: 'full',
  workers: 'auto',
  indexes: 'auto',
  algorithm: 'copy',
  lockBudgetMs: 3_000,
  killBlockers: 'none',
  gate: 'hold',
  maxRuntimeMs: 120_000,
  maxLagMs: 1_500,
  maxLoad: [],
  criticalLoad: [],
  lagReplicas: [],
  triggers: 'refuse',
  foreignKeys: 'refuse',
  allow: [],
};

export interface Place {
  readonly server: ServerAddress;
  readonly database: TestDatabase;
  readonly tap: WireTap;
}

/** A migration of `t`, through the tap. */
export function requestFor({ server, database, tap }: Place, change: Partial<Change>): MigrateRequest {
  return requestThrough(tap.port, server, database, change);
}

/** A migration of `t`, through whatever listens on that port of this machine. */
export function requestThrough(
  port: number,
  server: ServerAddress,
  database: TestDatabase,
  change: Partial<Change> = {},
): MigrateRequest {
  const { alter = usualAlter, options = {}, user = server.user } = change;
  return {
    target: {
      host: '127.0.0.1',
      port,
      user,
      password: server.password,
      database: database.name,
      sslMode: 'disabled',
    },
    file: null,
    statement: alter,
    migrationId: randomUUID(),
    options: { ...usualOptions, ...options },
  };
}
