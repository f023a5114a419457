import { r as __name } from "../rolldown-runtime.js";
import { r as sleep, t as nowMs } from "../support/clock.js";
import { t as GhostshipError } from "../support/errors.js";
import { a as isRevert } from "../commands/migrate/run-outcome.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { r as labelOf } from "../commands/statements/file-statement.js";
import { t as _usingCtx } from "../usingCtx.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { t as connect } from "../mysql/session.js";
import { a as readCommandWord, i as inTerminal, n as commandWords } from "../support/command-words.js";
import { n as cleanup } from "./cleanup-text.js";
import { n as commandNames, o as notAPercentage, s as parsePercent, t as answerForLater } from "../engine/run/command.js";
import { i as leaveFor, n as findMigrations, r as giveTo } from "../engine/run/control.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as databasesOf } from "../commands/ledger/places.js";
import { n as refuseOtherEnvironment } from "../commands/ledger/ledger-environment.js";
import { a as refuseTakenFromRevert } from "../engine/resume/describe-way-back.js";

// src/commands/control/too-late.ts
/**
* What is said of a migration that was over before it could answer.
*
* @param state `null` where the ledger does not know its end
* @throws GhostshipError `no-running-migration` for an abort after the swap: what it was to prevent has happened
*/
function tellTooLate(command, label, state) {
	if (command === "abort" && (state === "completed" || state === "reverted")) throw new GhostshipError("no-running-migration", `The abort came too late: the migration of ${label} is ${state}.`, {
		hint: "Look with `ghostship status` what it came to, and whether the table as it was is kept.",
		tableState: "changed"
	});
	return state === null ? "It ended before it could answer." : `It ended before it could answer: ${state}.`;
}

