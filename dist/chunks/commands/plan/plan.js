import { r as __name } from "../../rolldown-runtime.js";
import { t as describeTarget } from "../../mysql/target.js";
import { t as groupBy } from "../../support/group-by.js";
import { l as toGhostshipError, t as describeError } from "../migrate/run-outcome.js";
import { r as partApplied } from "../ledger/applied.js";
import { s as withoutBaseline, t as assumeBaseline } from "../ledger/baseline.js";
import { n as notAllowed, r as followMoves, s as lintPending } from "../statements/refusal.js";
import { i as readSource, t as askMode } from "../../sql2.js";
import { r as askHome } from "../lint/written-differences.js";
import { t as version } from "../version.js";
import { t as NoStage } from "../../engine/plan/no-stage.js";
import { p as isReadOnlyRefusal } from "../../mysql/server-errors.js";
import { a as sentence, t as GhostshipError } from "../../support/errors.js";
import { t as engineOptions } from "../options/engine-options.js";
import { t as UnclearFile } from "../statements/file-statement.js";
import { t as tellLenient } from "../statements/tell-lenient.js";
import { n as PlannedRun, t as Staging } from "./staging.js";
import { s as withoutCounter } from "../../mysql/inspect-table.js";
import { t as digest } from "../../support/digest.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/plan/promise.ts
/** Of a pull request: what others have brought is not promised by it. */
function promisesOf(statements, settings) {
	return statements.flatMap((statement) => statement.kind === "planned" && statement.alsoPending !== true ? [promiseOf(statement, settings)] : []);
}
/** SHA-256 over all that a plan promises; `null` while a statement has no plan. */
function planDigest(statements, settings) {
	const own = statements.filter(({ kind, alsoPending }) => kind !== "applied" && alsoPending !== true);
	if (own.some(({ kind }) => kind !== "planned")) return null;
	return digest(JSON.stringify(promisesOf(own, settings)));
}
function promiseOf(planned, settings) {
	const { file, table, migrationKey } = planned;
	const before = withoutCounter(planned.before);
	const after = withoutCounter(planned.after);
	return {
		file,
		statement: digestOfText(planned.statement),
		table,
		ways: waysOf(planned.algorithm),
		key: migrationKey?.columns ?? null,
		options: optionsOf(file, table, settings),
		circumstances: (planned.circumstances ?? []).map(({ what, is }) => ({
			what,
			digest: short(digest(is)),
			is
		})),
		shape: short(digest(JSON.stringify([before, after]))),
		definitions: {
			before,
			after
		}
	};
}
/** Whatever the line endings. */
function digestOfText(text) {
	return short(digest(text.replaceAll("\r\n", "\n")));
}
/** A record has little room. Nobody gains by a collision: a plan that seems to be kept is what runs without any record. */
function short(hexadecimal) {
	return hexadecimal.slice(0, 16);
}
/** Whether a small table is altered in one piece, or a large one in place, hangs on how many rows there are. Both are the server's. */
function waysOf(algorithm) {
	return algorithm === "direct" ? ["direct", "inplace"] : [algorithm];
}
/** Those that decide what is done, and not how fast. */
function optionsOf(file, table, settings) {
	const values = settings.valuesFor(file, table);
	const { kind, forMs } = values.retired;
	return {
		retired: forMs === null ? kind : `${kind} ${forMs / 1e3}s`,
		triggers: values.triggers,
		"foreign-keys": values["foreign-keys"],
		cutover: values.cutover,
		algorithm: values.algorithm,
		verify: values.verify,
		allow: values.allow.toSorted().join(", ")
	};
}

// src/commands/ledger/first-run.ts
/** What a statement fails with whose outcome is there already: a table, a column or an index that exists, or is gone. */
const suspicious = ["invalid-statement", "unknown-table"];
/**
* A repository may be older than its ledger. Where the ledger knows no file, and the first statement of several files cannot be
* run, the hint names what notes files as applied.
*
* @param pending the files of the statements that are to be run
*/
function hintAtBaseline(error, pending, completed) {
	if (!(completed.length === 0 && new Set(pending).size > 1) || !suspicious.includes(error.code)) return error;
	const hint = `${error.hint} If these files were applied before Ghostship came, note that with \`ghostship baseline --through <path>\`, or name the last of them in the option baseline.`;
	return {
		...error,
		hint
	};
}

