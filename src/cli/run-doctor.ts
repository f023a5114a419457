import { diagnose } from '../commands/doctor/doctor.ts';
import { exitCodes } from '../commands/migrate/exit-code.ts';
import { doctorText } from '../report/doctor-text.ts';
import { type Run, settingsOf } from './invocation.ts';
import { writeOut } from './write.ts';

export const runDoctor: Run = async (invocation, signal) => {
  const diagnosis = await diagnose(await settingsOf(invocation), signal);
  writeOut(doctorText(diagnosis));
  return { json: diagnosis, exitCode: diagnosis.isRight ? exitCodes.done : exitCodes.failed };
};
