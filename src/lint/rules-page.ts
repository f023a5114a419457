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

\`-- lint:ignore-file drop-column -- …\` before the first statement is about the whole file.`;

const needs = { sql: 'the file', schema: 'the table definition', data: 'the rows' } as const;

function table(rules: readonly RuleDescription[]): string {
  const rows = rules.map(({ id, severity, flags, suppressible }) => {
    return `| [\`${id}\`](#${id}) | ${severity}${suppressible ? '' : ', cannot be silenced'} | ${flags.replaceAll('|', '\\|')} |`;
  });
  return ['| rule | severity | flags |', '|---|---|---|', ...rows].join('\n');
}

function section(rule: RuleDescription): string {
  return `## ${rule.id}

${rule.flags} Severity: ${rule.severity}. Needs: ${needs[rule.needs]}.

**Why:** ${rule.why}

**Instead:** ${rule.instead}

\`\`\`sql
-- flagged
${rule.example.flagged}

-- fine
${rule.example.fine}
\`\`\``;
}