// src/commands/control/control.ts
/**
* Tells a running migration what to do, wherever it runs.
*
* @throws GhostshipError `no-running-migration`, `no-answer`; `usage` where several are running and none is named, and where the
* migration refuses the command
*/
async function control(command, settings, signal) {
	signal.throwIfAborted();
	await refuseOtherEnvironment(requireTarget(settings), settings.values.environment);
	const { databases, found } = await find(command.table, settings);
	const running = found.filter(({ migration }) => migration.alive);
	const [only, ...others] = running;
	if (only === void 0) {
		const [left, ...more] = found.filter(({ migration }) => !migration.swapped);
		const swapped = found.find(({ migration }) => migration.swapped);
		if (left === void 0) throw swapped === void 0 ? noneRunning(command.table, databases) : isSwapped(swapped);
		if (more.length > 0) throw severalOf("wait to be resumed", [left, ...more]);
		if (command.command === "abort") return await endForGood(left, settings, signal);
		const { outcome, text } = answerForLater({
			...command,
			kind: command.command
		}, left.migration.orders);
		if (outcome === "refused") throw refusedBy(left.label, text);
		await leaveFor(left, command, requireTarget(settings));
		return {
			...left.migration,
			table: left.label,
			answer: {
				outcome,
				text
			}
		};
	}
	if (others.length > 0) throw severalOf("are running", running);
	const target = requireTarget(settings);
	const answer = await giveTo(only, command, target, signal);
	const told = {
		...only.migration,
		table: only.label
	};
	if (answer === null) {
		const text = tellTooLate(command.command, only.label, await howItEnded(only, new Ledger(target), signal));
		return {
			...told,
			answer: {
				outcome: "ended",
				text
			}
		};
	}
	if (answer.outcome === "refused") throw refusedBy(only.label, answer.text);
	return {
		...told,
		answer: {
			outcome: answer.outcome,
			text: answer.text
		}
	};
}
/**
* Nobody works on it: it has yielded, or its process is gone.
*
* @throws GhostshipError `leftover-tables` where it is a revert that cannot be ended
*/
async function endForGood({ original, migration, label }, settings, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await connect(requireTarget(settings), "looking for the name"));
		await refuseTakenFromRevert(session, original);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
	const { dropped, finished, carriedOut } = await cleanup(label, settings, signal, {
		dryRun: false,
		takesOver: true,
		olderThanMs: 0
	});
	if ([...finished, ...carriedOut].length > 0) return {
		...migration,
		table: label,
		answer: {
			outcome: "ended",
			text: tellTooLate("abort", label, "completed")
		}
	};
	const text = dropped.length === 0 ? "There was nothing to remove." : `What it had copied is removed, and ${label} is as it was.`;
	return {
		...migration,
		table: label,
		answer: {
			outcome: "done",
			text: `Nobody was working on it. ${text}`
		}
	};
}
/**
* The ledger has the end of a migration a moment after its tables are gone.
*
* @returns `null` where it does not have it
*/
async function howItEnded({ migration: { migrationId } }, ledger, signal) {
	for (const until = nowMs() + endWithinMs;;) {
		const state = await ledger.endOf(migrationId);
		if (state !== null || nowMs() > until) return state;
		await sleep(lookEveryMs, signal);
	}
}
const endWithinMs = 3e3;
const lookEveryMs = 200;
/** Names are compared as the server compares them. */
async function find(table, settings) {
	try {
		var _usingCtx3 = _usingCtx();
		const given = requireTarget(settings);
		const session = _usingCtx3.a(await connect(given, "reading the status"));
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const databases = databasesOf(target, settings, await new Ledger(target).labels(session));
		return {
			databases,
			found: (await findMigrations(session, databases)).map((one) => {
				return {
					...one,
					label: labelOf(one.original.schema, one.original.name, target.database)
				};
			}).filter(({ label }) => table === null || nameCase.same(label, table))
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function refusedBy(label, text) {
	return new GhostshipError("usage", `The migration of ${label} refuses the command. ${text}`, { hint: "Look with `ghostship status` what it is doing." });
}
function noneRunning(table, databases) {
	const what = `No migration${table === null ? "" : ` of ${table}`} is running in ${databases.join(", ")}.`;
	return new GhostshipError("no-running-migration", what, { hint: "Look with `ghostship status`; it may have ended already." });
}
function isSwapped({ label }) {
	return new GhostshipError("no-running-migration", `It is too late: the tables of ${label} are swapped, and the run has died before it could say so.`, {
		hint: "The next run finishes what is left, and so does `ghostship cleanup`.",
		tableState: "changed"
	});
}
function severalOf(what, migrations) {
	const labels = migrations.map(({ label }) => label).join(", ");
	return new GhostshipError("usage", `${migrations.length} migrations ${what}: ${labels}.`, { hint: "Name one with --table." });
}

// src/commands/control/control-command.ts
/** The commands, as a hint lists them. */
const whatToWrite = "status, cutover, pause, resume, abort, revert or throttle with a percentage";
/**
* Reads `cutover`, `pause users` or `throttle 50 users`.
*
* @throws GhostshipError `usage` with what to write
*/
function parseControlCommand(text) {
	const [command = "", ...words] = commandWords(text);
	const known = commandNames.find((name) => name === command);
	if (known === void 0) throw notACommand(text);
	if (known !== "throttle") return {
		command: known,
		argument: null,
		table: onlyTable(words, text)
	};
	const [percent = "", ...rest] = words;
	return {
		command: known,
		argument: readPercent(percent),
		table: onlyTable(rest, text)
	};
}
/** The migration says who has ended it. */
function signedBy(command, who) {
	return command.command === "abort" && who ? {
		...command,
		argument: who
	} : command;
}
function readPercent(word) {
	const percent = parsePercent(word);
	if (percent !== null) return String(percent);
	throw new GhostshipError("usage", `throttle: "${word}" is ${notAPercentage}.`, { hint: "Write throttle 50 and the copy rests half of the time." });
}
/**
* The table that stands behind a command.
*
* @throws GhostshipError `usage` for more than one word
*/
function onlyTable(words, text) {
	const [table, ...more] = words;
	if (more.length > 0) throw notACommand(text);
	return table === void 0 ? null : readCommandWord(table);
}
function notACommand(text) {
	return new GhostshipError("usage", `"${text.trim()}" is not a command.`, { hint: `Write ${whatToWrite}, and behind it the table if more than one migration is running.` });
}

// src/report/answer-text.ts
/** What a migration was told and what it answered; two sentences or more. */
function answerText(told, command) {
	return `The migration of ${told.table} was told: ${command}. ${saidTo(told)}`;
}
/** No file has the statement of a revert, so no run of the files goes on with it. */
function saidTo({ table, answer, alive, statement }) {
	return answer.outcome === "kept" && !alive && isRevert({ statement }) ? `Nobody is working on it. ${inTerminal("revert", table)} goes on with it, and obeys then.` : answer.text;
}

export { signedBy as a, parseControlCommand as i, saidTo as n, whatToWrite as o, onlyTable as r, control as s, answerText as t };