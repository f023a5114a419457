import { t as GhostshipError } from "./errors.js";
// src/mysql/target.ts
const sslModes = [
	"disabled",
	"preferred",
	"required",
	"verify-ca",
	"verify-identity"
];
/**
* Reads `mysql://user[:password]@host[:port]/database[?ssl-mode=…]`. `password` wins over one in the URL.
*
* @throws GhostshipError `bad-target`, naming everything that is wrong; the message never repeats the password.
*/
function parseTarget(url, password) {
	let parsed = parseUrl(url), database = decode(parsed.pathname.slice(1)), sslMode = (parsed.searchParams.get("ssl-mode") ?? "preferred").toLowerCase().replaceAll("_", "-"), complaints = [];
	parsed.protocol !== "mysql:" && parsed.protocol !== "mariadb:" && complaints.push("it must start with mysql://"), parsed.hostname === "" && complaints.push("it names no host"), parsed.username === "" && complaints.push("it names no user"), (database === "" || database.includes("/")) && complaints.push("it must end in /database"), isSslMode(sslMode) || complaints.push(`ssl-mode must be one of ${sslModes.join(", ")}`);
	for (let name of parsed.searchParams.keys()) name !== "ssl-mode" && complaints.push(`${name} is not a known parameter`);
	if (complaints.length > 0 || !isSslMode(sslMode)) throw badTarget(complaints.join("; "));
	return {
		host: parsed.hostname.replace(/^\[(.*)\]$/u, "$1"),
		port: parsed.port === "" ? 3306 : Number(parsed.port),
		user: decode(parsed.username),
		password: password ?? decode(parsed.password),
		database,
		sslMode
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
