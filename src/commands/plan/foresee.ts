import { misfits } from '../../engine/probes/misfits.ts';
import { type ErrorCode, GhostshipError } from '../../support/errors.ts';
import type { Refused } from '../ledger/applied.ts';
import { forbidden } from '../lint/lint-pending.ts';
import type { Settings } from '../options/settings.ts';
import type { FileStatement } from '../statements/file-statement.ts';
import type { PlanOnce } from './plan-once.ts';
import type { PlannedStatement } from './planned-statement.ts';

/**
 * What a plan of the run says now against its statements: nothing of the run may be started then. Each was tried on what those
 * before it leave, and rows were looked at. A run of one statement looks itself before it starts, unless it makes a table.
 *
 * @returns none where there is no plan
 */
export function foresee(planNow: PlanOnce, { replica }: Pick<Settings, 'replica'>) {
  return async (pending: readonly FileStatement[], signal: AbortSignal): Promise<Refused[]> => {
    if (pending.length < 2 && pending[0]?.task?.kind !== 'create') return [];
    const report = await planNow(signal);
    if (report.problem !== null) return [];
    const refused: Refused[] = [];
    for (const [index, statement] of pending.entries()) {
      const planned = report.statements.find((one) => isSame(one, statement));
      // Where there is a test replica, the plan of the pull request has tried it there.
      if (planned?.kind === 'refused' && planned.untried === true && replica !== null) continue;
      if (planned?.kind === 'refused') {
        // The engine says itself why it does not begin the first one. Behind what may pass, nothing is known of the others.
        if (planned.untried !== true && (index === 0 || !lasting.includes(planned.error.code))) break;
        const { code, message, hint } = planned.error;
        refused.push({ statement, error: new GhostshipError(code, message, { hint }) });
        continue;
      }
      const error = (planned === undefined ? null : misfitsOf(planned)) ?? forbidden(statement, pending, report);
      if (error !== null) refused.push({ statement, error });
    }
    return refused;
  };
}

/** What holds of a statement whenever it is asked. All else the run itself finds out. */
const lasting: readonly ErrorCode[] = [
  'missing-privileges',
  'unsupported-statement',
  'unsupported-table',
  'unknown-table',
  'invalid-statement',
  'statement-not-allowed',
  'no-migration-key',
  'binlog-not-usable',
  'leftover-tables',
  'duplicate-rows',
  'data-does-not-fit',
];

function isSame(planned: PlannedStatement, { file, line, text }: FileStatement): boolean {
  return planned.file === file && planned.line === line && planned.statement === text;
}

function misfitsOf(planned: PlannedStatement): GhostshipError | null {
  return planned.kind === 'planned' ? misfits(planned.table, planned.hazards) : null;
}
