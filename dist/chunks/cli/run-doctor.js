import { r as __name } from "../rolldown-runtime.js";
import { t as DryRun } from "../engine4.js";
import { t as judgeBinlog } from "../engine/preflight/binlog.js";
import { f as judgeTarget, n as missingPrivileges } from "../engine/preflight/privileges.js";
import { r as refuseAll } from "../engine/preflight/refusals.js";
import { n as refuseReplica } from "../engine/preflight/replica.js";
import { t as tryPrivileges } from "../engine/preflight/try-privileges.js";
import { t as unprovenServer } from "../engine/preflight/unproven.js";
import { o as openControlConnection } from "../engine/relations/triggers.js";
import { t as keepOutOfBinlog } from "../engine/tables/keep-out-of-binlog.js";
import { t as describeTarget } from "../mysql/target.js";
import { o as provesIdentity } from "../mysql/session.js";
import { h as ledgerTable } from "../sql/ledger.js";
import { c as showCipher } from "../sql/server.js";
import { t as status } from "../commands/control/status.js";
import { n as refuseOtherEnvironment } from "../commands/ledger/ledger-environment.js";
import { t as describeError } from "../commands/migrate/run-outcome.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { t as version } from "../commands/version.js";
import { t as _usingCtx } from "../usingCtx.js";
import { r as exitCodes } from "../commands/migrate/exit-code.js";
import { i as formatNumberOf } from "../report/quantity.js";
import { r as settingsOf } from "./invocation.js";
import { o as writeOut } from "./write.js";

// src/commands/doctor/doctor.ts
/**
* Asks target and replica all that plan, rehearsal and migration ask of a server whatever the statement is, by the functions that ask
* it there. Nothing is left behind on either.
*
* @throws GhostshipError `bad-target` where there is neither
*/
async function diagnose(settings, signal) {
	const { replica } = settings;
	const target = replica === null ? requireTarget(settings) : settings.target;
	const servers = [...target === null ? [] : [await examineTarget(target, settings, signal)], ...replica === null ? [] : [await examineReplica(replica, settings, signal)]];
	const isRight = servers.every(({ checks }) => checks.every(({ error }) => error === null));
	return {
		version,
		isRight,
		servers
	};
}
async function examineTarget(target, settings, signal) {
	const { allow, environment } = settings.values;
	const place = describeTarget(target);
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const control = _usingCtx$1.a(await openControlConnection(target, allow));
			const { session, server } = control;
			_usingCtx$1.u(control.sessions.stopWhenAborted(signal));
			const checks = [
				await check("Its tables can be changed online.", () => refuseAll([...judgeTarget(server.facts), unprovenServer(server.facts, { allow })])),
				await check("Its binary log has every change.", () => refuseAll(judgeBinlog(server))),
				...await checkPrivileges(control, target),
				...environment === null ? [] : [await check(`It is that of the environment ${environment}.`, () => refuseOtherEnvironment(target, environment))]
			];
			return {
				role: "target",
				place,
				reached: await howReached(session, target, server),
				checks,
				notes: await whatIsLeft(settings, signal)
			};
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		return outOfReach("target", place, error);
	}
}
async function examineReplica(replica, settings, signal) {
	const place = describeTarget(replica);
	try {
		try {
			var _usingCtx3 = _usingCtx();
			const dryRun = _usingCtx3.a(await DryRun.open({
				target: replica,
				replica
			}, settings.values.allow));
			const { session, server, sessions } = dryRun.control;
			_usingCtx3.u(sessions.stopWhenAborted(signal));
			const checks = [{
				what: "Statements can be tried there, outside its binary log.",
				error: null
			}, await check("Migrations can be rehearsed there.", async () => void await refuseReplica(session, server))];
			return {
				role: "replica",
				place,
				reached: await howReached(session, replica, server),
				checks,
				notes: await dryRun.warnOfReplication()
			};
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		return outOfReach("replica", place, error);
	}
}
async function check(what, ask) {
	try {
		await ask();
		return {
			what,
			error: null
		};
	} catch (error) {
		return {
			what,
			error: describeError(error)
		};
	}
}
/** What a migration of any table of the database would be denied, and then what those are that need a schema beside it. */
async function checkPrivileges({ session, sessions, server }, { database }) {
	const table = {
		schema: database,
		name: ledgerTable
	};
	const tryThem = async (apart) => {
		try {
			var _usingCtx4 = _usingCtx();
			const trying = _usingCtx4.a(await sessions.open("trying the privileges"));
			await keepOutOfBinlog(trying, false);
			refuseAll([await tryPrivileges(trying, table, "plan", apart)]);
		} catch (_) {
			_usingCtx4.e = _;
		} finally {
			await _usingCtx4.d();
		}
	};
	const isWritable = judgeTarget(server.facts).length === 0 && server.binlogFormat !== "STATEMENT";
	const own = await check("The user may do all that a migration does.", async () => {
		refuseAll(await missingPrivileges(session, table, server.flavor));
		if (isWritable) await tryThem(false);
	});
	if (own.error !== null || !isWritable) return [own];
	return [own, await check("The user may make short-lived schemas beside the database.", () => tryThem(true))];
}
async function howReached(session, target, { flavor, version: itsVersion }) {
	const [row] = await session.rows(showCipher);
	return {
		flavor,
		version: itsVersion,
		transport: !(String(row?.Value ?? "") !== "") ? "clear" : provesIdentity(target) ? "verified-tls" : "tls"
	};
}
/** The next run of such a table, or `cleanup`, removes it. */
async function whatIsLeft(settings, signal) {
	return (await status(null, settings, signal).catch(() => [])).flatMap(({ life, table }) => life === "dead" ? [`A migration of ${table} was left behind by a process that is gone: see \`ghostship status\`.`] : []);
}
function outOfReach(role, place, error) {
	return {
		role,
		place,
		reached: null,
		checks: [{
			what: "It can be used.",
			error: describeError(error)
		}],
		notes: []
	};
}

// src/report/doctor-text.ts
/** Server by server: how it was reached, what is right, and what is in the way with what helps. */
function doctorText({ servers }) {
	const wrong = servers.flatMap(({ checks }) => checks).filter(({ error }) => error !== null).length;
	const sum = wrong === 0 ? "Nothing is in the way." : `${formatNumberOf(wrong, "thing")} ${wrong === 1 ? "is" : "are"} in the way.`;
	return [...servers.flatMap(serverLines), sum].join("\n");
}
function serverLines({ role, place, reached, checks, notes }) {
	return [
		`${role} ${place}: ${reached === null ? "not reached" : `${products[reached.flavor]} ${reached.version}, ${ways[reached.transport]}`}`,
		...checks.flatMap(({ what, error }) => error === null ? [`  ✓ ${what}`] : [`  ✗ ${indent(error.message)} [${error.code}]`, `    What to do: ${indent(error.hint)}`]),
		...notes.map((note) => `  note: ${note}`)
	];
}
const products = {
	mysql: "MySQL",
	mariadb: "MariaDB"
};
const ways = {
	clear: "in clear",
	tls: "by TLS",
	"verified-tls": "by TLS, and an authority vouches for it"
};
function indent(text) {
	return text.replaceAll("\n", "\n      ");
}

// src/cli/run-doctor.ts
const runDoctor = async (invocation, signal) => {
	const diagnosis = await diagnose(await settingsOf(invocation), signal);
	writeOut(doctorText(diagnosis));
	return {
		json: diagnosis,
		exitCode: diagnosis.isRight ? exitCodes.done : exitCodes.failed
	};
};

export { runDoctor };