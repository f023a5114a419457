import { r as __name } from "../../rolldown-runtime.js";
import { _ as showProcesses, p as selectStatements } from "../../sql/cutover.js";

// src/engine/cutover/blockers.ts
const statementLength = 100;
/**
* Who these connections are and what they do.
*
* @param holders with `id` and `age_ms`
* @param isCertain whether they are known to hold the table
*/
async function describeBlockers(session, holders, isCertain) {
	const ages = /* @__PURE__ */ new Map();
	for (const { id, age_ms } of holders) ages.set(Number(id), Math.max(ages.get(Number(id)) ?? 0, Number(age_ms)));
	if (ages.size === 0) return [];
	const processes = await session.rows(showProcesses);
	const statements = await session.rows(selectStatements([...ages.keys()])).catch(() => []);
	return [...ages].map(([connectionId, ageMs]) => {
		const process = processes.find(({ Id }) => Number(Id) === connectionId);
		const statement = process?.Info ?? statements.find(({ id }) => Number(id) === connectionId)?.statement ?? null;
		return {
			connectionId,
			user: process === void 0 ? null : String(process.User),
			host: process === void 0 ? null : String(process.Host),
			seconds: Math.round(ageMs / 1e3),
			isIdle: process?.Command === "Sleep",
			idleSeconds: process?.Command === "Sleep" ? Number(process.Time) : 0,
			isCertain,
			statement: statement === null ? null : clip(String(statement)),
			isProtected: process === void 0 || isOfServer(process)
		};
	});
}
function isOfServer({ User, Command }) {
	return /^(?:system user|event_scheduler|mysql\.session)$/iu.test(String(User)) || /^(?:binlog dump|slave|replica|daemon|connect|register|kill)/iu.test(String(Command));
}
function clip(statement) {
	const line = statement.replace(/\s+/gu, " ").trim();
	return line.length <= statementLength ? line : `${line.slice(0, 99)}…`;
}
/** `connection 7 (app@web:4711), idle for 30 s in a transaction of 40 s: UPDATE …` */
function blockerText(blocker) {
	const { seconds, isIdle, idleSeconds, statement } = blocker;
	const what = isIdle ? `idle for ${idleSeconds} s` : "at work";
	const words = statement === null ? "" : `: ${statement}`;
	return `${blockerName(blocker)}, ${what} in a transaction of ${seconds} s${words}`;
}
/** `connection 7 (app@web:4711)` */
function blockerName({ connectionId, user, host, isCertain }) {
	const account = user === null ? "" : ` (${user}@${host ?? ""})`;
	return `${isCertain ? "" : "maybe "}connection ${connectionId}${account}`;
}
/** `connection 7 (app@web:4711) and 2 more`; `null` where the server does not show any. */
function blockerNames(blockers) {
	const [first, ...more] = blockers.toSorted((one, other) => other.seconds - one.seconds);
	if (first === void 0) return null;
	return `${blockerName(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
}

export { blockerText as n, describeBlockers as r, blockerNames as t };