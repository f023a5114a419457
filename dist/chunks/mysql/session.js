import { a as __toESM, r as __name } from "../rolldown-runtime.js";
import { _ as showProcesses } from "../sql/cutover.js";
import { a as ordinary, d as setAll, f as settingsFor, i as namesInReadBack, l as readAll } from "../sql/session-settings.js";
import { r as messageOf, t as GhostshipError } from "../support/errors.js";
import { o as selectProduct, r as identityVariables } from "../sql/server.js";
import { n as refuseProduct, t as flavorOf } from "./product.js";
import { n as refuseOtherServer } from "./same-server.js";
import { _ as serverErrors, g as refusal, l as isFullHouse, m as isServerError, n as ServerError, t as ConnectionLost, u as isLastWord } from "./server-errors.js";
import { t as describeTarget } from "./target.js";
import { t as require_mysql2 } from "../../packages/mysql2.js";
import { i as patience, n as endOfProcess, t as Ending } from "./patience.js";
import { i as sleepUncancelled, n as reasonOf, o as onAbort, t as nowMs } from "../support/clock.js";
import { t as _usingCtx } from "../usingCtx.js";
import { once } from "node:events";
import { BlockList, connect as connect$1 } from "node:net";

// src/mysql/choose-settings.ts
/** Of the servers asked so far, what they do not have. */
const unknown = /* @__PURE__ */ new WeakMap();
/**
* Gives a session the settings it is to run under, and asks the server whether it has them, what it is, and whether it is the one
* that all other sessions reach.
*
* @throws GhostshipError `unsupported-server` saying which of this is not so; ServerError, ConnectionLost
*/
async function chooseSettings(session, target, settings) {
	const absent = unknown.get(target) ?? /* @__PURE__ */ new Set();
	unknown.set(target, absent);
	const wanted = () => settingsFor(settings).filter(({ name }) => !absent.has(name));
	const identity = () => identityVariables.filter(({ name }) => !absent.has(name));
	const all = () => [...wanted(), ...identity()].map(({ name }) => name);
	try {
		await passOverAbsent(absent, all, () => setThem(session, wanted()));
		const row = await passOverAbsent(absent, all, () => readThem(session, readAll(wanted(), identity())));
		refuseProduct(String(row.version), String(row.version_comment));
		const flavor = flavorOf(String(row.version));
		const different = wanted().find((it) => (it.flavor === null || it.flavor === flavor) && !isAsAsked(row, it.name));
		if (different !== void 0) throw notAsAsked(session, target, different, row);
		refuseOtherServer(row, session, target);
	} catch (error) {
		if (error instanceof ServerError) await refuseUnlikeMysql(session);
		throw error;
	}
}
/** What is no MySQL at all may not even know the statements. */
async function refuseUnlikeMysql(session) {
	const row = await readThem(session, selectProduct).catch(() => null);
	if (row !== null) refuseProduct(String(row.version), String(row.version_comment));
}
/** Older and newer servers lack some: what a server does not have cannot be set in a way that harms. */
async function passOverAbsent(absent, names, ask) {
	for (;;) try {
		return await ask();
	} catch (error) {
		if (!isServerError(error, "ER_UNKNOWN_SYSTEM_VARIABLE")) throw error;
		const named = names().find((name) => error.message.includes(`'${name}'`));
		if (named === void 0) throw error;
		absent.add(named);
	}
}
/** Where one of them takes a privilege, the others are set all the same; reading them back tells whether that one matters. */
async function setThem(session, chosen) {
	try {
		await session.run(setAll(chosen));
	} catch (error) {
		if (!isServerError(error, "ER_SPECIFIC_ACCESS_DENIED_ERROR")) throw error;
		const [mode, ...others] = chosen;
		if (mode === void 0) throw error;
		for (const other of others) await session.run(setAll([mode, other])).catch((denied) => {
			if (!isServerError(denied, "ER_SPECIFIC_ACCESS_DENIED_ERROR")) throw denied;
		});
	}
}
async function readThem(session, question) {
	const [row] = await session.rows(question);
	return row ?? {};
}
function isAsAsked(row, name) {
	const { is, asked } = valuesOf(row, name);
	if (is === void 0 || asked === void 0) return false;
	if (is === asked) return true;
	const found = new Set(is.split(","));
	const words = new Set(asked.split(","));
	const isWhole = !words.delete("default");
	return [...words].every((word) => found.has(word)) && (!isWhole || found.size === words.size);
}
function valuesOf(row, name) {
	const columns = namesInReadBack(name);
	const text = (value) => value === void 0 ? value : String(value);
	return {
		is: text(row[columns.is]),
		asked: text(row[columns.asked])
	};
}
function notAsAsked(session, target, { name, value }, row) {
	const { is = "not shown", asked = value.text } = valuesOf(row, name);
	return new GhostshipError("unsupported-server", `The connection to ${describeTarget(target)} for ${session.purpose} must have ${name} = ${asked}, and there it is ${is}.`, { hint: "The server, or a proxy before it, passes over SET SESSION. Connect to the server itself, with a user who may set its own session." });
}

