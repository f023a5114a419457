import type { Values } from '../commands/options/parse-values.ts';

/**
 * What tells the pages of one job from those of others on the same commit: the environment, and the namespace of its files. It stands
 * in names of check runs and in marks of a comment. `null` where neither is set.
 */
export function targetName({ environment, namespace }: Pick<Values, 'environment' | 'namespace'>): string | null {
  // A mark ends at a blank.
  const files = namespace.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
  if (files === '') return environment;
  return environment === null ? files : `${environment}/${files}`;
}
