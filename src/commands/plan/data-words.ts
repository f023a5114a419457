import type { DataTask } from '../statements/task.ts';

/* What a plan says of a statement that changes rows. */

/** Where it may take the value for a constant, the server would call it to plan the statement. */
export function notCalled(calls: readonly string[]): string {
  return calls.length === 0 ? '' : ` A plan does not call ${calls.join(', ')}, so what that gives is not known.`;
}

export function takesAll({ verb, table }: DataTask): string {
  const what =
    verb === 'DELETE'
      ? `deletes every row of ${table.name}, and there is no way back`
      : `changes every row of ${table.name}`;
  return `The statement has no WHERE: it ${what}.`;
}

export function formatted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
