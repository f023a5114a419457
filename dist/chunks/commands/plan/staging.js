import { r as __name } from "../../rolldown-runtime.js";
import { i as placeOf, r as labelOf } from "../statements/file-statement.js";
import { t as namedTables } from "./named-tables.js";
import { t as NoStage } from "../../engine/plan/no-stage.js";

// src/commands/plan/planned-run.ts
/** How the statements of one run have to do with each other. */
var PlannedRun = class {
	#home;
	#total;
	#passed = /* @__PURE__ */ new Set();
	/** Where the first statement stands that failed on a table. */
	#failed = /* @__PURE__ */ new Map();
	/** @param statements those that are not applied yet, in their order */
	constructor(statements, home) {
		this.#home = home;
		this.#total = statements.length;
	}
	/** A new table is always tried there, rows are where that can be done, and every statement that is not alone. */
	needsStage({ task }) {
		return task?.kind === "create" || task?.kind === "data" && task.isSelfContained || this.#total > 1;
	}
	/** Whether an earlier statement names one of its tables. */
	follows(statement) {
		return this.#labelsOf(statement).some((label) => this.#passed.has(label.toLowerCase()));
	}
	passed(statement) {
		for (const label of this.#labelsOf(statement)) this.#passed.add(label.toLowerCase());
	}
	failed(statement) {
		for (const label of this.#labelsOf(statement)) {
			const name = label.toLowerCase();
			if (!this.#failed.has(name)) this.#failed.set(name, placeOf(statement));
		}
	}
	/** What is to be said where an earlier statement on one of its tables has failed; a sentence. */
	failureBefore(statement) {
		const label = this.#labelsOf(statement).find((one) => this.#failed.has(one.toLowerCase()));
		if (label === void 0) return null;
		return `An earlier statement that names ${label} fails (${this.#failed.get(label.toLowerCase())}), so this one was judged without it.`;
	}
	#labelsOf(statement) {
		const labels = namedTables(statement.parsed).map(({ schema, name }) => labelOf(schema, name, this.#home));
		return [statement.label, ...labels];
	}
};

// src/commands/plan/staging.ts
/** The stage of a plan, and what its statements share besides, each made when the first statement needs it. */
var Staging = class {
	#database;
	#allow;
	#statements;
	/** What a table may have decides in which mode the server reads a statement. */
	#dryRuns = /* @__PURE__ */ new Map();
	#opened = null;
	/** @param statements how many are to be planned */
	constructor(database, allow, statements) {
		this.#database = database;
		this.#allow = allow;
		this.#statements = statements;
	}
	/**
	* @param allow of one table
	* @throws GhostshipError as `DryRun.open` does
	*/
	dryRun(allow) {
		const mayBeZero = allow.includes("zero-dates");
		const opened = this.#dryRuns.get(mayBeZero) ?? this.#openDryRun(allow);
		this.#dryRuns.set(mayBeZero, opened);
		return opened;
	}
	/**
	* @returns why there is none where the user may not make it
	* @throws GhostshipError as `Stage.open` does
	*/
	open() {
		this.#opened ??= this.#open();
		return this.#opened;
	}
	/** The server that was asked, with its version; `null` where no statement has asked it. */
	async asked() {
		for (const opened of this.#dryRuns.values()) {
			const dryRun = await opened.catch(() => null);
			if (dryRun !== null) return `${dryRun.control.server.flavor} ${dryRun.control.server.version}`;
		}
		return null;
	}
	async #openDryRun(allow) {
		const { DryRun } = await import("../../engine/plan/dry-run.entry.js");
		return await DryRun.open(this.#database, allow, this.#statements);
	}
	async #open() {
		const dryRun = await this.dryRun(this.#allow);
		try {
			const { Stage } = await import("../../engine/plan/stage.js");
			return await Stage.open(dryRun);
		} catch (error) {
			if (error instanceof NoStage) return error;
			throw error;
		}
	}
	async [Symbol.asyncDispose]() {
		const opened = await this.#opened?.catch(() => null);
		if (opened != null && !(opened instanceof NoStage)) await opened[Symbol.asyncDispose]();
		for (const dryRun of this.#dryRuns.values()) await (await dryRun.catch(() => null))?.[Symbol.asyncDispose]();
	}
};

export { PlannedRun as n, Staging as t };