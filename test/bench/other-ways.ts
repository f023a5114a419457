import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runMeasured } from './measured-process.ts';
import { tableName } from './table.ts';
import type { Place, Way } from './way.ts';

/** The server's own ways; both take the table away from its writers for a moment at least, COPY all the time. */
export const serverWays: readonly Way[] = [
  serverWay('COPY', 'FORCE, ALGORITHM=COPY'),
  serverWay('INPLACE', 'FORCE, ALGORITHM=INPLACE'),
];

/** The tools that are installed here, with their own defaults but for what a server without replicas needs. */
export function installedTools(): Way[] {
  return tools.filter(({ name }) => isOnPath(name));
}

const tools: readonly Way[] = [
  tool('pt-online-schema-change', ({ server, database }) => [
    '--execute',
    '--alter=ENGINE=InnoDB',
    '--recursion-method=none',
    '--no-version-check',
    `h=${server.host},P=${server.port},u=${server.user},p=${server.password},D=${database.name},t=${tableName}`,
  ]),
  tool('gh-ost', ({ server, database }) => [
    '--execute',
    '--alter=ENGINE=InnoDB',
    '--allow-on-master',
    '--initially-drop-ghost-table',
    '--ok-to-drop-table',
    `--host=${server.host}`,
    `--port=${server.port}`,
    `--user=${server.user}`,
    `--password=${server.password}`,
    `--database=${database.name}`,
    `--table=${tableName}`,
  ]),
  tool('spirit', ({ server, database }) => [
    'migrate',
    `--host=${server.host}:${server.port}`,
    `--username=${server.user}`,
    `--password=${server.password}`,
    `--database=${database.name}`,
    `--statement=ALTER TABLE ${tableName} ENGINE=InnoDB`,
  ]),
];

function serverWay(name: string, alteration: string): Way {
  return {
    name,
    async rebuild({ database }) {
      await database.query(`ALTER TABLE ${tableName} ${alteration}`);
      return { program: null, ghostship: null };
    },
  };
}

function tool(name: string, argumentsFor: (place: Place) => readonly string[]): Way {
  return {
    name,
    async rebuild(place) {
      return { program: await runMeasured([name, ...argumentsFor(place)]), ghostship: null };
    },
  };
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