// src/mysql/transport.ts
var import_mysql2 = /* @__PURE__ */ __toESM(require_mysql2(), 1);
/** One for each target, by which the driver knows what to resume. */
const known = /* @__PURE__ */ new WeakMap();
/** `null`: in clear. */
function tlsOptions(target, offersTls) {
	if (target.sslMode === "disabled" || target.sslMode === "preferred" && !offersTls) return null;
	const found = known.get(target);
	if (found !== void 0) return found;
	const options = {
		rejectUnauthorized: provesIdentity(target),
		verifyIdentity: target.sslMode === "verify-identity",
		...target.sslCa === void 0 ? {} : { ca: target.sslCa }
	};
	known.set(target, options);
	return options;
}
/** Whether an authority vouches for the server. */
function provesIdentity({ sslMode }) {
	return sslMode === "verify-ca" || sslMode === "verify-identity";
}
/** The server asked, on a connection in clear, for the password itself. */
var PasswordWithheld = class extends Error {
	constructor() {
		super("the server asks for the password itself, which is not sent in clear");
		this.name = "PasswordWithheld";
	}
};
const fullAuthentication = Buffer.of(4);
/**
* For a connection in clear to another machine: what is sent proves the password and does not tell it. A public key that comes
* the same way as the question for the password may be anybody's, so nothing is encrypted with it.
*/
function guardPassword() {
	return {
		caching_sha2_password: (session) => {
			const answer = import_mysql2.authPlugins.caching_sha2_password({})(session);
			return (data) => {
				if (fullAuthentication.equals(data)) throw new PasswordWithheld();
				return answer(data);
			};
		},
		sha256_password: withhold,
		mysql_clear_password: withhold
	};
}
const withhold = () => () => {
	throw new PasswordWithheld();
};

