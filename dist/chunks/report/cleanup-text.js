import { r as __name } from "../rolldown-runtime.js";
import { r as messageOf } from "../support/errors.js";
import { r as requireTarget } from "../commands/options/settings.js";
import { t as describeTarget } from "../mysql/target.js";
import { r as labelOf } from "../commands/statements/file-statement.js";
import { t as _usingCtx } from "../usingCtx.js";
import { h as selectSchemas } from "../sql/inspect.js";
import { r as spellDatabase, t as askNameCase } from "../mysql/name-case.js";
import { m as refuseTargetOf } from "../engine/preflight/privileges.js";
import { v as selectChangelogs } from "../sql/changelog.js";
import { n as readStatusRow } from "../engine/run/status-row.js";
import { b as viewComment, m as sentryComment } from "../sql/cutover.js";
import { t as connect } from "../mysql/session.js";
import { o as openControlConnection, r as dropTriggers } from "../engine/relations/triggers.js";
import { T as selectNonTables, f as dropTable, p as dropTables, w as selectAnyRow } from "../sql/ghost.js";
import { c as nameTables, d as retiredLabel, f as stageSchema, l as planClone, n as cloneOriginal, o as nameRehearsalTables, r as ghostLabel, t as cloneMark, u as planCloneAway } from "../engine/tables/table-names.js";
import { _ as readKeptName, a as dropEmptySchemas, c as dropOwn, f as readComments, g as giveBack, h as dropSetAside, u as forgetSwap } from "../engine/tables/ghost.js";
import { n as dropUncheckedKeys } from "../engine/tables/unchecked-keys.js";
import { t as askNameLock } from "../engine/tables/name-lock.js";
import { n as findMigrations } from "../engine/run/control.js";
import { n as readUnconfirmed } from "../commands/ledger/sent-statements.js";
import { r as whatBecame, t as isAtWork } from "../commands/ledger/what-became.js";
import { t as finishSwaps } from "../commands/ledger/finish-swaps.js";
import { t as Ledger } from "../commands/ledger/ledger.js";
import { t as databasesOf } from "../commands/ledger/places.js";
import { n as refuseOtherEnvironment } from "../commands/ledger/ledger-environment.js";
import { t as takeOver } from "../commands/ledger/take-over.js";
import { _ as askPlace, c as tablesIn, i as foreignAt, n as comment, r as dropFamily, t as keepOutOfBinlog, y as schemaPlace } from "../engine/tables/keep-out-of-binlog.js";
import { n as whichTableIsWhich } from "../engine/cutover/which-table.js";
import { n as dropOwnForeignKeys } from "../engine/relations/foreign-keys.js";
import { r as findTakenName } from "../engine/resume/describe-way-back.js";
import { t as findRetired } from "../commands/control/retired-tables.js";
import { isDeepStrictEqual } from "node:util";

