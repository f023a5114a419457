import { r as __name } from "../rolldown-runtime.js";
import { a as signedBy, i as parseControlCommand, s as control, t as answerText } from "../report/answer-text.js";
import { r as settingsOf, t as done } from "./invocation.js";
import { t as originHere } from "./origin-here.js";
import { t as runCleanup } from "./run-cleanup.js";
import { o as writeOut } from "./write.js";

// src/cli/run-control.ts
const runControl = async (invocation, signal) => {
	const { command, words, table, takeOver } = invocation;
	if (command === "abort" && takeOver) return runCleanup(invocation, signal);
	const said = [command, ...words].join(" ");
	const parsed = signedBy(parseControlCommand(said), originHere().actor);
	const told = await control({
		...parsed,
		table: table ?? parsed.table
	}, await settingsOf(invocation), signal);
	writeOut(answerText(told, said));
	return done(told);
};

export { runControl };