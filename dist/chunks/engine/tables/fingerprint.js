import { r as __name } from "../../rolldown-runtime.js";
import { i as readCreateStatement, s as withoutCounter } from "../../mysql/inspect-table.js";
import { t as readTableId } from "../../mysql/read-table-id.js";
import { m as isServerError } from "../../mysql/server-errors.js";
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
		return new Fingerprint(table, flavor, `${await readTableId(session, table, flavor)}\n${withoutCounter(createStatement)}`);
	}
	/** The fingerprint of the same table as it is now. */
	async renewed(session) {
		return new Fingerprint(this.#table, this.#flavor, await read(session, this.#table, this.#flavor));
	}
	/** @throws GhostshipError `original-changed` */
	async confirm(session) {
		if (await read(session, this.#table, this.#flavor).catch(goneOrThrow) === this.#taken) return;
		throw new GhostshipError("original-changed", `${this.#table.name} was altered, replaced or dropped while it was being migrated.`, { hint: "The table is as that change left it. Run the migration again when nobody else changes the table." });
	}
};
async function read(session, table, flavor) {
	const definition = withoutCounter(await readCreateStatement(session, table));
	return `${await readTableId(session, table, flavor)}\n${definition}`;
}
/** A question that got no answer tells nothing of the table. */
function goneOrThrow(error) {
	if (isServerError(error, "ER_NO_SUCH_TABLE")) return null;
	throw error;
}

export { Fingerprint as t };