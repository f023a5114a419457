import { t as GhostshipError } from "./errors.js";
import { a as toGhostshipError, t as describeError } from "./run-outcome.js";
import { t as version } from "./version.js";
import { t as describeTarget } from "./target.js";
import { f as formatNumberOf, i as enumerate, l as formatBytes, n as describeDeferral, r as describeEstimate } from "./words.js";
import { n as isCertain, t as describeHazard } from "./hazard.js";
import { n as planFailed, t as hasMisfits } from "./plan-report.js";
import { n as readStatement } from "./split-file.js";
import { i as tableOf, r as statementsOf } from "./file-statement.js";
import { i as partApplied, n as unsupported, r as taskOf, t as notAllowed } from "./refusal.js";
import { n as lint, t as lintText } from "./lint-text.js";
import { createHash } from "node:crypto";
// src/commands/lint-schema.ts
/**
* What the dry run showed of the tables of one file, for the rules that need it.
*
* @returns `null` if none of its statements has a plan
*/
function schemaOf(file, planned) {
	let changes = /* @__PURE__ */ new Map(), own = planned.filter((statement) => statement.kind === "planned" && statement.file === file.path);
	if (own.length === 0) return null;
	for (let { parsed, line, text } of statementsOf(file)) for (let statement of own) {
		if (statement.kind !== "planned" || statement.line !== line || statement.statement !== text) continue;
		let before = readDefinition(statement.before), after = readDefinition(statement.after);
		before !== null && after !== null && changes.set(parsed.start, {
			before,
			after
		});
	}
	return changes;
}
function readDefinition(text) {
	let statement = readStatement(text, {
		start: 0,
		end: text.length
	});
	return statement.kind === "create-table" ? statement : null;
}
// src/commands/plan-digest.ts
/**
* SHA-256 over what a plan promises: the statements, how they are carried out, the tables before and after. Estimates are
* left out, so that a row more is no other plan. `null` while a statement has no plan.
*/
function planDigest(statements) {
	let promises = [];
	for (let statement of statements) {
		if (statement.kind === "applied") continue;
		if (statement.kind !== "planned") return null;
		let { file, statement: text, table, algorithm, before, after, migrationKey } = statement;
		promises.push([
			file,
			text,
			table,
			algorithm,
			withoutCounter(before),
			withoutCounter(after),
			migrationKey?.columns ?? null
		]);
	}
	return createHash("sha256").update(JSON.stringify(promises)).digest("hex");
}
/** The next AUTO_INCREMENT value moves with every row. */
function withoutCounter(definition) {
	return definition.replace(/ AUTO_INCREMENT=\d+/u, "");
}
// src/commands/plan-file.ts
/** The statements of one file, in its order. */
async function planFile(read, context, signal) {
	try {
		let statements = read(), { applied, changed } = partApplied(statements, context.completed), planned = [];
		for (let statement of statements) {
			let fault = changed.find((entry) => entry.statement === statement)?.error ?? null, done = applied.find(({ ordinal }) => ordinal === statement.ordinal)?.applied;
			fault === null ? done === void 0 ? changed.length === 0 && planned.push(await planPending(statement, context, signal)) : planned.push({
				kind: "applied",
				...placeOf(statement),
				finished: done.finished
			}) : planned.push(refused(statement, fault));
		}
		return planned;
	} catch (error) {
		if (!(error instanceof GhostshipError) || error.code !== "invalid-statement") throw error;
		return [{
			kind: "refused",
			file: context.file,
			line: 1,
			statement: "",
			table: "",
			error: describeError(error)
		}];
	}
}
async function planPending(statement, context, signal) {
	let refusal = unsupported(statement) ?? notAllowed(statement, context.settings);
	if (refusal !== null) return refused(statement, refusal);
	if (context.database === null) return {
		kind: "unplanned",
		...placeOf(statement)
	};
	let table = tableOf(statement).toLowerCase(), followsAnother = context.touched.has(table);
	context.touched.add(table);
	try {
		let { planTask } = await import("./plan-task.js");
		return {
			kind: "planned",
			...await planTask(taskOf(statement), context.database, context.settings, signal)
		};
	} catch (error) {
		return signal.throwIfAborted(), followsAnother ? {
			kind: "depends",
			...placeOf(statement)
		} : refused(statement, toGhostshipError(error));
	}
}
function refused(statement, error) {
	return {
		kind: "refused",
		...placeOf(statement),
		error: describeError(error)
	};
}
function placeOf(statement) {
	return {
		file: statement.file,
		line: statement.line,
		statement: statement.text,
		table: tableOf(statement)
	};
}
// src/commands/plan.ts
/** Lints the files and tries every statement that is not applied yet on an empty clone of its table. */
async function plan(subject, settings, signal) {
	let files = "files" in subject ? subject.files : [], database = databaseOf(settings), { completed, problem } = await readLedger(database), reachable = problem === null ? database : null, touched = /* @__PURE__ */ new Set(), statements = [], sources = "files" in subject ? files.map((file) => () => statementsOf(file)) : [() => [subject.alter]];
	for (let [index, read] of sources.entries()) {
		let place = {
			file: files[index]?.path ?? null,
			completed,
			settings,
			database: reachable,
			touched
		};
		statements.push(...await planFile(read, place, signal));
	}
	return {
		version,
		digest: planDigest(statements),
		database: reachable === null ? null : describeTarget(reachable.replica ?? reachable.target),
		problem,
		statements,
		...lint(files, settings, (file) => schemaOf(file, statements))
	};
}
/** A replica alone will do: it has the target's tables, and its ledger. */
function databaseOf({ target, replica }) {
	return target === null ? replica === null ? null : {
		target: replica,
		replica
	} : {
		target,
		replica
	};
}
async function readLedger(database) {
	if (database === null) return {
		completed: [],
		problem: null
	};
	try {
		let { Ledger } = await import("./ledger2.js");
		return {
			completed: await new Ledger(database.replica ?? database.target).completed(),
			problem: null
		};
	} catch (error) {
		return {
			completed: [],
			problem: describeError(toGhostshipError(error))
		};
	}
}
// ../../work/main/node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		typeof options == "function" ? (callback = options, options = {}) : "callback" in options && (callback = options.callback);
		let oldString = this.castInput(oldStr, options), newString = this.castInput(newStr, options), oldTokens = this.removeEmpty(this.tokenize(oldString, options)), newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		let done = (value) => {
			if (value = this.postProcess(value, options), callback) setTimeout(function() {
				callback(value);
			}, 0);
			else return value;
		}, newLen = newTokens.length, oldLen = oldTokens.length, editLength = 1, maxEditLength = newLen + oldLen;
		options.maxEditLength != null && (maxEditLength = Math.min(maxEditLength, options.maxEditLength));
		let maxExecutionTime = options.timeout ?? 1e400, abortAfterTimestamp = Date.now() + maxExecutionTime, bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}], newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -1e400, maxDiagonalToConsider = 1e400, execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath, removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				removePath && (bestPath[diagonalPath - 1] = void 0);
				let canAdd = !1;
				if (addPath) {
					let addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				let canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) bestPath[diagonalPath] = void 0;
				else {
					if (basePath = !canRemove || canAdd && removePath.oldPos < addPath.oldPos ? this.addToPath(addPath, !0, !1, 0, options) : this.addToPath(removePath, !1, !0, 1, options), newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options), basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || !0;
					bestPath[diagonalPath] = basePath, basePath.oldPos + 1 >= oldLen && (maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1)), newPos + 1 >= newLen && (minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1));
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				execEditLength() || exec();
			}, 0);
		})();
		else for (; editLength <= maxEditLength && Date.now() <= abortAfterTimestamp;) {
			let ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		let last = path.lastComponent;
		return last && !options.oneChangePerToken && last.added === added && last.removed === removed ? {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		} : {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		let newLen = newTokens.length, oldLen = oldTokens.length, oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		for (; newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options);) newPos++, oldPos++, commonCount++, options.oneChangePerToken && (basePath.lastComponent = {
			count: 1,
			previousComponent: basePath.lastComponent,
			added: !1,
			removed: !1
		});
		return commonCount && !options.oneChangePerToken && (basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: !1,
			removed: !1
		}), basePath.oldPos = oldPos, newPos;
	}
	equals(left, right, options) {
		return options.comparator ? options.comparator(left, right) : left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		let ret = [];
		for (let i = 0; i < array.length; i++) array[i] && ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return !1;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		let components = [], nextComponent;
		for (; lastComponent;) components.push(lastComponent), nextComponent = lastComponent.previousComponent, delete lastComponent.previousComponent, lastComponent = nextComponent;
		components.reverse();
		let componentLen = components.length, componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			let component = components[componentPos];
			if (component.removed) component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count)), oldPos += component.count;
			else {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						let oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					}), component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count, component.added || (oldPos += component.count);
			}
		}
		return components;
	}
};
new class extends Diff {}();
// ../../work/main/node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	a.length > b.length && (startA = a.length - b.length);
	let endB = b.length;
	a.length < b.length && (endB = a.length);
	let map = Array(endB), k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		for (b[j] == b[k] ? map[j] = map[k] : map[j] = k; k > 0 && b[j] != b[k];) k = map[k];
		b[j] == b[k] && k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		for (; k > 0 && a[i] != b[k];) k = map[k];
		a[i] == b[k] && k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	let parts = [];
	for (let segmentObj of Array.from(segmenter.segment(string))) {
		let segment = segmentObj.segment;
		parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment) ? parts[parts.length - 1] += segment : parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0 && string[i].match(/\s/); i--);
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	let match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw Error("The segmenter passed must have a granularity of \"word\"");
	let segments = segment(string, segmenter), firstSeg = segments[0], lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}
