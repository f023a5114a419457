import { r as __name } from "../../rolldown-runtime.js";
import { i as patience } from "../../mysql/patience.js";
import { i as sleepUncancelled, t as nowMs } from "../../support/clock.js";
import { t as Doorbell } from "../../support/doorbell.js";
import { r as messageOf } from "../../support/errors.js";

// src/commands/ledger/ledger-entry.ts
/** A run gives a sign of life at least this often. Before it has a changelog, the ledger alone tells whether it lives. */
function livenessMs(state) {
	return state === "preflight" ? 2e3 : 1e4;
}
/** Pauses before each further try to write the end of a migration. Their sum is longer than the restart of a server. */
const retryPausesMs = [
	500,
	1e3,
	2e3,
	4e3,
	8e3,
	16e3
];
/** Where the server cannot be reached, each try takes long. */
const maxTryingUnchangedMs = 5e3;
/**
* The ledger's row of a running migration. Notes are written while the engine works on, one at a time, and only the newest
* state. A note that cannot be written does not disturb the migration.
*/
var LedgerEntry = class {
	#ledger;
	#id;
	#reverts;
	#wayBack = null;
	#news = new Doorbell();
	#closing = new AbortController();
	#writing;
	#state = "preflight";
	/** The run that this one goes on with. */
	#before = null;
	/** @param reverts the id of the migration that this one reverts */
	constructor(ledger, id, reverts = null) {
		this.#reverts = reverts;
		this.#ledger = ledger;
		this.#id = id;
		this.#writing = this.#keepWriting();
	}
	note(event) {
		if (event.type === "resumed") this.#before = event.migrationId;
		if (event.type === "way-back") this.#wayBack = event.wayBack;
		const state = event.type === "swapped" || event.type === "state" ? event.state : this.#state;
		if (state === this.#state) return;
		this.#state = state;
		this.#news.ring();
	}
	/** What it has come to, before the last trace of it is dropped. */
	async noteDone(outcome) {
		await this.#ledger.noteOutcome(this.#id, outcome, this.#wayBack).catch(() => void 0);
	}
	/**
	* Writes how it ended. With an older state in its row, the statement would be run again. So this is tried for half a minute.
	*
	* @returns why it could not be written, `null` when it was
	*/
	async finish(outcome) {
		await this[Symbol.asyncDispose]();
		const mostMs = outcome.tableState === "unchanged" ? maxTryingUnchangedMs : Number.POSITIVE_INFINITY;
		const startedAt = nowMs();
		for (let attempt = 0;; attempt += 1) try {
			await this.#ledger.finish(this.#id, outcome, {
				wayBack: this.#wayBack,
				reverts: this.#reverts
			});
			return null;
		} catch (error) {
			const pauseMs = retryPausesMs[attempt];
			if (pauseMs === void 0 || nowMs() - startedAt > Math.min(mostMs, patience().rewriteMs)) return messageOf(error);
			await sleepUncancelled(pauseMs);
		}
	}
	async [Symbol.asyncDispose]() {
		this.#closing.abort();
		await this.#writing;
	}
	async #closeBefore(id) {
		await this.#ledger.close(id);
		this.#before = null;
	}
	async #keepWriting() {
		while (!this.#closing.signal.aborted) {
			await this.#ledger.advance(this.#id, this.#state).catch(() => void 0);
			if (this.#state === "reverted" && this.#reverts !== null) await this.#ledger.markReverted(this.#reverts).catch(() => void 0);
			if (this.#before !== null) await this.#closeBefore(this.#before).catch(() => void 0);
			await this.#news.wait(this.#closing.signal, livenessMs(this.#state)).catch(() => void 0);
		}
	}
};

export { livenessMs as n, LedgerEntry as t };