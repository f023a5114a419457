import { selectServer, showVariable } from '../sql/inspect.ts';
import { type NameCase, nameCaseOf } from './name-case.ts';
import type { Flavor } from './product.ts';
import { readServerFacts, type ServerFacts } from './server-facts.ts';
import type { Session } from './session.ts';

export type { Flavor } from './product.ts';

/** What the server said about itself, once, at the start. */
export interface Server {
  readonly flavor: Flavor;
  readonly version: string;
  readonly sqlMode: string;
  /** `SYSTEM` resolved to the zone of the machine. */
  readonly timeZone: string;
  /** When it was asked, by its own clock, in seconds since 1970; it tells microseconds. */
  readonly askedAtSeconds: number;
  readonly binlogEnabled: boolean;
  readonly binlogFormat: string;
  readonly nameCase: NameCase;
  readonly maxAllowedPacketBytes: number;
  readonly facts: ServerFacts;
  /** A global variable's value, or `null` where this server does not have it. */
  variable(name: string): Promise<string | null>;
}

export async function askServer(session: Session): Promise<Server> {
  const [row] = await session.rows(selectServer);
  const facts = await readServerFacts(session);
  const timeZone = String(row?.time_zone);
  return {
    flavor: facts.flavor,
    version: facts.version,
    sqlMode: String(row?.sql_mode),
    timeZone: timeZone === 'SYSTEM' ? String(row?.system_time_zone) : timeZone,
    askedAtSeconds: Number(row?.now_seconds),
    binlogEnabled: Number(row?.log_bin) === 1,
    binlogFormat: String(row?.binlog_format),
    nameCase: nameCaseOf(Number(row?.lower_case)),
    maxAllowedPacketBytes: Number(row?.max_allowed_packet),
    facts,
    async variable(name) {
      const [found] = await session.rows(showVariable(name));
      return found === undefined ? null : String(found.Value);
    },
  };
}
