import { parse } from 'yaml';

export interface DispatchInput {
  readonly isRequired: boolean;
  readonly byDefault: unknown;
}

/** The inputs a workflow can be dispatched with; `null` when it cannot be dispatched at all. */
export function dispatchInputs(workflow: string): ReadonlyMap<string, DispatchInput> | null {
  // A plain `on` is text, a list or a mapping.
  const { on } = record(parse(workflow));
  if (on === 'workflow_dispatch' || (Array.isArray(on) && on.includes('workflow_dispatch'))) return new Map();
  const triggers = record(on);
  if (!('workflow_dispatch' in triggers)) return null;
  const inputs = Object.entries(record(record(triggers.workflow_dispatch).inputs));
  return new Map(
    inputs.map(([name, input]) => [
      name,
      { isRequired: record(input).required === true, byDefault: record(input).default ?? null },
    ]),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
