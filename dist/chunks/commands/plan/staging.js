import { n as __name } from "../../rolldown-runtime.js";
import { n as labelOf, r as placeOf } from "../statements/file-statement.js";
import { t as NoStage } from "../../engine/plan/no-stage.js";
import { n as namedTables, t as changesKeys } from "./named-tables.js";

// src/commands/plan/planned-run.ts
/** How the statements of one run have to do with each other. */
var PlannedRun = class {
	#home;
	#total;
	/** How many statements name a table. */
	#named = /* @__PURE__ */ new Map();
	#passed = /* @__PURE__ */ new Set();
	/** Where the statement stands that failed on a table, until that was said. */
	#failed = /* @__PURE__ */ new Map();
	/** @param statements those that are not applied yet, in their order */
	constructor(statements, home) {
		this.#home = home;
		this.#total = statements.length;
		for (const name of statements.flatMap((statement) => this.#namesOf(statement))) this.#named.set(name, (this.#named.get(name) ?? 0) + 1);
	}
	/** A new table is always tried, and everything that another statement has to do with. */
	needsStage(statement) {
		const { task, parsed } = statement;
		if (task?.kind === "create") return true;
		if (this.#total < 2) return false;
		if (task?.kind === "drop" || task?.kind === "rename" || changesKeys(parsed)) return true;
		return this.#namesOf(statement).some((name) => (this.#named.get(name) ?? 0) > 1);
	}
	/** Whether an earlier statement names one of its tables. */
	follows(statement) {
		return this.#namesOf(statement).some((name) => this.#passed.has(name));
	}
	passed(statement) {
		for (const name of this.#namesOf(statement)) this.#passed.add(name);
	}
	failed(statement) {
		this.#failed.set(statement.label.toLowerCase(), placeOf(statement));
	}
	/** What is to be said, once, where an earlier statement on the same table has failed; a sentence. */
	failureBefore({ label }) {
		const place = this.#failed.get(label.toLowerCase());
		if (place === void 0) return null;
		this.#failed.delete(label.toLowerCase());
		return `An earlier statement on ${label} fails (${place}), so this one was tried on what the statements before that one leave.`;
	}
	#namesOf(statement) {
		const labels = namedTables(statement.parsed).map(({ schema, name }) => labelOf(schema, name, this.#home));
		return [...new Set([statement.label, ...labels].map((name) => name.toLowerCase()))];
	}
};

// src/commands/plan/staging.ts
/** The stage of a plan, made when the first statement needs it. */
var Staging = class {
	#database;
	#allow;
	#opened = null;
	constructor(database, allow) {
		this.#database = database;
		this.#allow = allow;
	}
	/**
	* @returns why there is none where the user may not make it
	* @throws GhostshipError as `Stage.open` does
	*/
	open() {
		this.#opened ??= this.#open();
		return this.#opened;
	}
	async #open() {
		const { target, replica } = this.#database;
		try {
			const { Stage } = await import("../../engine/plan/stage.js");
			return await Stage.open(replica ?? target, replica !== null, this.#allow);
		} catch (error) {
			if (error instanceof NoStage) return error;
			throw error;
		}
	}
	async [Symbol.asyncDispose]() {
		const opened = await this.#opened?.catch(() => null);
		if (opened != null && !(opened instanceof NoStage)) await opened[Symbol.asyncDispose]();
	}
};

export { PlannedRun as n, Staging as t };