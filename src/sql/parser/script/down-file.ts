/** What the name of a file says of it: that it is not to be run with the others, or that nobody can tell. */
export type NameVerdict =
  | { readonly kind: 'not-run'; readonly convention: string }
  | { readonly kind: 'unclear' }
  | null;

/** @param path with `/` between its parts */
export function judgeName(path: string): NameVerdict {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const convention = conventions.find(({ pattern }) => pattern.test(name))?.convention;
  if (convention !== undefined) return { kind: 'not-run', convention };
  const isForward = /^(?:V\d[\d._]*|R)__/u.test(name);
  return (unclearName.test(name) && !isForward) || unclearFolder.test(path) ? { kind: 'unclear' } : null;
}

const conventions: readonly { readonly pattern: RegExp; readonly convention: string }[] = [
  { pattern: /\.down\.sql$/iu, convention: 'golang-migrate names what undoes a migration .down.sql' },
  { pattern: /^down\.sql$/iu, convention: 'Diesel names what undoes a migration down.sql' },
  { pattern: /^\d+-.*-down\.sql$/iu, convention: 'db-migrate names what undoes a migration -down.sql' },
  { pattern: /\.undo\.sql$|\.undo\..*\.sql$/iu, convention: 'Postgrator names what undoes a migration .undo.sql' },
  { pattern: /^U\d[\d._]*__.*\.sql$/u, convention: 'Flyway names what undoes a migration U, its version and __' },
  {
    pattern: /^B\d[\d._]*__.*\.sql$/u,
    convention: 'Flyway runs a baseline migration, named B, its version and __, only where there are no tables yet',
  },
  {
    pattern:
      /^(?:(?:before|after)(?:Each)?(?:Migrate|Undo)(?:Applied|Statement)?(?:Error)?|(?:before|after)(?:Baseline|Clean|Connect|CreateSchema|Deploy|Info|Repair|Repeatables|Validate|Versioned)(?:Error)?|createSchema)(?:__.*)?\.sql$/u,
    convention: 'Flyway runs its callbacks with each of its own runs: they are no migrations',
  },
];

const unclearName = /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$/iu;
const unclearFolder = /(?:^|\/)(?:downs?|undo|rollbacks?|revert)\//iu;
