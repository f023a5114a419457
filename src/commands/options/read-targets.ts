import { parseTarget, type Target } from '../../mysql/target.ts';
import { GhostshipError } from '../../support/errors.ts';
import { options } from './options.ts';
import type { Complaint, RawValues } from './parse-values.ts';

export interface Targets {
  readonly target: Target | null;
  readonly replica: Target | null;
  readonly lagReplicas: readonly Target[];
}

/** The databases the options point to. The password serves the target, and every replica whose URL has none; so does `ssl-ca`. */
export function readTargets(raw: RawValues): { readonly targets: Targets; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const password = raw.password ?? null;
  const read = (option: Complaint['option'], url: string, winning: string | null): Target[] => {
    try {
      const target = parseTarget(url, winning, raw['ssl-ca'] ?? null);
      return [target.password === '' && password !== null ? { ...target, password } : target];
    } catch (error) {
      if (!(error instanceof GhostshipError)) throw error;
      complaints.push({ option, problem: `${error.message} ${error.hint}` });
      return [];
    }
  };
  const lagReplicas = options['lag-replicas'].schema.parse(raw['lag-replicas'] ?? '');
  const [found = null] = raw.target === undefined ? [] : read('target', raw.target, password);
  const accepted = options.allow.schema.safeParse(raw.allow ?? '').data ?? [];
  const target = found !== null && accepted.includes('one-writer') ? { ...found, isOnlyWriter: true } : found;
  const [replica = null] = raw.replica === undefined ? [] : read('replica', raw.replica, null);
  return {
    targets: { target, replica, lagReplicas: lagReplicas.flatMap((url) => read('lag-replicas', url, null)) },
    complaints,
  };
}
