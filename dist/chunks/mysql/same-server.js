import { r as __name } from "../rolldown-runtime.js";
import { r as identityVariables, t as identityColumn } from "../sql/server.js";
import { t as GhostshipError } from "../support/errors.js";
import { t as describeTarget } from "./target.js";

// src/mysql/same-server.ts
/** By which such a refusal is known. */
var OtherServer = class extends Error {};
function isOtherServer(error) {
	return error instanceof GhostshipError && error.cause instanceof OtherServer;
}
/** The server that the first session reached. */
const reached = /* @__PURE__ */ new WeakMap();
/** The server that the sessions of a target reach, as it calls itself; `null` before the first one. */
function serverOf(target) {
	return reached.get(target) ?? null;
}
/** The server of each session, as it calls itself. */
const servers = /* @__PURE__ */ new WeakMap();
/** The server that a session has reached; `null` where it was not asked. */
function serverBehind(session) {
	return servers.get(session) ?? null;
}
/**
* Locks, prepared changes and the order of commits are those of one server. A proxy, a name for several servers or a failover may
* bring sessions to different ones.
*
* @param row has the variables of `identityVariables`, as far as the server has them
* @throws GhostshipError `unsupported-server`
*/
function refuseOtherServer(row, session, target) {
	const here = identityVariables.map(({ name }) => ({
		name,
		value: row[identityColumn(name)] ?? null
	})).flatMap(({ name, value }) => value === null ? [] : [`${name} ${value}`]).join(", ");
	servers.set(session, here);
	const first = reached.get(target) ?? here;
	reached.set(target, first);
	if (first === here) return;
	throw new GhostshipError("unsupported-server", `The connection to ${describeTarget(target)} for ${session.purpose} reached another server than the first one did: ${here}. The first one was ${first}.`, {
		hint: "All connections of a run must reach one server. Name the server itself in the URL: no proxy, no load balancer, no reader endpoint. After a failover, run this again.",
		cause: new OtherServer(here)
	});
}

export { serverOf as i, refuseOtherServer as n, serverBehind as r, isOtherServer as t };