import { n as __name } from "../../rolldown-runtime.js";
import { t as GhostshipError } from "../../support/errors.js";
import { dt as readCreateStatement } from "../../sql.js";
import { a as Fingerprint, l as ghostDigest } from "../../binlog.js";

// src/engine/cutover/swap-witness.ts
/** The swap comes to the binlog within moments. After this time it is not waited for any more. */
const timeoutMs = 5e3;
/**
* Asks the binlog whether anything was written to the original between the last change that was applied and the swap. The
* lock should prevent that. But if a server gives the lock to somebody else before the RENAME, this shows it. On MariaDB that
* can happen when a backup asks for its lock in the very moment of UNLOCK.
*/
var SwapWitness = class {
	#stream;
	#names;
	#appliedChanges = 0;
	constructor(stream, names) {
		this.#stream = stream;
		this.#names = names;
	}
	/** Call it under the lock, when every change that was committed before has been delivered. */
	markLastChange() {
		this.#appliedChanges = this.#stream.changeCount;
	}
	/**
	* Call it after the swap. It has a time limit of its own and no signal: a person who stops a migration while the tables are
	* swapped needs this answer most.
	*
	* @returns whether the stream could be read up to the swap
	* @throws GhostshipError `rows-differ` where the retired table has changes that the altered table lacks
	*/
	async confirm() {
		const atSwap = await this.#stream.changesAtSwap(AbortSignal.timeout(timeoutMs)).catch(() => null);
		if (atSwap === null) return false;
		if (atSwap > this.#appliedChanges) throw changesLost(this.#names, atSwap - this.#appliedChanges);
		return true;
	}
};
/** The altered table lacks changes that were written between the last one applied and the swap. */
function changesLost({ original, retired }, count) {
	return new GhostshipError("rows-differ", `${count} changes of ${original.name} were written in the moment of the swap and are only in ${retired.name}.`, {
		hint: `${original.name} is the altered table, and ${retired.name} the table as it was, with these changes. Compare the two by their key and bring over what differs before you drop ${retired.name}. Do not let a backup begin while a migration cuts over.`,
		tableState: "changed"
	});
}

// src/engine/resume/describe-way-back.ts
/** Call it once the tables are swapped. */
async function describeWayBack(session, flavor, record) {
	const { names, sealedAt, knowsPrepared = false, serverStartedAt = 0, retiredForMs = null } = record;
	return {
		format: 1,
		table: names.original,
		retired: names.retired,
		retiredForMs,
		identities: {
			table: await identify(session, names.original, flavor),
			retired: await identify(session, names.retired, flavor)
		},
		position: sealedAt,
		knowsPrepared,
		serverStartedAt
	};
}
/** Foreign keys do not count: they come and go at a swap. */
async function identify(session, table, flavor) {
	const createStatement = await readCreateStatement(session, table);
	const { id } = await Fingerprint.take(session, table, createStatement, flavor);
	return {
		id,
		definitionDigest: ghostDigest(createStatement, [])
	};
}

export { changesLost as i, identify as n, SwapWitness as r, describeWayBack as t };