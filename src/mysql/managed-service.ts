import type { ServerFacts } from './server-facts.ts';

type Service = 'Aurora' | 'RDS' | 'Cloud SQL' | 'Azure';

/** `null` for a server that nobody manages, and for a service that cannot be told from one. */
export function managedService({ version, versionComment, variables }: ServerFacts): Service | null {
  if (variables.aurora_version !== undefined) return 'Aurora';
  if (variables.basedir?.startsWith('/rdsdbbin/') === true) return 'RDS';
  if (/google/iu.test(`${version} ${versionComment}`)) return 'Cloud SQL';
  return /azure/iu.test(version) ? 'Azure' : null;
}

/** How a person changes a global variable there: most services forbid SET GLOBAL. */
export function adviceToSet(facts: ServerFacts, variable: string, value: string): string {
  switch (managedService(facts)) {
    case 'Aurora':
      return `Set ${variable} to ${value} in the DB cluster parameter group, and restart where it asks for that.`;
    case 'RDS':
      return `Set ${variable} to ${value} in the DB parameter group.`;
    case 'Cloud SQL':
      return `Set the database flag ${variable} to ${value}.`;
    case 'Azure':
      return `Set the server parameter ${variable} to ${value}.`;
    case null:
      return `SET GLOBAL ${variable} = ${value} (where somebody manages the server for you: in the parameter group, as a flag or as a server parameter).`;
  }
}
