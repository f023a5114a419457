import { r as __name } from "../../rolldown-runtime.js";
import { n as refusal } from "./refusals.js";

// src/engine/preflight/unproven.ts
/** In the option `allow`: a person has accepted to be the first. */
const accepted = "unproven-server";
/**
* A copy relies on changes becoming visible in the order that they have in the binary log. Aurora has a storage of its own, of which
* nobody has shown that. Replicas of it are Aurora too, so a plan on one tells the same.
*/
function unprovenServer({ variables }, { allow }) {
	const { aurora_version: version } = variables;
	if (version === void 0 || allow.includes(accepted)) return null;
	return refusal("unsupported-server", `The server is Aurora ${version}. Nobody has shown yet that changes become visible there in the order of its binary log, on which a copy relies.`, `What the server does instantly or in place is not refused. To copy all the same, try it on a clone of the cluster first, and name ${accepted} in the option allow.`);
}

export { unprovenServer as t };