// src/mysql/connect-errors.ts
/**
* What kept a connection from being made, for the person who can do something about it.
*
* @param isEncrypted `null` where it did not come to that
*/
function explainConnectError(error, target, purpose, isEncrypted) {
	const { errno, code } = error;
	const words = messageOf(error) || String(code);
	const place = `${describeTarget(target)} for ${purpose}`;
	const say = (kind, message, hint) => new GhostshipError(kind, message, {
		hint,
		cause: error
	});
	if (error instanceof PasswordWithheld) {
		const isChosen = target.sslMode === "disabled";
		return say("cannot-connect", `The connection to ${place} is not encrypted, and ${words}.`, isChosen ? `Take ssl-mode=disabled out of the URL, so that the connection is encrypted.` : "Let the server offer TLS. (This one offers none, or somebody on the way hides it.)");
	}
	const plugin = unknownPlugin(code, words);
	if (plugin !== null) return say("access-denied", `The server wants ${place} to prove who it is by ${plugin}, which Ghostship cannot do.`, loginHint);
	const tls = explainTls(error, target, place);
	if (tls !== null) return say("cannot-connect", ...tls);
	if (errno === serverErrors.ER_USER_LIMIT_REACHED && ofAnHour.test(words)) return say("cannot-connect", `The server does no more for ${place} within this hour: ${words}`, "Raise that limit of the user (ALTER USER … WITH …), or run this again in the next hour.");
	if (fullHouse.some((number) => number === errno)) return say("cannot-connect", `The server has no connection left for ${place}: ${words}`, "Raise max_connections, or the limit of this user; fewer `workers` need fewer connections.");
	if (errno === serverErrors.ER_NET_PACKET_TOO_LARGE) return say("cannot-connect", `The server was reached as ${place}, and takes no statements of the usual length: ${words}`, "Raise its max_allowed_packet; servers have 16 MB or more unless they are told otherwise.");
	if (denials.some((number) => number === errno)) return say("access-denied", `The server refused ${place}: ${words}`, denialHint(errno, isEncrypted));
	return say("cannot-connect", `Cannot reach ${place}: ${words}`, "Check host and port, that the server is up, and that this machine may reach it.");
}
/** What TLS has to do with it, and what helps; `null` where it has nothing to do with it. */
function explainTls(error, target, place) {
	const { errno, code } = error;
	const words = messageOf(error) || String(code);
	if (code === "HANDSHAKE_NO_SSL_SUPPORT") return [`The server offers no TLS to ${place}, and ssl-mode=${target.sslMode} asks for it.`, "Let the server offer TLS. If this is a server on a network that you trust, ssl-mode=preferred goes without."];
	if (code === "HANDSHAKE_SSL_ERROR" && answeredInClear.test(words)) return [`Cannot reach ${place}: it answered in clear where encryption was to begin, as a server does that has waited in vain.`, "Look whether anything on the way holds packets back (a firewall, a proxy, a tunnel)."];
	if (code === "HANDSHAKE_SSL_ERROR") return [`No encrypted connection to ${place}: ${words}`, tlsHint(words, target)];
	if (errno === serverErrors.ER_SECURE_TRANSPORT_REQUIRED) return [`The server lets nobody in without TLS, and the connection to ${place} is not encrypted: ${words}`, "Take ssl-mode=disabled out of the URL, or write ssl-mode=required."];
	return null;
}
/** As OpenSSL says it of bytes that are no TLS. */
const answeredInClear = /wrong version number/iu;
const loginHint = "Give it a user with a password of its own, IDENTIFIED WITH caching_sha2_password (MySQL) or mysql_native_password (MariaDB). Logins for which the server must read the password itself, as those by IAM and Entra ID, take ssl-mode=verify-identity in the URL. Those by PAM, Kerberos, ed25519 and parsec are not supported.";
/** The way to prove oneself that the driver has not. It sends a password itself only where it is told to. */
function unknownPlugin(code, words) {
	if (code === "MYSQL_CLEAR_PASSWORD_NOT_ENABLED") return "mysql_clear_password";
	return /unknown plugin (\w+)/u.exec(words)?.[1] ?? null;
}
/** Whose account the server knows, and lets in no more. */
const barred = [
	serverErrors.ER_ACCOUNT_HAS_BEEN_LOCKED,
	serverErrors.ER_ACCOUNT_HAS_BEEN_LOCKED_OF_MARIADB,
	serverErrors.ER_MUST_CHANGE_PASSWORD,
	serverErrors.ER_MUST_CHANGE_PASSWORD_LOGIN
];
const ofAnHour = /'max_(?:questions|updates|\w+_per_hour)'/iu;
const denials = [
	serverErrors.ER_ACCESS_DENIED_ERROR,
	serverErrors.ER_DBACCESS_DENIED_ERROR,
	serverErrors.ER_BAD_DB_ERROR,
	...barred
];
const fullHouse = [
	serverErrors.ER_CON_COUNT_ERROR,
	serverErrors.ER_TOO_MANY_USER_CONNECTIONS,
	serverErrors.ER_USER_LIMIT_REACHED
];
function denialHint(errno, isEncrypted) {
	if (errno === serverErrors.ER_BAD_DB_ERROR) return "Check the database name in the URL, upper and lower case too: most servers tell them apart.";
	if (barred.some((number) => number === errno)) return "Unlock the account (ALTER USER … ACCOUNT UNLOCK), or give it a new password (ALTER USER … IDENTIFIED BY …).";
	return `Check the user, the password, the database name and from which hosts the user may connect.${isEncrypted === false ? " This connection is not encrypted, and a server may want that: try ssl-mode=required." : ""}`;
}
function tlsHint(words, { host, sslMode }) {
	if (/altnames|does not match/iu.test(words)) return `The certificate is for another name than ${host}. Connect by a name that it has, or write ssl-mode=verify-ca.`;
	if (sslMode.startsWith("verify-") && /certificate|issuer/iu.test(words)) return "Nobody known vouches for the certificate. Give the certificate of who does with ssl-ca=<file> in the URL or the input ssl-ca; ssl-mode=required encrypts without asking who the server is.";
	return "Look in the log of the server. ssl-mode=disabled goes without TLS, where the network is yours alone.";
}

