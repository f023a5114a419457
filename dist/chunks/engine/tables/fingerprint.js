import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, s as withoutCounter } from "../../mysql/inspect-table.js";
import { v as selectTableId } from "../../sql/inspect.js";
import { t as GhostshipError } from "../../support/errors.js";

// src/engine/tables/fingerprint.ts
/** Identifies a table by its definition, and by its id in InnoDB where the user may see that. */
var Fingerprint = class Fingerprint {
	#table;
	#flavor;
	#taken;
	/** Of InnoDB; empty where the user may not see it. */
	id;
	constructor(table, flavor, taken) {
		this.#table = table;
		this.#flavor = flavor;
		this.#taken = taken;
		this.id = taken.slice(0, taken.indexOf("\n"));
	}
	/** @param createStatement the definition that was read together with everything else about the table */
	static async take(session, table, createStatement, flavor) {
		return new Fingerprint(table, flavor, `${await readId(session, table, flavor)}\n${withoutCounter(createStatement)}`);
	}
	/** The fingerprint of the same table as it is now. */
	async renewed(session) {
		return new Fingerprint(this.#table, this.#flavor, await read(session, this.#table, this.#flavor));
	}
	/** @throws GhostshipError `original-changed` */
	async confirm(session) {
		if (await read(session, this.#table, this.#flavor).catch((error) => String(error)) === this.#taken) return;
		throw new GhostshipError("original-changed", `${this.#table.name} was altered, replaced or dropped while it was being migrated.`, { hint: "The table is as that change left it. Run the migration again when nobody else changes the table." });
	}
};
async function read(session, table, flavor) {
	const definition = withoutCounter(await readCreateStatement(session, table));
	return `${await readId(session, table, flavor)}\n${definition}`;
}
/** `''` where the user may not see it. */
async function readId(session, table, flavor) {
	const rows = await session.rows(selectTableId(table, flavor)).catch(() => []);
	return String(rows[0]?.id ?? "");
}

export { Fingerprint as t };