import type { Diagnosis, ExaminedServer } from '../commands/doctor/doctor.ts';
import { formatNumberOf } from './quantity.ts';

/** Server by server: how it was reached, what is right, and what is in the way with what helps. */
export function doctorText({ servers }: Diagnosis): string {
  const wrong = servers.flatMap(({ checks }) => checks).filter(({ error }) => error !== null).length;
  const sum =
    wrong === 0
      ? 'Nothing is in the way.'
      : `${formatNumberOf(wrong, 'thing')} ${wrong === 1 ? 'is' : 'are'} in the way.`;
  return [...servers.flatMap(serverLines), sum].join('\n');
}

function serverLines({ role, place, reached, checks, notes }: ExaminedServer): string[] {
  const how =
    reached === null ? 'not reached' : `${products[reached.flavor]} ${reached.version}, ${ways[reached.transport]}`;
  return [
    `${role} ${place}: ${how}`,
    ...checks.flatMap(({ what, error }) =>
      error === null
        ? [`  ✓ ${what}`]
        : [`  ✗ ${indent(error.message)} [${error.code}]`, `    What to do: ${indent(error.hint)}`],
    ),
    ...notes.map((note) => `  note: ${note}`),
  ];
}

const products = { mysql: 'MySQL', mariadb: 'MariaDB' } as const;
const ways = {
  clear: 'in clear',
  tls: 'by TLS',
  'verified-tls': 'by TLS, and an authority vouches for it',
} as const;

function indent(text: string): string {
  return text.replaceAll('\n', '\n      ');
}
