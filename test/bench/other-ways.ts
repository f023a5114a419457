import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runMeasured } from './measured-process.ts';
import { fetchOnlineSchemaChange, type Tool } from './percona-toolkit.ts';
import { tableName } from './table.ts';
import type { Place, Way } from './way.ts';

/** The server's own ways; both take the table away from its writers for a moment at least, COPY all the time. */
export const serverWays: readonly Way[] = [
  serverWay('COPY', 'FORCE, ALGORITHM=COPY'),
  serverWay('INPLACE', 'FORCE, ALGORITHM=INPLACE'),
];

/** The tools there are, with their own defaults but for what a server without replicas needs. */
export async function otherTools(): Promise<Way[]> {
  const schemaChange = isOnPath('pt-online-schema-change')
    ? onPath('pt-online-schema-change')
    : await fetchOnlineSchemaChange();
  return [
    ...(schemaChange === null ? [] : [toolWay('pt-online-schema-change', schemaChange, schemaChangeArguments)]),
    ...(isOnPath('gh-ost') ? [toolWay('gh-ost', onPath('gh-ost'), ghostArguments)] : []),
    ...(isOnPath('spirit') ? [toolWay('spirit', onPath('spirit'), spiritArguments)] : []),
  ];
}

type Arguments = (place: Place) => readonly string[];

const schemaChangeArguments: Arguments = ({ server, database }) => [
  '--execute',
  '--alter=ENGINE=InnoDB',
  '--recursion-method=none',
  '--no-version-check',
  `h=${server.host},P=${server.port},u=${server.user},p=${server.password},D=${database.name},t=${tableName}`,
];

const ghostArguments: Arguments = ({ server, database }) => [
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
];

const spiritArguments: Arguments = ({ server, database }) => [
  'migrate',
  `--host=${server.host}:${server.port}`,
  `--username=${server.user}`,
  `--password=${server.password}`,
  `--database=${database.name}`,
  `--statement=ALTER TABLE ${tableName} ENGINE=InnoDB`,
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

function toolWay(name: string, { command, env }: Tool, argumentsFor: Arguments): Way {
  return {
    name,
    async rebuild(place) {
      return { program: await runMeasured([...command, ...argumentsFor(place)], env), ghostship: null };
    },
  };
}

function onPath(program: string): Tool {
  return { command: [program], env: {} };
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