// src/mysql/socket.ts
/** Of the greeting's first packet (MySQL Internals, Protocol::HandshakeV10; MariaDB's is the same up to here). */
const greeting = {
	headerBytes: 4,
	version: 10,
	bytesBeforeFlags: 13,
	flagTls: 2048
};
/** Longer than any greeting: what sends more is no database server. */
const maxGreetingBytes = 16384;
/** Node leaves it to the system otherwise, which means two hours on Linux. */
const keepAliveAfterMs = 1e4;
const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
/**
* A socket to the server, paused, which still has all that the server has sent, and whether the server offers TLS. Asking on the same
* connection matters: a server counts the ones that are broken off, and shuts out who has too many of them.
*
* @throws whatever the socket throws, and an error with the code ETIMEDOUT
*/
async function openSocket({ host, port }, timeoutMs) {
	const socket = connect$1({
		host,
		port,
		noDelay: true,
		keepAlive: true,
		keepAliveInitialDelay: keepAliveAfterMs
	});
	Object.assign(socket, { _host: host });
	const signal = AbortSignal.timeout(timeoutMs);
	try {
		await once(socket, "connect", { signal });
		return {
			socket,
			offersTls: await readOffer(socket, signal)
		};
	} catch (error) {
		socket.destroy();
		throw signal.aborted ? Object.assign(/* @__PURE__ */ new Error("connect ETIMEDOUT"), { code: "ETIMEDOUT" }) : error;
	}
}
/** Whether the other end is on this machine, whatever it was called. */
function isLoopback({ remoteAddress = "" }) {
	const address = remoteAddress.replace(/^::ffff:/u, "");
	return loopback.check(address, address.includes(":") ? "ipv6" : "ipv4");
}
async function readOffer(socket, signal) {
	try {
		var _usingCtx$3 = _usingCtx();
		let giveUp = () => {};
		_usingCtx$3.u(onAbort(signal, () => giveUp(reasonOf(signal))));
		return await new Promise((resolve, reject) => {
			giveUp = reject;
			let seen = Buffer.alloc(0);
			const onData = (chunk) => {
				seen = Buffer.concat([seen, chunk]);
				const offer = seen.length > maxGreetingBytes ? false : offerIn(seen);
				if (offer === null) return;
				socket.off("data", onData).pause();
				socket.unshift(seen);
				resolve(offer);
			};
			socket.on("data", onData);
			socket.once("error", reject);
			socket.once("close", () => reject(Object.assign(/* @__PURE__ */ new Error("it closed the connection"), { code: "ECONNRESET" })));
		});
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		_usingCtx$3.d();
	}
}
/** `null` while too little has arrived. An error in place of a greeting offers nothing. */
function offerIn(bytes) {
	const { headerBytes, version, bytesBeforeFlags, flagTls } = greeting;
	if (bytes.length <= headerBytes) return null;
	if (bytes[headerBytes] !== version) return false;
	const versionEnd = bytes.indexOf(0, headerBytes + 1);
	const at = versionEnd + 1 + bytesBeforeFlags;
	if (versionEnd < 0 || bytes.length < at + 2) return null;
	return (bytes.readUInt16LE(at) & flagTls) !== 0;
}

