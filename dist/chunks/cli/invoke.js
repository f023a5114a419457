import { r as __name } from "../rolldown-runtime.js";
import { t as listenForInterruption } from "../commands/interruption.js";
import { c as runOutcome, l as toGhostshipError, t as describeError } from "../commands/migrate/run-outcome.js";
import { n as exitCodeOfError, r as exitCodes } from "../commands/migrate/exit-code.js";
import { t as errorText } from "../report/outcome-text.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../support/errors.js";
import { a as writeJsonOut, i as writeError, t as sendTextsTo } from "./write.js";
import { t as _usingCtx } from "../usingCtx.js";
import { writeFile } from "node:fs/promises";

// src/cli/invoke.ts
/** Runs a command, writes what came of it where it was asked for, and tells a person what went wrong. */
async function invoke(run, invocation) {
	try {
		var _usingCtx$1 = _usingCtx();
		const startedAt = /* @__PURE__ */ new Date();
		const interruption = _usingCtx$1.u(listenForInterruption((signal) => {
			writeError(`${signal}: stopping. Locks are given back first. What a migration has noted as copied is kept for its next run. Once more ends at once.`);
		}, endAtOnce));
		try {
			sendTextsTo(invocation.json === "-" ? "stderr" : "stdout");
			if (invocation.json !== "-") await writeJson(invocation.json, {
				state: "queued",
				startedAt: startedAt.toISOString()
			});
			const finished = await run(invocation, interruption.signal);
			await writeJson(invocation.json, finished.json);
			return finished.exitCode;
		} catch (error) {
			const known = toGhostshipError(error);
			const described = describeError(known);
			writeError(errorText(described, null));
			if (process.env.GHOSTSHIP_DEBUG !== void 0) writeError(debugText(error));
			await writeJson(invocation.json, runOutcome(startedAt, [], error)).catch(() => void 0);
			return known.tableState === "unchanged" ? exitCodeOfError(described) : exitCodes.mustLook;
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/** Nothing is asked of the server any more, so nobody knows what became of a table. */
function endAtOnce(signal) {
	writeError(`${signal}: ended at once. Look with \`ghostship status\` what became of the table.`);
	process.exit(exitCodes.mustLook);
}
/**
* The file is written once before any work starts. A path that cannot be written is found then, and not after hours.
*
* @throws GhostshipError `usage`
*/
async function writeJson(path, value) {
	if (path === null) return;
	if (path === "-") return writeJsonOut(JSON.stringify(value, null, 2));
	try {
		await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
	} catch (error) {
		throw new GhostshipError("usage", `The outcome cannot be written: ${sentence(messageOf(error))}`, {
			hint: "Give --json a path in a folder that exists and may be written to.",
			cause: error
		});
	}
}
function debugText(error) {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause === void 0 ? "" : `\ncaused by ${debugText(error.cause)}`;
	return `${error.stack ?? error.message}${cause}`;
}

export { invoke };