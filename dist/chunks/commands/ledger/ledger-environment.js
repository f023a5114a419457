import { r as __name } from "../../rolldown-runtime.js";
import { t as connect } from "../../mysql/session.js";
import { t as describeTarget } from "../../mysql/target.js";
import { c as environmentIn, h as ledgerTable, k as selectTableComment, s as describeLedger } from "../../sql/ledger.js";
import { t as GhostshipError } from "../../support/errors.js";
import { t as _usingCtx } from "../../usingCtx.js";

// src/commands/ledger/ledger-environment.ts
/**
* @param environment `null` where the run has none: it says nothing about whose the database is
* @throws GhostshipError `usage` where the ledger is of another environment
*/
async function refuseOtherEnvironment(target, environment) {
	try {
		var _usingCtx$1 = _usingCtx();
		if (environment === null) return;
		await refuseOther(_usingCtx$1.a(await connect(target, "reading the ledger")), target, environment);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/**
* Notes in a ledger that has no environment yet whose it is.
*
* @throws GhostshipError `usage` where it is of another environment
*/
async function claimLedger(target, environment) {
	try {
		var _usingCtx3 = _usingCtx();
		if (environment === null) return;
		const session = _usingCtx3.a(await connect(target, "keeping the ledger"));
		if (await refuseOther(session, target, environment) === environment) return;
		await session.run(describeLedger(target.database, environment));
		await refuseOther(session, target, environment);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** @returns whose it is */
async function refuseOther(session, target, environment) {
	const [row] = await session.rows(selectTableComment(target.database, ledgerTable));
	const owner = environmentIn(String(row?.comment ?? ""));
	if (owner === null || owner === environment) return owner;
	throw new GhostshipError("usage", `The database ${describeTarget(target)} is that of the environment ${owner}, and this run is for ${environment}: ${ledgerTable} says so.`, { hint: `Correct the input target or the input environment. If ${owner} was renamed, say so in the database: ${describeLedger(target.database, environment).text}` });
}

export { refuseOtherEnvironment as n, claimLedger as t };