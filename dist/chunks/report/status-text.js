import { n as __name } from "../rolldown-runtime.js";
import { t as clip } from "./clip.js";
import { n as progressLine } from "./progress-line.js";
import { d as formatDuration } from "./words.js";

// src/report/status-text.ts
/** What is running in a database, a paragraph each. */
function statusText(migrations) {
	return migrations.length === 0 ? "No migration is running." : migrations.map(migrationText).join("\n\n");
}
function migrationText(migration) {
	const { table, statement, startedAt, progress, alive, swapped, ageMs, migrationId } = migration;
	return [
		`${table}: ${alive ? progressLine(progress) : swapped ? `swapped, and its run died ${formatDuration(ageMs)} ago before it could say so; the next run finishes what is left, and so does cleanup` : `left behind ${formatDuration(ageMs)} ago while ${progressLine(progress)}; cleanup removes what is left, and so does the next run`}`,
		`  ${clip(statement, 200)}`,
		`  started ${startedAt} · id ${migrationId}`
	].join("\n");
}

export { statusText as t };