// src/commands/plan/find-split-of.ts
/** Whether a part of a planned statement would be instant by itself; `null` also where nothing can be tried. */
async function findSplitOf({ parsed }, plan, staging) {
	const isWorthTrying = plan.algorithm === "copy" && parsed.kind === "alter-table" && parsed.clauses.length > 1;
	if (staging === null || !isWorthTrying) return null;
	const stage = await staging.open().catch(() => null);
	if (stage === null || stage instanceof NoStage) return null;
	const { findSplit } = await import("../../engine/plan/find-split.js");
	return findSplit(stage, plan);
}

// src/commands/plan/plan-file.ts
/** The statements of one file, in its order. */
async function planFile({ path, statements, fault }, planning, signal) {
	if (fault !== null) return [{
		kind: "refused",
		file: path,
		line: fault instanceof UnclearFile ? fault.line : 1,
		statement: "",
		table: "",
		error: describeError(fault),
		unfit: "file"
	}];
	const { applied, changed } = partApplied(statements, planning.completed);
	const planned = [];
	const changes = new Map(changed.map(({ statement, error }) => [statement, error]));
	const finished = new Map(applied.map((statement) => [statement.ordinal, statement.applied]));
	for (const statement of statements) {
		const change = changes.get(statement) ?? null;
		const done = finished.get(statement.ordinal);
		if (change !== null) planned.push(refused(statement, change));
		else if (done !== void 0) {
			const { finished: at, isReverted, movedFrom, isUnwritten } = done;
			planned.push({
				kind: "applied",
				...plannedPlace(statement),
				finished: at,
				isReverted,
				...movedFrom === void 0 ? {} : { movedFrom },
				...isUnwritten === void 0 ? {} : { isUnwritten }
			});
		} else if (changed.length === 0) planned.push(await planPending(statement, planning, signal));
	}
	return planned;
}
async function planPending(statement, planning, signal) {
	const { task, complaint } = statement;
	const { database, staging, settings, run, rows } = planning;
	if (task === null) {
		run.failed(statement);
		return {
			kind: "refused",
			...plannedPlace(statement),
			error: complaint,
			unfit: "statement"
		};
	}
	const refusal = notAllowed(statement, settings, planning.home);
	if (refusal !== null) {
		if (task.kind !== "data") run.failed(statement);
		return refused(statement, refusal);
	}
	if (database === null || staging === null) return {
		kind: "unplanned",
		...plannedPlace(statement),
		why: null
	};
	const follows = run.follows(statement);
	const values = settings.valuesFor(statement.file, statement.table);
	try {
		const [{ planTask }, { refuseOnTarget }] = await Promise.all([import("./plan-task.entry.js"), import("./refuse-on-target.js")]);
		const dryRun = await staging.dryRun(values.allow);
		await refuseOnTarget(statement, task, dryRun, engineOptions(values, settings));
		const stage = run.needsStage(statement) ? await staging.open() : null;
		if (stage instanceof NoStage && (follows || task.kind === "create")) throw stage;
		const plan = await planTask(statement, task, {
			dryRun,
			settings,
			stage: stage instanceof NoStage ? null : stage,
			rows
		}, signal);
		const old = await dryRun.warnOfReplication();
		const note = run.failureBefore(statement);
		return {
			kind: "planned",
			...plan,
			warnings: [
				...old,
				...note === null ? [] : [note],
				...plan.warnings
			]
		};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof NoStage) return untried(statement, error, values.allow, database);
		const note = run.failureBefore(statement);
		const known = toGhostshipError(error);
		if (known.code !== "already-running") run.failed(statement);
		const { kind, error: told, ...place } = refused(statement, ofPlace(known, database));
		const said = tellLenient(told, statement);
		if (note === null) return {
			kind,
			...place,
			error: said
		};
		const message = `${sentence(said.message)} ${note}`;
		return {
			kind,
			...place,
			error: {
				...said,
				message
			}
		};
	} finally {
		run.passed(statement);
	}
}
/** A read-only target is the wrong server, and a read-only replica the right one for a user who may write there. */
function ofPlace(error, { replica }) {
	if (replica === null || !isReadOnlyRefusal(error)) return error;
	const { code, message, cause } = error;
	return new GhostshipError(code, message.replace("The server is", "The test replica is"), {
		hint: "A plan makes empty clones on the replica: grant its user CONNECTION_ADMIN (MySQL) or READ_ONLY ADMIN (MariaDB) there. Where super_read_only is ON nobody can write, and plans need another replica.",
		cause
	});
}
/** Whoever accepts that runs it all the same. */
const accepted = "untried-statement";
/** Statements are tried on the replica where there is one. */
function untried(statement, why, allow, { replica }) {
	const hint = replica === null ? why.hint : why.hint.replace("target URL", "replica URL");
	if (allow.includes(accepted)) return {
		kind: "unplanned",
		...plannedPlace(statement),
		why: `${why.message} ${hint}`
	};
	return {
		...refused(statement, new GhostshipError(why.code, why.message, {
			hint: `${hint} Or name ${accepted} in the option allow: then it is run without having been tried.`,
			cause: why
		})),
		untried: true
	};
}
function refused(statement, error) {
	return {
		kind: "refused",
		...plannedPlace(statement),
		error: describeError(error)
	};
}
function plannedPlace({ file, line, text, label }) {
	return {
		file,
		line,
		statement: text,
		table: label
	};
}

