import { r as __name } from "../../rolldown-runtime.js";

// src/engine/run/command.ts
const commandNames = [
	"cutover",
	"pause",
	"resume",
	"abort",
	"throttle"
];
/** What a migration answers, and what counts from then on. */
function decide(command, control, moment) {
	if (moment.isSwapped) return refuse(control, "The tables are swapped already, and nothing is left to command.");
	switch (command.kind) {
		case "pause": return pause(control, moment);
		case "resume": return resume(control, moment);
		case "throttle": return throttle(command.argument, control, moment);
		case "cutover": return cutover(control, moment);
		case "abort": return done(control, abortText(moment));
		default: return refuse(control, `This version knows no command ${command.kind}.`);
	}
}
/** What counts once a run that goes on with the migration has obeyed all of these. */
function decideAll(commands, control) {
	return commands.reduce((now, command) => decide(command, now, nobodyThere).control, control);
}
const nobodyThere = {
	state: "preflight",
	isSwapped: false,
	hasGate: false,
	holds: []
};
/**
* What is said for a migration that nobody works on, before the command is left for the run that goes on with it.
*
* @param control what that run will obey already
*/
function answerForLater(command, control) {
	const { answer, control: then } = decide(command, control, nobodyThere);
	if (answer.outcome === "refused") return answer;
	return {
		outcome: "kept",
		text: ["Nobody is working on it. The next run that has its statement goes on with it, and obeys then.", ...then.paused && command.kind !== "pause" ? [command.kind === "cutover" ? swapsLater : waitsLater] : []].join(" ")
	};
}
const swapsLater = "It is paused, and swaps the tables after `ghostship resume`.";
const waitsLater = "It is paused until `ghostship resume`.";
/** @param row of the changelog */
function givenCommand({ kind, argument }) {
	return {
		kind: String(kind),
		argument: argument === null || argument === void 0 ? null : String(argument)
	};
}
function pause(control, { state }) {
	if (control.paused) return done(control, "It is paused already.");
	if (state === "cutting_over") return refuse(control, "It is at its cutover, which cannot be paused. `ghostship abort` stops it.");
	const what = held[state] ?? "It";
	return done({
		...control,
		paused: true
	}, `${what} is paused. Changes of the table are still applied, and nothing is swapped before \`ghostship resume\`.`);
}
const held = {
	copying: "The copy",
	verifying: "The comparison"
};
function resume(control, { holds }) {
	const slow = control.throttlePercent > 0 ? [`It rests ${control.throttlePercent} % of the time by command.`] : [];
	if (!control.paused) return refuse(control, [
		"It is not paused.",
		...holds.length > 0 ? [`It is held by ${holds.join(", ")}.`] : [],
		...slow
	].join(" "));
	const swaps = control.cutoverOrdered ? ["The cutover that was ordered counts again."] : [];
	return done({
		...control,
		paused: false
	}, [
		"It goes on.",
		...slow,
		...swaps
	].join(" "));
}
function throttle(argument, control, { state }) {
	const percent = parsePercent(argument ?? "");
	if (percent === null) return refuse(control, `"${argument ?? ""}" is ${notAPercentage}.`);
	const next = {
		...control,
		throttlePercent: percent
	};
	const paused = control.paused ? ` ${waitsLater}` : "";
	if (!slowable.includes(state)) return {
		answer: {
			outcome: "kept",
			text: `${percent} % is kept. Nothing is copied or compared now.${paused}`
		},
		control: next
	};
	if (percent === 0) return done(next, `It works as fast as the server allows.${paused}`);
	if (percent === 100) return done(next, `It is held until \`ghostship throttle\` is given a lower number.${paused}`);
	return done(next, `It rests ${percent} % of the time.${paused}`);
}
const slowable = ["copying", "verifying"];
const notAPercentage = "no percentage: write a whole number from 0 (as fast as allowed) to 100 (held)";
/** `50` or `50%`; `null` for anything but a whole number from 0 to 100. */
function parsePercent(text) {
	const [, digits] = /^(\d{1,3})\s*%?$/u.exec(text.trim()) ?? [];
	return digits === void 0 || Number(digits) > 100 ? null : Number(digits);
}
function cutover(control, { state, hasGate }) {
	if (state === "cutting_over") return refuse(control, "Its cutover is under way already.");
	const next = {
		...control,
		cutoverOrdered: true
	};
	const keep = (text) => ({
		answer: {
			outcome: "kept",
			text
		},
		control: next
	});
	if (control.paused) return keep(`This is kept. ${swapsLater}`);
	if (state === "waiting_for_cutover") return done(next, "It begins to swap the tables.");
	const when = "as soon as everything is copied and compared";
	if (!hasGate) return keep(`There is no gate: it swaps the tables by itself ${when}.`);
	return keep(`This is kept${control.cutoverOrdered ? " already" : ""}. It swaps the tables ${when}.`);
}
function abortText({ state }) {
	if (state !== "cutting_over") return "It stops. The table stays as it was.";
	return "It stops, unless the tables are being swapped in this moment. `ghostship status` tells.";
}
function done(control, text) {
	return {
		answer: {
			outcome: "done",
			text
		},
		control
	};
}
function refuse(control, text) {
	return {
		answer: {
			outcome: "refused",
			text
		},
		control
	};
}

export { givenCommand as a, decideAll as i, commandNames as n, notAPercentage as o, decide as r, parsePercent as s, answerForLater as t };