import type { RuleDescription } from './rule.ts';

/** `docs/rules.md`, which a test holds to what the rules say of themselves. */
export function rulesPage(rules: readonly RuleDescription[]): string {
  const sorted = rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return `${[introduction, table(sorted), ...sorted.map(section)].join('\n\n')}\n`;
}

const introduction = `# Lint rules

Each finding names its rule. A rule can be given another severity, or be turned \`off\`, in \`.github/ghostship.yml\`.

A finding that is right but accepted is silenced by a comment with a reason, which reviewers get to see:

\`\`\`sql
-- lint:ignore drop-column, rename-column -- about the statement that follows
ALTER TABLE users DROP COLUMN nickname, RENAME COLUMN name TO full_name;

ALTER TABLE orders
  DROP COLUMN note, -- lint:ignore drop-column -- about the clauses on this line
  -- lint:ignore drop-column -- about the next clause
  DROP COLUMN memo;
\`\`\`

\`-- lint:ignore-file drop-column -- …\` before the first statement is about the whole file.

A rule that is about rows that may not fit says nothing of a table that the same run makes, as long as no statement has put rows into it.`;

/** Where a rule looks, as the page and the findings call it. */
const sources = {
  text: 'text: it reads the file alone',
  definition: 'definition: it must know the table, from a database or from a file of `schema`',
  data: 'data: it must ask a database about the rows',
} as const;

function table(rules: readonly RuleDescription[]): string {
  const rows = rules.map(({ id, severity, needs, flags, suppressible }) => {
    return `| [\`${id}\`](#${id}) | ${severity}${suppressible ? '' : ', cannot be silenced'} | ${needs} | ${flags.replaceAll('|', '\\|')} |`;
  });
  return ['| rule | severity | source | flags |', '|---|---|---|---|', ...rows].join('\n');
}

/** One rule as its section of the page. */
export function section(rule: RuleDescription): string {
  const table = rule.example.table === undefined ? [] : ['-- the table', `${rule.example.table};`, ''];
  return `## ${rule.id}

${rule.flags} Severity: ${rule.severity}${rule.suppressible ? '' : ', cannot be silenced'}. Source: ${sources[rule.needs]}.

**Bad:**

\`\`\`sql
${[...table, rule.example.flagged].join('\n')}
\`\`\`

**Why:** ${rule.why}

**Instead:** ${rule.instead}

\`\`\`sql
${rule.example.fine}
\`\`\`

**When to ignore:** ${rule.ignoreWhen}`;
}