// src/mysql/connection.ts
/** A farewell that nobody hears, or one behind a statement that goes on, is not waited for any longer. */
const endTimeoutMs = 2e3;
/**
* A connection as the driver has it, through TLS as the target wants it.
*
* @param purpose what the connection is for, in the words of an error message: "copying rows"
* @param takesPairs whether one packet may hold two statements
* @throws GhostshipError `cannot-connect` or `access-denied`
*/
async function openConnection(target, purpose, takesPairs) {
	let isEncrypted = null;
	try {
		const { socket, offersTls } = await openSocket(target, patience().connectMs);
		const ssl = tlsOptions(target, offersTls);
		isEncrypted = ssl !== null;
		const inClear = isLoopback(socket) ? {} : { authPlugins: guardPassword() };
		const security = ssl === null ? inClear : {
			ssl,
			enableCleartextPlugin: provesIdentity(target)
		};
		const connection = (0, import_mysql2.createConnection)({
			...driverOptions(target),
			...security,
			multipleStatements: takesPairs,
			stream: socket
		});
		takeUnasked(connection);
		const opened = endable(connection, socket);
		socket.resume();
		await shakeHands(opened);
		return opened;
	} catch (error) {
		throw explainConnectError(error, target, purpose, isEncrypted);
	}
}
async function shakeHands(opened) {
	const { callbackDriver } = opened;
	try {
		await new Promise((resolve, reject) => {
			callbackDriver.once("connect", () => resolve());
			callbackDriver.once("error", reject);
		});
	} catch (error) {
		callbackDriver.on("error", () => {});
		opened.cutOff();
		throw error;
	}
}
/**
* What a server says unasked, such as that it waits no longer, does not bear the number that is expected next. The driver would print
* that as a warning, and then take the packet all the same.
*/
function takeUnasked(connection) {
	const handle = connection.handlePacket.bind(connection);
	connection.handlePacket = (packet) => {
		if (packet !== void 0) connection.sequenceId = packet.sequenceId;
		handle(packet);
	};
}
function endable(connection, socket) {
	const driver = connection.promise();
	const cutOff = () => {
		if (connection.stream === socket && !socket.writableEnded) socket.resetAndDestroy();
		connection.stream.destroy();
		socket.destroy();
		connection.destroy();
	};
	return {
		driver,
		callbackDriver: connection,
		cutOff,
		async end() {
			const timer = setTimeout(cutOff, endTimeoutMs).unref();
			const closed = new Promise((resolve) => {
				connection.stream.once("close", () => {
					clearTimeout(timer);
					resolve();
				});
			});
			await Promise.race([driver.end().catch(cutOff), closed]);
		}
	};
}
function driverOptions(target) {
	return {
		host: target.host,
		port: target.port,
		user: target.user,
		password: target.password,
		database: target.database,
		charset: "utf8mb4",
		connectTimeout: patience().connectMs,
		dateStrings: true,
		supportBigNumbers: true,
		jsonStrings: true,
		flags: ["-FOUND_ROWS", "-IGNORE_SPACE"],
		trace: false,
		maxPreparedStatements: 1
	};
}