// ../../work/main/node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}", tokenizeIncludingWhitespace = RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
new class extends Diff {
	equals(left, right, options) {
		return options.ignoreCase && (left = left.toLowerCase(), right = right.toLowerCase()), left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			let segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		let tokens = [], prevPart = null;
		return parts.forEach((part) => {
			/\s/.test(part) ? prevPart == null ? tokens.push(part) : tokens.push(tokens.pop() + part) : prevPart != null && /\s/.test(prevPart) ? tokens[tokens.length - 1] == prevPart ? tokens.push(tokens.pop() + part) : tokens.push(prevPart + part) : tokens.push(part), prevPart = part;
		}), tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => i == 0 ? token : token.replace(/^\s+/, "")).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null, insertion = null, deletion = null;
		return changes.forEach((change) => {
			change.added ? insertion = change : change.removed ? deletion = change : ((insertion || deletion) && dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter), lastKeep = change, insertion = null, deletion = null);
		}), (insertion || deletion) && dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter), changes;
	}
}();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		let [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter), [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			let commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix), deletion.value = removePrefix(deletion.value, commonWsPrefix), insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			let commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix), deletion.value = removeSuffix(deletion.value, commonWsSuffix), insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			let ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			let ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		let newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter), newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		let newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd), endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd), startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		let endKeepWsPrefix = leadingWs(endKeep.value, segmenter), overlap = maximumOverlap(trailingWs(deletion.value, segmenter), endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		let overlap = maximumOverlap(trailingWs(startKeep.value, segmenter), leadingWs(deletion.value, segmenter));
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
new class extends Diff {
	tokenize(value) {
		let regex = RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
}();
const lineDiff = new class extends Diff {
	constructor() {
		super(...arguments), this.tokenize = tokenize;
	}
	equals(left, right, options) {
		return options.ignoreWhitespace ? (options.newlineIsToken && left.includes("\n") || (left = left.trim()), options.newlineIsToken && right.includes("\n") || (right = right.trim())) : options.ignoreNewlineAtEof && !options.newlineIsToken && (left.endsWith("\n") && (left = left.slice(0, -1)), right.endsWith("\n") && (right = right.slice(0, -1))), super.equals(left, right, options);
	}
}();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	options.stripTrailingCr && (value = value.replace(/\r\n/g, "\n"));
	let retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	linesAndNewlines[linesAndNewlines.length - 1] || linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		let line = linesAndNewlines[i];
		i % 2 && !options.newlineIsToken ? retLines[retLines.length - 1] += line : retLines.push(line);
	}
	return retLines;
}
// ../../work/main/node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
new class extends Diff {
	tokenize(value) {
		let result = [], tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				for (result.push(value.slice(tokenStartI, i + 1)), i = tokenStartI = i + 1; value[i + 1]?.match(/\s/);) i++;
				result.push(value.slice(tokenStartI, i + 1)), tokenStartI = i + 1;
			}
		}
		return result;
	}
}(), new class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
}(), new class extends Diff {
	constructor() {
		super(...arguments), this.tokenize = tokenize;
	}
	get useLongestToken() {
		return !0;
	}
	castInput(value, options) {
		let { undefinedReplacement, stringifyReplacer = (k, v) => v === void 0 ? undefinedReplacement : v } = options;
		return typeof value == "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
}();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack ||= [], replacementStack ||= [], replacer && (obj = replacer(key === void 0 ? "" : key, obj));
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if (Object.prototype.toString.call(obj) === "[object Array]") {
		for (stack.push(obj), canonicalizedObj = Array(obj.length), replacementStack.push(canonicalizedObj), i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		return stack.pop(), replacementStack.pop(), canonicalizedObj;
	}
	if (obj && obj.toJSON && (obj = obj.toJSON()), typeof obj == "object" && obj) {
		stack.push(obj), canonicalizedObj = {}, replacementStack.push(canonicalizedObj);
		let sortedKeys = [], key;
		for (key in obj)
 /* istanbul ignore else */
		Object.prototype.hasOwnProperty.call(obj, key) && sortedKeys.push(key);
		for (sortedKeys.sort(), i = 0; i < sortedKeys.length; i += 1) key = sortedKeys[i], canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		stack.pop(), replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}
new class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
}();
// src/report/definition-diff.ts
/** Two table definitions, line by line, as the body of a `diff` code block; empty where they are the same. */
function diffDefinitions(before, after) {
	let changes = diffLines(normalize(before), normalize(after));
	return changes.every(({ added, removed }) => !added && !removed) ? "" : changes.flatMap(({ value, added, removed }) => {
		let sign = added ? "+" : removed ? "-" : " ";
		return value.replace(/\n$/u, "").split("\n").map((line) => `${sign} ${line}`);
	}).join("\n");
}
/**
* The next AUTO_INCREMENT value is no part of the definition, and an empty clone has another. Whether a comma follows
* depends on what stands behind a line, and would show lines as changed that are not.
*/
function normalize(definition) {
	return definition === "" ? "" : `${definition.replace(/ AUTO_INCREMENT=\d+/u, "").trimEnd().split("\n").map((line) => line.replace(/,$/u, "")).join("\n")}\n`;
}
// src/report/plan-verdict.ts
function planVerdict(report) {
	let work = describeWork(report.statements);
	if (planFailed(report)) return {
		kind: "failed",
		title: "Not ready",
		sentence: `${describeFaults(report)} ${work}`
	};
	if (report.statements.every(({ kind }) => kind === "applied")) return {
		kind: "nothing",
		title: "Nothing to do",
		sentence: work
	};
	let warnings = count(report.findings, "warning"), title = report.statements.some(({ kind }) => kind === "unplanned") ? "No errors" : "Ready to ship";
	return warnings === 0 ? {
		kind: "ready",
		title,
		sentence: work
	} : {
		kind: "warned",
		title: `${title}, with ${formatNumberOf(warnings, "warning")}`,
		sentence: work
	};
}
/** `3 statements: 1 instant, 1 in place and 1 copy of 2.8 M rows (1.2 GiB).` */
function describeWork(statements) {
	if (statements.length === 0) return "There are no statements in the changed files.";
	let planned = statements.filter((statement) => statement.kind === "planned"), by = (algorithm) => planned.filter((statement) => statement.algorithm === algorithm), copies = by("copy"), rows = sum(copies.map((statement) => statement.rows)), bytes = sum(copies.map(({ dataBytes, indexBytes }) => dataBytes + indexBytes)), other = (kind) => statements.filter((statement) => statement.kind === kind).length, parts = [
		...some(by("instant").length, "instant"),
		...some(by("inplace").length, "in place"),
		...some(by("direct").length, "direct"),
		...copies.length === 0 ? [] : [`${copies.length} by copying ${formatNumberOf(rows, "row")} (${formatBytes(bytes)})`],
		...some(other("depends"), "planned when an earlier one has run"),
		...some(other("unplanned"), "without a dry run"),
		...some(other("applied"), "applied already"),
		...some(other("refused"), "refused")
	], described = statements.length === 1 ? parts.map((part) => part.replace(/^1 /u, "")) : parts;
	return `${formatNumberOf(statements.length, "statement")}: ${enumerate(described)}.`;
}
function describeFaults({ findings, statements, problem }) {
	let errors = count(findings, "error"), refused = statements.filter(({ kind }) => kind === "refused").length, misfits = statements.filter(hasMisfits).length, parts = [
		...problem === null ? [] : ["the database could not be asked"],
		...errors === 0 ? [] : [formatNumberOf(errors, "lint error")],
		...refused === 0 ? [] : [`${formatNumberOf(refused, "statement")} that would be refused`],
		...misfits === 0 ? [] : [`${formatNumberOf(misfits, "statement")} that rows of the table do not fit`]
	];
	return `${capitalize(enumerate(parts))}.`;
}
function some(number, what) {
	return number === 0 ? [] : [`${number} ${what}`];
}
function count(findings, severity) {
	return findings.filter((finding) => finding.severity === severity).length;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
function capitalize(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
// src/report/plan-text.ts
/** A plan for a terminal. */
function planText(report) {
	let verdict = planVerdict(report), { problem } = report;
	return [
		...report.statements.map(statementText),
		...report.findings.length === 0 ? [] : [lintText(report)],
		...problem === null ? [] : [`${problem.message}\n${problem.hint}`],
		`${verdict.title}. ${verdict.sentence}`
	].join("\n\n");
}
function statementText(statement) {
	return [
		`${statement.file === null ? "" : `${statement.file}:${statement.line}\n`}  ${statement.statement.replaceAll("\n", "\n  ")}`,
		...description(statement).map((line) => `  → ${line}`),
		...diff(statement)
	].join("\n");
}
function description(statement) {
	switch (statement.kind) {
		case "planned": {
			let { algorithm, reason, rows, dataBytes, indexBytes, migrationKey, deferral, estimate, warnings, hazards } = statement, size = algorithm === "copy" ? ` of ${formatNumberOf(rows, "row")}, ${formatBytes(dataBytes + indexBytes)}` : "", key = migrationKey === null ? [] : [`walked by ${migrationKey.columns.join(", ")}: ${migrationKey.reason}`];
			return [
				`${words[algorithm]}${size}: ${reason}`,
				...key,
				...deferral === null ? [] : [describeDeferral(deferral)],
				...estimate === null ? [] : [describeEstimate(estimate)],
				...warnings.map((warning) => `warning: ${warning}`),
				...hazards.map((hazard) => `${isCertain(hazard) ? "error" : "warning"}: ${describeHazard(hazard)} ${hazard.hint}`)
			];
		}
		case "applied": return [`applied on ${statement.finished}; it is not run again`];
		case "depends": return ["builds on an earlier statement, and is planned once that has run"];
		case "unplanned": return ["no dry run: no target and no replica is given"];
		case "refused": return [`refused (${statement.error.code}): ${statement.error.message}`, statement.error.hint];
	}
}
const words = {
	instant: "instant",
	inplace: "in place",
	copy: "copy",
	direct: "direct"
};
/** Only the lines that change: the rest is on the server. */
function diff(statement) {
	return statement.kind !== "planned" || statement.before === "" || statement.after === "" ? [] : diffDefinitions(statement.before, statement.after).split("\n").filter((line) => /^[+-]/u.test(line)).map((line) => `    ${line}`);
}
export { plan as i, planVerdict as n, diffDefinitions as r, planText as t };