// src/commands/plan/plan.ts
/**
* Lints every statement that is not applied yet, and tries it on an empty clone of its table.
*
* @param after where the statements are those of a pull request: what else the merge will run is planned, too
* @param rows whether they are looked at: a run of one statement looks itself, before it starts
*/
async function plan(changed, settings, signal, after = null, rows = "look") {
	try {
		var _usingCtx$1 = _usingCtx();
		const { source, completed, ended: endedRuns, askable, problem, onlyChanged } = await readAll(changed, after, settings);
		const statements = [];
		const plans = /* @__PURE__ */ new Map();
		const asked = askable === null ? null : askable.replica ?? askable.target;
		const reachable = problem === null ? askable : null;
		const home = await askHome(source, settings, asked);
		const all = source.files.flatMap((file) => file.statements);
		const { pending } = partApplied(all, completed);
		const run = new PlannedRun(pending, home?.name ?? null);
		const looked = rows === "look" || pending.length > 1 ? "look" : "leave";
		const staging = _usingCtx$1.a(reachable === null ? null : new Staging(reachable, settings.values.allow, pending.length));
		const rowsOf = groupBy(completed, ({ file }) => file);
		for (const file of source.files) {
			const planned = await planFile(file, {
				completed: rowsOf.get(file.path ?? "") ?? [],
				settings,
				home,
				database: reachable,
				staging,
				run,
				rows: looked
			}, signal);
			const isOwn = after === null || file.path === null || after.own.has(file.path);
			for (const [index, statement] of planned.entries()) {
				const own = file.statements[index];
				const ended = own === void 0 ? {} : endedBefore(own, endedRuns);
				if (statement.kind === "planned" && own !== void 0 && planned.length === file.statements.length) plans.set(own, {
					plan: statement,
					split: statements.length > maxSplit ? null : await findSplitOf(own, statement, staging)
				});
				if (isOwn) statements.push({
					...statement,
					...ended
				});
				else if (statement.kind !== "applied" || statement.isUnwritten === true) statements.push({
					...waitsItsTurn(statement),
					...ended,
					alsoPending: true
				});
			}
		}
		return {
			version,
			digest: planDigest(statements, settings),
			database: asked === null ? null : describeTarget(asked),
			server: staging === null ? null : await staging.asked(),
			problem,
			onlyChanged,
			deleted: deletedFiles(after, completed),
			statements: hintAtFirst(statements, completed),
			...await lintPending(source, completed, settings, asked, home, plans)
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Of a file of others: that its table is being migrated now, perhaps by this very statement, is no fault of this pull request. */
function waitsItsTurn(statement) {
	if (statement.kind !== "refused" || statement.error.code !== "already-running") return statement;
	const { file, line, statement: text, table, error } = statement;
	return {
		kind: "unplanned",
		file,
		line,
		statement: text,
		table,
		why: error.message
	};
}
async function readAll(changed, after, settings) {
	const database = databaseOf(settings);
	const { completed: ledger, ended, problem } = await readLedger(database, settings);
	const askable = problem === null ? database : null;
	const { unread, onlyChanged } = await allPending(changed, after, database === null ? null : {
		ledger,
		problem
	});
	const asked = askable === null ? null : askable.replica ?? askable.target;
	const read = readSource(unread, settings, await askMode(unread, settings, asked));
	const followed = (await followMoves(read, ledger)).completed;
	const isKnown = askable !== null && onlyChanged === null;
	const { old, misnamed } = readBaseline(read, settings.values.baseline, isKnown ? followed : null);
	const completed = [...followed, ...old];
	return {
		source: withoutBaseline(read, completed),
		completed,
		ended,
		askable,
		problem: problem ?? misnamed,
		onlyChanged
	};
}
function endedBefore({ file, ordinal, digest }, ended) {
	const found = ended.find((one) => one.file === file && one.ordinal === ordinal && one.digest === digest);
	if (found === void 0) return {};
	const { state, finished, pullRequest, runUrl, why } = found;
	return { lastRun: {
		state,
		finished,
		pullRequest,
		runUrl,
		why
	} };
}
/** Where the option is wrong nobody knows what is left to run. */
function readBaseline(source, through, completed) {
	try {
		return {
			old: assumeBaseline(source, through, completed),
			misnamed: null
		};
	} catch (error) {
		return {
			old: [],
			misnamed: describeError(toGhostshipError(error))
		};
	}
}
/** Advice about the first statements of a run is enough: each is tried in parts. */
const maxSplit = 50;
/** Only the ledger tells what else is pending. */
async function allPending(changed, after, known) {
	if (after === null || known === null) return {
		unread: changed,
		onlyChanged: null
	};
	const only = (why) => `Only the files that this pull request changes are planned. What else the merge will run is not known: ${why}`;
	if (known.problem !== null) return {
		unread: changed,
		onlyChanged: only("the ledger could not be read.")
	};
	const files = await after.read(known.ledger);
	return typeof files === "string" ? {
		unread: changed,
		onlyChanged: only(files)
	} : {
		unread: {
			...changed,
			files,
			isThere: after.isThere
		},
		onlyChanged: null
	};
}
function deletedFiles(after, completed) {
	return (after?.gone ?? []).flatMap((file) => {
		const rows = [...new Map(completed.filter((row) => row.file === file).map((row) => [row.ordinal, row])).values()];
		const last = rows.at(-1);
		const reverted = rows.filter(({ isReverted }) => isReverted).length;
		if (last === void 0) return [];
		return [{
			file,
			finished: last.finished,
			statements: rows.length,
			written: last.statementCount,
			reverted
		}];
	});
}
function hintAtFirst(statements, completed) {
	const pending = statements.filter(({ kind }) => kind !== "applied");
	const files = pending.map(({ file }) => file);
	return statements.map((statement) => statement === pending[0] && statement.kind === "refused" && statement.lastRun === void 0 ? {
		...statement,
		error: hintAtBaseline(statement.error, files, completed)
	} : statement);
}
/** A replica is enough: it has the tables of the target, and its ledger. */
function databaseOf({ target, replica }) {
	if (target !== null) return {
		target,
		replica
	};
	return replica === null ? null : {
		target: replica,
		replica
	};
}
async function readLedger(database, settings) {
	if (database === null) return {
		completed: [],
		ended: [],
		problem: null
	};
	try {
		const { Ledger } = await import("../ledger/ledger.entry.js");
		const { refuseOtherEnvironment } = await import("../ledger/ledger-environment.entry.js");
		const asked = database.replica ?? database.target;
		const { namespace, environment } = settings.values;
		await refuseOtherEnvironment(asked, environment);
		const ledger = new Ledger(asked, namespace);
		const completed = await ledger.completed();
		const { findUnfinished } = await import("../ledger/carried-out.js");
		const { carriedOut, ended } = await findUnfinished(asked, settings, ledger, database.replica === null ? "target" : "replica");
		return {
			completed: [...completed, ...carriedOut],
			ended,
			problem: null
		};
	} catch (error) {
		return {
			completed: [],
			ended: [],
			problem: describeError(toGhostshipError(error))
		};
	}
}

export { promiseOf as a, optionsOf as i, hintAtBaseline as n, promisesOf as o, digestOfText as r, plan as t };