// src/mysql/lookout.ts
/** Of a statement that is at work, the next looks come less and less often. */
const maxPauseMs = 3e4;
const looksUntilLost = 2;
/**
* A connection whose packets vanish never fails by itself. So whoever has waited for an answer for a while asks, on another
* connection, what the server is doing for the first one. While it is at work the wait goes on, for as long as it takes; a long
* statement has no deadline. Where the server does nothing, or cannot be reached, the answer is lost.
*
* All connections to one server share the looks.
*/
var Lookout = class {
	#look;
	#ending = new Ending();
	#looking = null;
	constructor(look) {
		this.#look = look;
	}
	watch = (connectionId, giveUp) => {
		let isOver = false;
		const timer = setTimeout(() => void this.#follow(connectionId, giveUp, () => isOver), patience().silenceMs);
		const endings = [endOfProcess, this.#ending].map((ending) => ending.watch(() => giveUp(leftBehind())));
		return { [Symbol.dispose]() {
			isOver = true;
			clearTimeout(timer);
			for (const ending of endings) ending[Symbol.dispose]();
		} };
	};
	/** From now on a long statement has a deadline as well. */
	endSoon() {
		this.#ending.begin();
	}
	async #follow(connectionId, giveUp, isOver) {
		let pauseMs = patience().silenceMs;
		let fruitlessSince = 0;
		for (let fruitless = 0;;) {
			const askedAt = nowMs();
			const sight = await this.#share();
			if (isOver()) return;
			const isAnswerDue = sight.kind === "unreachable" || sight.kind === "seen" && !sight.atWork.has(connectionId);
			fruitless = isAnswerDue ? fruitless + 1 : 0;
			if (fruitless === 1) fruitlessSince = askedAt;
			const isEnough = sight.kind !== "unreachable" || nowMs() - fruitlessSince >= patience().unreachableMs;
			if (fruitless >= looksUntilLost && isEnough) return giveUp(lost(sight));
			pauseMs = isAnswerDue ? patience().silenceMs : Math.min(maxPauseMs, pauseMs * 2);
			await sleepUncancelled(isAnswerDue ? patience().againMs : pauseMs);
			if (isOver()) return;
		}
	}
	#share() {
		this.#looking ??= this.#look().finally(() => {
			this.#looking = null;
		});
		return this.#looking;
	}
};
/** For the looks themselves: nobody looks after them. */
function deadline(timeoutMs) {
	return (_, giveUp) => {
		const timer = setTimeout(() => giveUp(/* @__PURE__ */ new Error(`there was no answer within ${timeoutMs} ms`)), timeoutMs);
		return { [Symbol.dispose]: () => clearTimeout(timer) };
	};
}
function leftBehind() {
	return /* @__PURE__ */ new Error("the run was asked to end, and the server did not come to an end with the statement");
}
function lost(sight) {
	return /* @__PURE__ */ new Error(sight.kind === "unreachable" ? "there is no answer any more, and the server cannot be reached" : "there is no answer any more, though the server is up");
}

