import { r as __name } from "../rolldown-runtime.js";
import { i as sleepUncancelled } from "../support/clock.js";
import { a as visibleMarkdown, t as longestBody } from "../support/visible.js";
import { r as cutAtLine } from "../report/fit.js";
import { t as alert } from "../report/markdown.js";
import { i as createOnce } from "./check-run.js";
import { r as once } from "./request-options.js";

// src/action/comment-sections.ts
/** Stands at the beginning of the one comment Ghostship keeps under a pull request, unseen by readers. */
const marker = "<!-- ghostship -->";
/** Each stands on a line of its own before its section. */
const planMarker = "<!-- ghostship plan -->";
const rehearsalMarker = "<!-- ghostship rehearsal -->";
const environmentMarker = (name) => `<!-- ghostship environment ${name} -->`;
/** The body of the comment with the text in its place. All other sections stay as they are, as long as all of it fits. */
function withSection(body, { environment, section, newPlanOf = null }, text) {
	const parts = readBody(body);
	const found = parts.get(environment ?? "") ?? noSections;
	const rehearsal = newPlanOf === null ? found.rehearsal : markedOld(found.rehearsal, newPlanOf);
	const own = newPlanOf === null ? found : {
		...found,
		note: "",
		rehearsal
	};
	parts.set(environment ?? "", {
		...own,
		[section]: withoutMarks(text)
	});
	return writeBody(parts);
}
/** Nobody must take it for a rehearsal of what is planned by now. */
function markedOld(rehearsal, commit) {
	const rehearsed = /\brehearsed ([0-9a-f]{8}) on /u.exec(rehearsal)?.[1];
	if (rehearsed === void 0 || commit.startsWith(rehearsed) || rehearsal.includes(ofEarlierCommit)) return rehearsal;
	const [heading = "", ...rest] = rehearsal.split("\n");
	return [
		heading,
		"",
		ofEarlierCommit,
		...rest
	].join("\n");
}
const ofEarlierCommit = alert("NOTE", "This is the rehearsal of an earlier commit. The plan above is newer.");
/** What the comment has of one environment. */
function sectionsIn(body, environment) {
	return readBody(body).get(environment ?? "") ?? noSections;
}
const noSections = {
	note: "",
	main: "",
	rehearsal: ""
};
/** A statement may hold such a mark, and must not end its section. */
function withoutMarks(text) {
	return text.replaceAll(/<!--(?=\s*ghostship)/gu, "<! --");
}
/** By environment; the target without a name is `''`, and stands first: its part has no mark of its own. */
function readBody(body) {
	const parts = /* @__PURE__ */ new Map();
	const [unnamed = "", ...named] = (body.startsWith(`${"<!-- ghostship -->"}\n`) ? body.slice(19) : "").split(/^<!-- ghostship environment (\S+) -->\n/mu);
	if (unnamed.trim() !== "") parts.set("", readSections(unnamed));
	for (let at = 0; at < named.length; at += 2) parts.set(named[at] ?? "", readSections(named[at + 1] ?? ""));
	return parts;
}
function readSections(text) {
	const [before, rehearsal] = splitAt(text.trimEnd(), rehearsalMarker);
	const [note, main] = splitAt(before, planMarker);
	return main === null ? {
		note: "",
		main: note,
		rehearsal: rehearsal ?? ""
	} : {
		note,
		main,
		rehearsal: rehearsal ?? ""
	};
}
/** `null` for what follows where the mark is not there. */
function splitAt(text, mark) {
	const at = text.indexOf(mark);
	return at === -1 ? [text, null] : [text.slice(0, at).trimEnd(), text.slice(at + mark.length).trimStart()];
}
/** Where not all fits, rehearsals make way, the longest first; then every environment has the same room. Check runs have all of it. */
function writeBody(parts) {
	const kept = new Map(parts);
	while (join(kept).length > longestBody) {
		const [longest] = [...kept].toSorted(([, one], [, other]) => other.rehearsal.length - one.rehearsal.length);
		if (longest === void 0 || longest[1].rehearsal === "") return join(sharedOut(kept));
		kept.set(longest[0], {
			...longest[1],
			rehearsal: ""
		});
	}
	return join(kept);
}
function join(parts) {
	const inOrder = [...parts].toSorted(([one], [other]) => Number(other === "") - Number(one === ""));
	return [marker, ...inOrder.map(([name, sections]) => partText(name, sections))].join("\n").trimEnd();
}
function partText(name, { note, main, rehearsal }) {
	return [
		...name === "" ? [] : [environmentMarker(name)],
		...note === "" ? [] : [`${note}\n\n${planMarker}`],
		`${main.trimEnd()}\n`,
		...rehearsal === "" ? [] : [`${rehearsalMarker}\n${rehearsal.trimEnd()}\n`]
	].join("\n");
}
/** A text that is shorter than its share leaves the rest of it to the others. */
function sharedOut(parts) {
	const empty = new Map([...parts].map(([name, { note }]) => [name, {
		note,
		main: "",
		rehearsal: ""
	}]));
	let room = longestBody - join(empty).length;
	let left = parts.size;
	const cut = new Map(parts);
	for (const [name, sections] of [...parts].toSorted(([, one], [, other]) => one.main.length - other.main.length)) {
		const main = shorten(sections.main, Math.floor(room / left));
		cut.set(name, {
			...sections,
			main
		});
		room -= main.length;
		left -= 1;
	}
	return cut;
}
const leftOut = "> [!NOTE]\n> Not everything fits here. The check run has all of it.";
/** What is open where the text is cut would swallow what follows: it is closed. */
function shorten(text, limit) {
	if (text.length <= limit) return text;
	const kept = cutAtLine(text, Math.max(0, limit - 200));
	return [
		kept,
		...openEnds(kept),
		"",
		leftOut
	].join("\n");
}
function openEnds(text) {
	let fence = null;
	let folds = 0;
	for (const line of text.split("\n")) {
		const mark = /^`{3,}/u.exec(line)?.[0] ?? null;
		if (fence !== null) fence = line.trimEnd() === fence ? null : fence;
		else if (mark !== null) fence = mark;
		else folds += line.split("<details>").length - line.split("</details>").length;
	}
	return [...fence === null ? [] : [fence], ...Array.from({ length: Math.max(0, folds) }, () => "\n</details>")];
}

// src/action/our-comments.ts
/**
* Those of the comments that the owner of the token has written. Anybody may write one that begins with a mark of ours, and edit it
* later: it must not pass for ours.
*
* @param comments those with the mark, so that mostly nobody has to be asked
*/
async function ourComments({ octokit }, comments) {
	if (comments.length === 0) return [];
	const login = await ownLogin(octokit);
	return comments.filter(({ user }) => user?.login === login);
}
const logins = /* @__PURE__ */ new WeakMap();
function ownLogin(octokit) {
	const known = logins.get(octokit);
	if (known !== void 0) return known;
	const asked = askLogin(octokit);
	logins.set(octokit, asked);
	asked.catch(() => logins.delete(octokit));
	return asked;
}
/** Of all that tells it, GraphQL alone answers the token of a job, of an app and of a person. */
async function askLogin(octokit) {
	const { viewer } = await octokit.graphql("query { viewer { login } }");
	return viewer.login;
}

// src/action/sticky-comment.ts
/** How often a section is written again that the job of another environment has overwritten. */
const rounds = 6;
/**
* Writes a section of the comment, which is made where there is none. A comment that would not change is not edited, because
* that would mark it as edited for nothing.
*
* Jobs of several environments write the same comment at the same time, and GitHub has no way to write only what nobody has
* changed. So whoever has an environment looks again a moment after it has written, when the write of somebody who had read the
* comment before must have arrived, and writes again what is missing. Whoever has made the comment looks again, too, whether another
* one was first.
*
* @param whenAbsent `skip` where a comment alone for this would be noise
* @returns its id; `null` if there is none
*/
async function keepComment(repository, number, place, markdown, whenAbsent) {
	const text = visibleMarkdown(markdown);
	let stray = null;
	for (let round = 0; round < rounds; round += 1) {
		const found = await findComment(repository, number);
		if (found === null && whenAbsent === "skip") return null;
		if (stray !== null && found !== null && found.id !== stray) {
			await removeComment(repository, stray);
			stray = null;
		}
		const body = withSection(found?.body ?? "", place, text);
		if (found?.body === body) return found.id;
		const id = found === null ? await createComment(repository, number, body) : found.id;
		if (found === null) stray = id;
		else await updateComment(repository, id, body);
		if (place.environment === null && found !== null) return id;
		const pauseMs = place.environment === null ? 500 : 1500 + Math.random() * 1500;
		await sleepUncancelled(pauseMs);
	}
	throw new Error("jobs of other environments wrote the comment again and again");
}
async function createComment(repository, number, body) {
	const { octokit, owner, repo } = repository;
	const create = {
		owner,
		repo,
		issue_number: number,
		body,
		request: once
	};
	return (await createOnce(async () => (await octokit.rest.issues.createComment(create)).data, () => findComment(repository, number))).id;
}
async function updateComment({ octokit, owner, repo }, id, body) {
	await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: id,
		body
	});
}
/** The job of another environment has made one at the same time, and before. */
async function removeComment({ octokit, owner, repo }, id) {
	await octokit.rest.issues.deleteComment({
		owner,
		repo,
		comment_id: id
	});
}
function findComment(repository, number) {
	return findOwnComment(repository, number, marker);
}
/**
* Somebody who quotes the comment copies the marker too, but not to the very beginning.
*
* @param mark with which the comment begins
*/
async function findOwnComment(repository, number, mark) {
	const { octokit, owner, repo } = repository;
	const marked = (await octokit.paginate(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	})).filter(({ body }) => body?.startsWith(mark) === true);
	return (await ourComments(repository, marked))[0] ?? null;
}

export { sectionsIn as a, marker as i, keepComment as n, ourComments as r, findOwnComment as t };