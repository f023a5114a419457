import { didYouMean } from '../support/nearest.ts';
import { code } from './names.ts';
import type { Problem, RuleDescription } from './rule.ts';
import type { Suppression } from './suppression.ts';

/** It has no check of its own. Whether a suppression is used is known only after all other rules have run. */
export const suppressionInvalid: RuleDescription = {
  id: 'suppression-invalid',
  severity: 'warning',
  needs: 'text',
  suppressible: false,
  flags:
    'A `lint:ignore` that names no rule, gives no reason, or has nothing to silence; as an error one that names an unknown rule.',
  why: 'It looks as if somebody had accepted a danger, and nobody can tell which, or why.',
  instead: 'Write `-- lint:ignore rule-id -- the reason`, and remove it once it is of no use.',
  ignoreWhen: 'Never: correct the comment, or take it out.',
  example: {
    flagged: 'ALTER TABLE users ADD COLUMN a INT NULL; -- lint:ignore drop-column -- unused',
    fine: 'ALTER TABLE users ADD COLUMN a INT NULL;',
  },
};

/** What became of a rule that a suppression names. */
export type SuppressionUse = 'fine' | 'unused' | 'unknown-rule' | 'not-suppressible';

/** What is wrong with a suppression itself. */
export function invalidParts(
  suppression: Suppression,
  useOf: (rule: string) => SuppressionUse,
  known: readonly string[],
): readonly Problem[] {
  const { scope, rules, reason } = suppression;
  const problem = (title: string, message: string): Problem => ({ at: suppression, title, message });
  if (scope.kind === 'nothing')
    return [problem('Suppression is out of place', `This comment silences nothing: ${scope.because}.`)];
  if (rules.length === 0)
    return [problem('Suppression names no rule', 'This comment silences nothing: it names no rule.')];
  const problems = rules.flatMap((rule) => {
    const use = useOf(rule);
    const complaint = complaints[use];
    if (complaint === null) return [];
    if (use !== 'unknown-rule') return [problem(complaint.title, `${code(rule)} ${complaint.message}`)];
    const message = `${code(rule)} ${complaint.message}${didYouMean(rule, known)}`;
    return [{ ...problem(complaint.title, message), severity: 'error' as const }];
  });
  if (reason !== '') return problems;
  return [...problems, problem('Suppression gives no reason', 'Reviewers cannot see why this was accepted.')];
}

const complaints: Readonly<Record<SuppressionUse, { readonly title: string; readonly message: string } | null>> = {
  fine: null,
  unused: { title: 'Suppression is not needed', message: 'has found nothing here.' },
  'unknown-rule': { title: 'Suppression names an unknown rule', message: 'is not the name of a rule.' },
  'not-suppressible': { title: 'Rule cannot be silenced', message: 'cannot be silenced by a comment.' },
};