// src/engine/rehearsal/drop-dead.ts
/**
* Drops what rehearsals that died have left on a replica, outside its binary log.
*
* @param table only what belongs to this table; `null` for everything
* @param isDry whether it is only told what would be dropped
*/
async function dropDeadRehearsals(replica, table, isDry) {
	try {
		var _usingCtx$4 = _usingCtx();
		const control = _usingCtx$4.a(await openControlConnection(replica, [], false));
		const dropped = [];
		const running = [];
		for (const row of await control.session.rows(selectChangelogs(replica.database, "Ghostship rehearsal"))) try {
			var _usingCtx3 = _usingCtx();
			const changelog = {
				schema: replica.database,
				name: String(row.name)
			};
			const name = (await readStatusRow(control.session, changelog))?.status.table ?? "";
			if (name === "" || table !== null && table !== name) continue;
			const original = {
				schema: replica.database,
				name
			};
			const session = _usingCtx3.a(await control.sessions.open("cleaning up"));
			if (await askNameLock(session, original)) dropped.push(...await dropRehearsal(session, original, isDry));
			else running.push(original);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
		return {
			dropped,
			running
		};
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
async function dropRehearsal(session, original, isDry) {
	const places = [true, false].map((apart) => nameRehearsalTables(original, apart));
	const [apart, beside] = places;
	const tables = [
		apart?.ghost,
		beside?.ghost,
		beside?.changelog
	].filter((one) => one !== void 0);
	const found = [...(await readComments(session, tables)).keys()];
	if (!isDry) for (const names of places) await dropOwn(session, names);
	return found;
}

// src/commands/control/cleanup-report.ts
/** As outcomes name it: with its schema only where that is another one. */
function label({ schema, name }, target) {
	return labelOf(schema, name, target.database);
}

// src/engine/tables/dead-clones.ts
/** Where dry runs beside some schemas have made something that is there still, living or dead. */
async function findPlaces(session, schemas, purposes) {
	const present = new Set((await session.rows(selectSchemas)).map((row) => String(row.name)));
	const found = [];
	for (const schema of schemas) {
		const tables = (await tablesIn(session, schema)).filter(([, words]) => words !== viewComment);
		found.push(...placesBeside(tables, purposes), ...placesApart(tables, present, purposes));
		const stage = stageSchema(schema);
		if (present.has(stage)) found.push({
			place: schemaPlace(stage),
			original: null
		});
	}
	return found;
}
/**
* Drops what lies there, if its dry run is dead. What has not our mark stays.
*
* @param session may have no other place
* @param isDry whether it is only told what would be dropped
*/
async function dropDead(session, found, isDry) {
	const { place, original } = found;
	if (!await askPlace(session, place)) return { kind: "running" };
	if (place.name === "") {
		if (!await isOurSchema(session, place.schema, original)) return { kind: "schema-kept" };
		if (!isDry) await dropFamily(session, place.schema);
		return { kind: "schema-dropped" };
	}
	const present = await readComments(session, [
		place,
		planCloneAway(place),
		cloneMark(place)
	]);
	const foreign = foreignAt(place, present);
	const tables = [...present.keys()].filter((table) => !foreign.includes(table));
	if (!isDry && tables.length > 0) await session.run(dropTables(tables));
	const unmarked = [];
	for (const table of foreign.filter((one) => present.get(one) !== viewComment)) if ((await session.rows(selectAnyRow(table))).length === 0) unmarked.push(table);
	return {
		kind: "dropped",
		tables,
		unmarked
	};
}
/** One whose original is gone since is known by our mark. */
function placesBeside(tables, purposes) {
	const present = new Set(tables.map(([{ name }]) => name));
	const found = /* @__PURE__ */ new Map();
	const add = (original) => {
		for (const purpose of purposes) {
			const place = planClone(original, false, purpose);
			if ([
				place,
				planCloneAway(place),
				cloneMark(place)
			].some(({ name }) => present.has(name))) found.set(place.name, {
				place,
				original
			});
		}
	};
	for (const [table, words] of tables) {
		add(table);
		const original = words === "Ghostship dry run" ? cloneOriginal(table) : null;
		if (original !== null) add(original);
	}
	return [...found.values()];
}
function placesApart(tables, present, purposes) {
	return tables.flatMap(([original]) => purposes.map((purpose) => planClone(original, true, purpose).schema).filter((schema) => present.has(schema)).map((schema) => ({
		place: schemaPlace(schema),
		original
	})));
}
/**
* Two originals may have the same schema for their clones, such as b of a_x and x_b of a: the clone itself, or the table on
* which privileges are tried, tells. Both have the same lock.
*/
async function isOurSchema(session, schema, original) {
	if ((await session.rows(selectNonTables(schema))).length > 0) return false;
	const tables = await tablesIn(session, schema);
	if (foreignAt(schemaPlace(schema), tables).length > 0) return false;
	if (original === null || tables.every(([, words]) => words === "Ghostship dry run")) return true;
	return tables.some(([{ name }]) => name.toLowerCase() === original.name.toLowerCase());
}

// src/commands/control/drop-dead-clones.ts
const onTarget = [
	"plan",
	"migration",
	"rehearsal"
];
/** The clone of a migration comes there from the source, if at all, and the replica needs it for what the source does next. */
const onReplica = ["plan", "rehearsal"];
/**
* Drops what dry runs that died have left beside the tables of some databases. As it was made, outside the binary log where that
* is allowed: a dry run on a replica of this server may live and have its clone under the same name.
*/
async function dropDeadClones(server, databases, { table, isReplica, isDry }) {
	try {
		var _usingCtx$3 = _usingCtx();
		const dropped = [];
		const kept = [];
		const label = ({ schema, name }) => name === "" ? schema : labelOf(schema, name, server.database);
		const session = _usingCtx$3.a(await connect(server, "looking for clones"));
		const nameCase = await askNameCase(session);
		const schemas = new Set(databases.map((name) => nameCase.spell(name)));
		const purposes = isReplica ? onReplica : onTarget;
		for (const found of await findPlaces(session, [...schemas], purposes)) try {
			var _usingCtx3 = _usingCtx();
			const { original, place } = found;
			if (table !== null && (original === null || !nameCase.same(table, label(original)))) continue;
			const own = _usingCtx3.a(await connect(server, "dropping a clone"));
			if (!isDry) await keepOutOfBinlog(own, isReplica);
			const fate = await dropDead(own, found, isDry);
			if (fate.kind === "running") kept.push({
				table: label(place),
				reason: "its dry run is running"
			});
			else if (fate.kind === "schema-kept") kept.push({
				table: place.schema,
				reason: "not all that is in it has a mark of Ghostship. Look into it, and drop it if nobody needs it"
			});
			else if (fate.kind === "schema-dropped") dropped.push(place.schema);
			else {
				dropped.push(...fate.tables.map(label));
				for (const table of fate.unmarked) kept.push({
					table: label(table),
					reason: unmarked(table)
				});
			}
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
		return {
			dropped,
			kept
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** Versions before the mark have left clones without one. */
function unmarked(table) {
	return `it has no mark of Ghostship. If an older version has left it, and nobody needs it, \`\` ${dropTables([table]).text} \`\` drops it`;
}

// src/commands/control/drop-left-behind.ts
/**
* It holds the name lock, so that no new run starts. The changelog is dropped last, because it proves that the rest is ours.
*
* @returns whether it was done
*/
async function dropLeftBehind(target, original, report) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { beside, apart } = bothNames(original);
		const session = _usingCtx$2.a(await connect(target, "cleaning up"));
		const { dryRun } = report;
		if (!dryRun && !await askNameLock(session, original)) return false;
		const comments = await readComments(session, [
			apart.ghost,
			apart.retired,
			beside.ghost,
			beside.retired,
			beside.changelog
		]);
		const isOurs = (name, comment) => comment !== "VIEW" && (name !== apart.retired && name !== beside.retired || comment === "Ghostship sentry");
		const kept = await readKeptName(session, beside);
		const taken = kept === null ? null : await findTakenName(session, original);
		if (taken !== null) {
			report.kept.push({
				table: ghostLabel(taken),
				reason: whyStays(taken)
			});
			return false;
		}
		const ghosts = [beside, apart].filter(({ ghost }) => kept !== null && comments.has(ghost));
		const ours = [...comments].filter(([name, comment]) => isOurs(name, comment) && !ghosts.some(({ ghost }) => ghost === name)).map(([name]) => name).filter((name) => ghosts.length === 0 || !isDeepStrictEqual(name, kept));
		report.dropped.push(...ours.map((name) => label(name, target)));
		if (kept !== null && ghosts.length > 0) report.kept.push({
			table: label(kept, target),
			reason: "a revert that is ended leaves it as it was before"
		});
		if (dryRun) return false;
		if (kept !== null) for (const names of ghosts) await endRevert(session, names, kept);
		if (kept !== null && ghosts.length === 0) await dropSetAside(session, beside, kept);
		await dropUncheckedKeys(session, beside);
		if (comments.has(beside.changelog)) await forgetSwap(session, beside.changelog);
		for (const name of ours) await session.run(dropTable(name));
		if (ours.some(({ schema }) => apart.ownSchemas.includes(schema))) await dropEmptySchemas(session, apart);
		return true;
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** What the ghost got at a cutover that did not come about goes, and it is the retired table again. */
async function endRevert(session, names, kept) {
	await forgetSwap(session, names.changelog);
	await dropTriggers(session, names.ghost);
	await dropOwnForeignKeys(session, names.ghost);
	const { sentry } = await whichTableIsWhich(session, names);
	if (sentry) await session.run(dropTable(names.retired));
	await giveBack(session, names, kept);
}
function whyStays(names) {
	const taken = retiredLabel(names);
	return `it is ${names.original.name} as it was, and needs the name ${taken}, which somebody's table has; rename that one and clean up again`;
}
function bothNames(original) {
	return {
		beside: nameTables(original, false),
		apart: nameTables(original, true)
	};
}

// src/commands/control/drop-retired.ts
async function dropRetired(session, target, entry, nameCase, reason, report) {
	const { retired } = entry;
	const [found, ...others] = await findRetired(session, entry, target, nameCase);
	if (found === void 0) return;
	const why = others.length > 0 ? "two tables could be meant; drop the right one" : found.whyOther ?? reason;
	if (why !== null) report.kept.push({
		table: retired,
		reason: why
	});
	else if (report.dryRun) report.dropped.push(retired);
	else {
		await session.run(dropTable(found.names.retired));
		await dropEmptySchemas(session, found.names);
		report.dropped.push(retired);
	}
}
/** A retired table may be all that is left of somebody's rows: it goes only where this run was told so. */
function whyKept({ table, ageMs, forMs }, settings, olderThanMs) {
	const { kind } = settings.valuesFor(null, table).retired;
	const isGiven = settings.isGiven("retired");
	if (isGiven && kind === "keep") return "the option retired says keep";
	if (forMs !== null && ageMs >= forMs) return null;
	if (forMs !== null && !isGiven) return `it is kept for another ${inWords(forMs - ageMs)}`;
	if (kind === "keep") return "the option retired says keep";
	if (!isGiven) return "it is retired, and goes only with `--retired drop`";
	if (ageMs < olderThanMs) return `it was retired ${Math.floor(ageMs / 6e4)} min ago, which is not long enough`;
	return null;
}
/** Rounded up, so that it is over when it is said to be. */
function inWords(ms) {
	const minutes = Math.ceil(ms / 6e4);
	if (minutes < 120) return `${minutes} min`;
	return minutes < 2880 ? `${Math.ceil(minutes / 60)} h` : `${Math.ceil(minutes / 1440)} days`;
}

// src/commands/control/cleanup.ts
/**
* Drops what migrations have left behind, in the target's database and wherever else they were: the tables of dead runs, and the
* retired tables that the ledger knows where this run is given `retired: drop`. On a test replica that is given, what rehearsals have
* left.
*
* @param table only what belongs to this table; `null` for everything
*/
async function cleanup(table, settings, signal, { dryRun, takesOver, olderThanMs } = {
	dryRun: false,
	takesOver: false,
	olderThanMs: 0
}) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { replica } = settings;
		if (replica !== null && settings.target === null) return await cleanUpReplica(replica, table, settings, dryRun);
		const given = requireTarget(settings);
		await refuseOtherEnvironment(given, settings.values.environment);
		const session = _usingCtx$1.a(await connect(given, "cleaning up"));
		await refuseTargetOf(session);
		const nameCase = await askNameCase(session);
		const target = spellDatabase(given, nameCase);
		const isMeant = (label) => table === null || nameCase.same(table, label);
		const ledger = new Ledger(target);
		if (takesOver && !dryRun) await takeOver(target, table === null ? null : [table], settings, ledger, signal);
		const swaps = dryRun ? [] : await finishSwaps(target, isMeant, settings, ledger, signal);
		const report = {
			dryRun,
			finished: swaps.filter(isCopied).map(({ outcome }) => outcome.table),
			carriedOut: swaps.filter((one) => !isCopied(one)).map(({ outcome }) => outcome.table),
			dropped: [],
			kept: []
		};
		if (dryRun) await addCarriedOut(report, session, target, isMeant);
		if (replica !== null) await addReplica(report, replica, table, settings);
		const databases = databasesOf(target, settings, await ledger.labels(session));
		await addClones(report, target, databases, table, false);
		for (const { original, migration } of await findMigrations(session, databases)) {
			signal.throwIfAborted();
			if (!isMeant(label(original, target))) continue;
			const keep = (reason) => report.kept.push({
				table: label(original, target),
				reason
			});
			if (migration.alive) keep("its migration is running");
			else if (migration.progress.state === "yielded" && !takesOver) keep("its migration has yielded, and the next run goes on with what it has copied");
			else if (dryRun && migration.swapped) report.finished.push(label(original, target));
			else if (migration.swapUnclear) keep("the tables do not tell whether they were swapped");
			else if (migration.swapped) keep("its run has died just now after it had swapped the tables; clean up again");
			else if (await dropLeftBehind(target, original, report)) await ledger.giveUp(({ id, table: of, statement }) => id === migration.migrationId || nameCase.same(of, label(original, target)) && statement === migration.statement);
		}
		for (const entry of await ledger.retiredTables()) {
			signal.throwIfAborted();
			if (dryRun && report.finished.some((one) => nameCase.same(one, entry.table))) continue;
			if (!isMeant(entry.table) || report.kept.some(({ table: kept }) => nameCase.same(kept, entry.retired))) continue;
			await dropRetired(session, target, entry, nameCase, whyKept(entry, settings, olderThanMs), report);
		}
		return report;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** What rehearsals and plans have left there. */
async function cleanUpReplica(replica, table, settings, dryRun) {
	const { dropped, running } = await dropDeadRehearsals(replica, table, dryRun);
	const kept = running.map((name) => ({
		table: label(name, replica),
		reason: "its rehearsal is running"
	}));
	const report = {
		dryRun,
		finished: [],
		carriedOut: [],
		dropped: dropped.map((name) => label(name, replica)),
		kept
	};
	await addClones(report, replica, databasesOf(replica, settings, []), table, true);
	return report;
}
function isCopied({ outcome }) {
	return outcome.algorithm === "copy";
}
/** What a cleanup would write down. */
async function addCarriedOut(report, session, target, isMeant) {
	for (const { table, sent } of await readUnconfirmed(target)) {
		if (!isMeant(table) || await isAtWork(session, sent)) continue;
		const became = await whatBecame(session, sent);
		if (became === "done") report.carriedOut.push(table);
		if (became === "unclear") report.kept.push({
			table,
			reason: "the tables do not tell whether the statement of a run that died was carried out"
		});
	}
}
/** Before migrations, whose tables they are not: a table may have clones and nothing else. */
async function addClones(report, server, databases, table, isReplica) {
	const { dropped, kept } = await dropDeadClones(server, databases, {
		table,
		isReplica,
		isDry: report.dryRun
	});
	report.dropped.push(...dropped);
	report.kept.push(...kept);
}
/** What is wrong there must not keep the target from being cleaned up. */
async function addReplica(report, replica, table, settings) {
	try {
		const { dropped, kept } = await cleanUpReplica(replica, table, settings, report.dryRun);
		report.dropped.push(...dropped);
		report.kept.push(...kept);
	} catch (error) {
		report.kept.push({
			table: `what is on ${describeTarget(replica)}`,
			reason: messageOf(error).replace(/\.$/u, "")
		});
	}
}

// src/report/cleanup-text.ts
function cleanupText({ dryRun, finished, carriedOut, dropped, kept }) {
	if (finished.length + carriedOut.length + dropped.length + kept.length === 0) return "There is nothing to clean up.";
	return [
		...finished.map((table) => `${dryRun ? "Would finish" : "Finished"} the migration of ${table}, whose run died after the swap.`),
		...carriedOut.map((table) => `The server had carried out the statement on ${table} when its run died, ${dryRun ? "which would be written down" : "and that is written down now"}.`),
		...dropped.map((table) => `${dryRun ? "Would drop" : "Dropped"} ${table}.`),
		...kept.map(({ table, reason }) => `Kept ${table}: ${reason}.`)
	].join("\n");
}

export { cleanup as n, cleanupText as t };