// src/mysql/mysql-session.ts
/**
* The server ends sessions that ask nothing for as long as `wait_timeout` says, so that those of a process that is gone end by
* themselves. This is a small part of it.
*/
const feedEveryMs = 1e4;
/** A session over the driver's connection. */
var MysqlSession = class {
	id;
	target;
	purpose;
	naming;
	openedAtMs = nowMs();
	#statements = 0;
	#sentAtMs = nowMs();
	#connection;
	#watch;
	#feeding;
	#lost = null;
	#isUnanswered = false;
	/**
	* How to end statements under way when the connection is dropped from here: the driver leaves them unanswered then. One
	* promise for all of them to race with would keep every answer for as long as the session lives.
	*/
	#underWay = /* @__PURE__ */ new Set();
	constructor(connection, target, purpose, watch, naming) {
		this.target = target;
		this.#connection = connection;
		this.#watch = watch;
		this.naming = naming;
		this.id = connection.driver.threadId;
		this.purpose = purpose;
		this.#feeding = setInterval(() => this.#feed(), feedEveryMs).unref();
		connection.driver.on("error", (error) => {
			this.#lost ??= error;
		});
	}
	get statementCount() {
		return this.#statements;
	}
	get alive() {
		return this.#lost === null;
	}
	get isUnanswered() {
		return this.#isUnanswered || !this.alive && this.#underWay.size > 0;
	}
	get underWayMs() {
		return this.#underWay.size === 0 ? 0 : nowMs() - this.#sentAtMs;
	}
	async rows(statement) {
		const [rows] = await this.#send(statement);
		return Array.isArray(rows) ? rows : [];
	}
	async run(statement) {
		const [result] = await this.#send(statement);
		if (Array.isArray(result)) return {
			affectedRows: 0,
			warningCount: 0
		};
		const header = result;
		return {
			affectedRows: header.affectedRows,
			warningCount: header.warningStatus
		};
	}
	feedEvery(intervalMs) {
		clearInterval(this.#feeding);
		this.#feeding = setInterval(() => this.#feed(), intervalMs).unref();
	}
	starve() {
		clearInterval(this.#feeding);
	}
	destroy() {
		this.#giveUp(/* @__PURE__ */ new Error("closed"));
	}
	async [Symbol.asyncDispose]() {
		this.starve();
		if (this.#lost !== null) return this.#connection.cutOff();
		this.#lost = /* @__PURE__ */ new Error("closed");
		await this.#connection.end();
		this.#endUnderWay();
	}
	#giveUp(why) {
		this.starve();
		this.#lost ??= why;
		this.#connection.cutOff();
		this.#endUnderWay();
	}
	#endUnderWay() {
		for (const end of this.#underWay) end(new ConnectionLost(this.purpose, this.#lost));
	}
	#feed() {
		if (this.#lost !== null || this.#underWay.size > 0) return;
		this.#await(() => this.#connection.driver.ping()).catch(() => {});
	}
	#send(statement) {
		this.#statements++;
		return this.#await(() => this.#connection.driver.query(statement.text));
	}
	async #await(ask) {
		try {
			var _usingCtx$2 = _usingCtx();
			if (this.#lost !== null) throw new ConnectionLost(this.purpose, this.#lost);
			let end = () => {};
			const ended = new Promise((_, reject) => {
				end = reject;
			});
			this.#underWay.add(end);
			this.#sentAtMs = nowMs();
			_usingCtx$2.u(this.#watch(this.id, (why) => this.#giveUp(why)));
			try {
				return await Promise.race([ask(), ended]);
			} catch (error) {
				const told = this.#translate(error);
				this.#isUnanswered ||= told instanceof ConnectionLost;
				throw told;
			} finally {
				this.#underWay.delete(end);
			}
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			_usingCtx$2.d();
		}
	}
	#translate(error) {
		if (error instanceof ConnectionLost) return error;
		const { errno, sqlState, fatal } = error;
		const fromServer = typeof errno === "number" && errno > 0 && typeof sqlState === "string";
		if (fromServer && !isLastWord(errno)) return refusal(errno, sqlState, this.naming.inTheirNames(messageOf(error)), error);
		if (fatal === true || fromServer) this.#lost ??= error;
		return new ConnectionLost(this.purpose, error);
	}
};

// src/mysql/naming.ts
/**
* What the server says of our tables, said of the tables of the user that they stand for.
*
* A server names the table it was writing, and that is a ghost or a clone, whose name nobody but us knows.
*/
var Naming = class {
	#pairs = [];
	add(ours, theirs) {
		this.#pairs.push({
			ours,
			theirs
		});
	}
	/** Names that the server made from ours, such as `t_gho_ibfk_1`, are told as it would have made them from theirs. */
	inTheirNames(text) {
		let told = text;
		for (const { ours, theirs } of this.#pairs) {
			if (ours.schema !== theirs.schema) told = replaceName(told, ours.schema, theirs.schema);
			if (ours.name !== theirs.name) told = replaceName(told, ours.name, theirs.name);
		}
		const [first] = this.#pairs;
		return first === void 0 ? told : told.replaceAll(/#sql[\w-]*/gu, () => first.theirs.name);
	}
};
function replaceName(text, ours, theirs) {
	const letters = ours.replaceAll(/[$()*+./?[\\\]^{|}]/gu, "\\$&");
	const name = new RegExp(`(?<![\\p{L}\\p{N}_$])${letters}(?=_(?:ibfk|chk)_\\d|[^\\p{L}\\p{N}_$]|$)`, "giu");
	return text.replaceAll(name, () => theirs);
}

