import { r as __name } from "../rolldown-runtime.js";
import { t as isStorable } from "../sql/parser/unstorable-name.js";
import { r as messageOf, t as GhostshipError } from "../support/errors.js";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

// src/mysql/target.ts
const sslModes = [
	"disabled",
	"preferred",
	"required",
	"verify-ca",
	"verify-identity"
];
const parameters = ["ssl-mode", "ssl-ca"];
/**
* Reads `mysql://user[:password]@host[:port]/database[?ssl-mode=…&ssl-ca=…]`. `password` wins over one in the URL; a relative
* path starts at the working directory.
*
* @param usualCa path of the certificates where the URL names none and does not do without TLS
* @throws GhostshipError `bad-target`, naming everything that is wrong; the message never repeats the password.
*/
function parseTarget(url, password, usualCa = null) {
	const parsed = parseUrl(url);
	const database = decode(parsed.pathname.slice(1));
	const wantedMode = parsed.searchParams.get("ssl-mode")?.toLowerCase().replaceAll("_", "-");
	const caPath = parsed.searchParams.get("ssl-ca") ?? (wantedMode === "disabled" ? null : usualCa);
	const sslMode = wantedMode ?? (caPath === null ? "preferred" : "verify-ca");
	const complaints = [];
	if (parsed.protocol !== "mysql:" && parsed.protocol !== "mariadb:") complaints.push("it must start with mysql://");
	if (parsed.hostname === "") complaints.push("it names no host");
	if (parsed.username === "") complaints.push("it names no user");
	if (database === "" || database.includes("/")) complaints.push("it must end in /database");
	if (!isSslMode(sslMode)) complaints.push(`ssl-mode must be one of ${sslModes.join(", ")}`);
	if (caPath !== null && isSslMode(sslMode) && !sslMode.startsWith("verify-")) complaints.push(`ssl-ca is of no use with ssl-mode=${sslMode}: leave ssl-mode out, or make it verify-identity`);
	if ([...parsed.searchParams.keys()].some((name) => !parameters.includes(name))) complaints.push(`behind the ? only ${parameters.join(" and ")} are known`);
	if (parsed.hash !== "") complaints.push("it has a #, which must be written %23");
	if (decode(parsed.username).includes(":")) complaints.push("the user has a colon in it (%3A)");
	if (/[?#@:&]/u.test(database)) complaints.push("the database has one of ? # @ : & in it");
	if (!isStorable(database)) complaints.push("the database has a character in it that no name can hold");
	if (complaints.length > 0 || !isSslMode(sslMode)) throw badTarget(complaints.join("; "));
	return {
		host: parsed.hostname.replace(/^\[(.*)\]$/u, "$1"),
		port: parsed.port === "" ? 3306 : Number(parsed.port),
		user: decode(parsed.username),
		password: password ?? decode(parsed.password),
		database,
		sslMode,
		...caPath === null ? {} : { sslCa: readCertificates(caPath) }
	};
}
/** For logs and messages: everything but the password. */
function describeTarget(target) {
	return `${target.user}@${target.host}:${target.port}/${target.database}`;
}
function parseUrl(url) {
	if (!URL.canParse(url)) throw badTarget("it is not a URL");
	return new URL(url);
}
function readCertificates(path) {
	try {
		const text = readFileSync(path, "utf8");
		new X509Certificate(text);
		return text;
	} catch (error) {
		throw badTarget(`ssl-ca=${path} is not a file of certificates in PEM form (${messageOf(error)})`);
	}
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		throw badTarget("it has a % that is not followed by two hexadecimal digits");
	}
}
function isSslMode(text) {
	return sslModes.some((mode) => mode === text);
}
function badTarget(complaint) {
	return new GhostshipError("bad-target", `The database URL cannot be used: ${complaint}.`, { hint: "Write it as mysql://user@host:3306/database and give the password in an input of its own (special characters in a URL need %-encoding)." });
}

export { parseTarget as n, describeTarget as t };