import { n as exitCodeOfError } from "./exit-code.js";
import { t as listenForInterruption } from "./interruption.js";
import { a as toGhostshipError, i as runOutcome, t as describeError } from "./run-outcome.js";
import { t as errorText } from "./outcome-text.js";
import { t as GhostshipError } from "./errors.js";
import { t as _usingCtx } from "./usingCtx.js";
import { writeFile } from "node:fs/promises";
// src/cli/invoke.ts
/** Runs a command, writes what came of it where it was asked for, and tells a person what went wrong. */
async function invoke(run, invocation) {
	try {
		var _usingCtx$1 = _usingCtx();
		let startedAt = /* @__PURE__ */ new Date(), interruption = _usingCtx$1.u(listenForInterruption((signal) => {
			process.stderr.write(`${signal}: stopping. Locks are given back and tables tidied up first.\n`);
		}));
		try {
			await writeJson(invocation.json, {
				state: "queued",
				startedAt: startedAt.toISOString()
			});
			let finished = await run(invocation, interruption.signal);
			return await writeJson(invocation.json, finished.json), finished.exitCode;
		} catch (error) {
			let described = describeError(toGhostshipError(error));
			return process.stderr.write(`${errorText(described, null)}\n`), process.env.GHOSTSHIP_DEBUG !== void 0 && process.stderr.write(`${debugText(error)}\n`), await writeJson(invocation.json, runOutcome(startedAt, [], error)).catch(() => void 0), exitCodeOfError(described);
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/**
* Written once before anything is done: an outcome that finds no place on disk after hours would be lost.
*
* @throws GhostshipError `usage`
*/
async function writeJson(path, value) {
	if (path !== null) try {
		await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
	} catch (error) {
		throw new GhostshipError("usage", `The outcome cannot be written: ${error instanceof Error ? error.message : String(error)}.`, {
			hint: "Give --json a path in a folder that exists and may be written to.",
			cause: error
		});
	}
}
function debugText(error) {
	if (!(error instanceof Error)) return String(error);
	let cause = error.cause === void 0 ? "" : `\ncaused by ${debugText(error.cause)}`;
	return `${error.stack ?? error.message}${cause}`;
}
export { invoke };