// src/mysql/session.ts
/**
* @param purpose what the connection is for, in the words of an error message: "copying rows"
* @param settings in force, and seen to be, when this returns
* @param naming shared by all sessions of a migration
* @throws GhostshipError `cannot-connect`, `access-denied`, `unsupported-server` where the settings do not take
*/
async function connect(target, purpose, settings = ordinary, naming = new Naming()) {
	const { session } = await open(target, purpose, settings, lookoutOf(target).watch, naming);
	return session;
}
/**
* The driver's own connection, for what takes more than statements. Prepared as {@link connect} does, with its errors.
*
* @param isFed whether the session gives signs of life; one that receives a stream must not
*/
async function connectDriver(target, purpose, settings, isFed) {
	const prepared = await open(target, purpose, settings, lookoutOf(target).watch, new Naming());
	if (!isFed) prepared.session.starve();
	return prepared;
}
async function open(target, purpose, settings, watch, naming) {
	const connection = await openConnection(target, purpose, settings.takesPairs);
	const session = new MysqlSession(connection, target, purpose, watch, naming);
	note(target, session);
	try {
		await chooseSettings(session, target, settings);
		return {
			driver: connection.callbackDriver,
			session
		};
	} catch (error) {
		session.destroy();
		throw error instanceof GhostshipError ? error : explainConnectError(error, target, purpose, null);
	}
}
/** Of this process, by where they lead to; those that are closed are removed when the next one is opened. */
const sessions = /* @__PURE__ */ new Map();
/** The ids of all connections of this process that are open, to the same server as the same user, whatever they are for. */
function connectionsTo(target) {
	return (sessions.get(accountOf(target)) ?? []).filter(({ alive }) => alive).map(({ id }) => id);
}
function note(target, session) {
	const place = accountOf(target);
	sessions.set(place, [...(sessions.get(place) ?? []).filter(({ alive }) => alive), session]);
}
function accountOf({ host, port, user }) {
	return JSON.stringify([
		host,
		port,
		user
	]);
}
/** For a run whose time is up: what the server does not end within seconds is not waited for, whatever it is. */
function endSoon(target) {
	lookoutOf(target).endSoon();
}
const lookouts = /* @__PURE__ */ new WeakMap();
function lookoutOf(target) {
	const lookout = lookouts.get(target) ?? new Lookout(() => lookAt(target));
	lookouts.set(target, lookout);
	return lookout;
}
async function lookAt(target) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const { session } = await open(target, "looking after a statement", ordinary, deadline(patience().lookMs), new Naming());
			const atWork = (await _usingCtx$1.a(session).rows(showProcesses)).filter(({ Command }) => Command !== "Sleep").map(({ Id }) => Number(Id));
			return {
				kind: "seen",
				atWork: new Set(atWork)
			};
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		return isReachable(error) ? { kind: "hidden" } : { kind: "unreachable" };
	}
}
/** It said no, which is an answer. */
function isReachable(error) {
	return isFullHouse(error) || error instanceof GhostshipError && error.code === "access-denied";
}

export { Naming as a, endSoon as i, connectDriver as n, provesIdentity as o, connectionsTo as r, connect as t };