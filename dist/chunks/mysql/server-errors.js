import { r as __name } from "../rolldown-runtime.js";
import { a as sentence, r as messageOf, t as GhostshipError } from "../support/errors.js";

// src/mysql/server-errors.ts
/**
* Every server error number the product knows, by the name the server gives it
* (MySQL 9.7 Server Error Message Reference; MariaDB Error Codes).
*/
const serverErrors = {
	ER_CANT_LOCK: 1015,
	ER_DISK_FULL: 1021,
	ER_CON_COUNT_ERROR: 1040,
	ER_DBACCESS_DENIED_ERROR: 1044,
	ER_ACCESS_DENIED_ERROR: 1045,
	ER_BAD_DB_ERROR: 1049,
	ER_TABLE_EXISTS_ERROR: 1050,
	ER_BAD_TABLE_ERROR: 1051,
	ER_SERVER_SHUTDOWN: 1053,
	ER_BAD_FIELD_ERROR: 1054,
	ER_DUP_ENTRY: 1062,
	ER_DUP_FIELDNAME: 1060,
	ER_DUP_KEYNAME: 1061,
	ER_MULTIPLE_PRI_KEY: 1068,
	ER_CANT_DROP_FIELD_OR_KEY: 1091,
	ER_FK_DUP_NAME: 1826,
	ER_CHECK_CONSTRAINT_DUP_NAME: 3822,
	ER_PARSE_ERROR: 1064,
	ER_INVALID_DEFAULT: 1067,
	ER_KEY_COLUMN_DOES_NOT_EXITS: 1072,
	ER_NO_SUCH_THREAD: 1094,
	ER_RECORD_FILE_FULL: 1114,
	ER_TABLEACCESS_DENIED_ERROR: 1142,
	ER_COLUMNACCESS_DENIED_ERROR: 1143,
	ER_NO_SUCH_TABLE: 1146,
	ER_NET_PACKET_TOO_LARGE: 1153,
	ER_UNKNOWN_SYSTEM_VARIABLE: 1193,
	ER_TOO_MANY_USER_CONNECTIONS: 1203,
	ER_LOCK_WAIT_TIMEOUT: 1205,
	ER_LOCK_DEADLOCK: 1213,
	ER_USER_LIMIT_REACHED: 1226,
	ER_SPECIFIC_ACCESS_DENIED_ERROR: 1227,
	ER_WARN_DATA_OUT_OF_RANGE: 1264,
	WARN_DATA_TRUNCATED: 1265,
	ER_TRUNCATED_WRONG_VALUE: 1292,
	ER_QUERY_INTERRUPTED: 1317,
	ER_TRG_DOES_NOT_EXIST: 1360,
	ER_DIVISION_BY_ZERO: 1365,
	ER_WRONG_OBJECT: 1347,
	ER_CANT_CREATE_GEOMETRY_OBJECT: 1416,
	ER_XAER_RMERR: 1401,
	ER_BINLOG_CREATE_ROUTINE_NEED_SUPER: 1419,
	/** A server started with an option such as --read-only. */
	ER_OPTION_PREVENTS_STATEMENT: 1290,
	ER_READ_ONLY_MODE: 1836,
	ER_NO_PARTITION_FOR_GIVEN_VALUE: 1526,
	ER_WRONG_SRID_FOR_COLUMN: 3643,
	ER_TRUNCATED_WRONG_VALUE_FOR_FIELD: 1366,
	ER_ROW_IS_REFERENCED: 1217,
	ER_DROP_INDEX_FK: 1553,
	ER_FK_COLUMN_CANNOT_DROP: 1828,
	ER_FK_COLUMN_CANNOT_DROP_CHILD: 1829,
	ER_FK_COLUMN_NOT_NULL: 1830,
	ER_FK_COLUMN_CANNOT_CHANGE: 1832,
	ER_FK_COLUMN_CANNOT_CHANGE_CHILD: 1833,
	ER_FK_INCOMPATIBLE_COLUMNS: 3780,
	ER_DUP_UNIQUE: 1169,
	ER_DUP_ENTRY_WITH_KEY_NAME: 1586,
	/** Found while an index was built; which row is not known. */
	ER_DUP_UNKNOWN_IN_INDEX: 1859,
	ER_NO_DEFAULT_FOR_FIELD: 1364,
	ER_BAD_NULL_ERROR: 1048,
	ER_INVALID_USE_OF_NULL: 1138,
	ER_DATA_TOO_LONG: 1406,
	ER_DATA_OUT_OF_RANGE: 1690,
	/** MariaDB. */
	ER_DATA_OVERFLOW: 1916,
	ER_ABORTING_CONNECTION: 1152,
	ER_NEW_ABORTING_CONNECTION: 1184,
	/** MariaDB. */
	ER_CONNECTION_KILLED: 1927,
	ER_SESSION_WAS_KILLED: 3169,
	/** MySQL from 8.0.24 on says so before it closes a connection that has been idle for `wait_timeout`. */
	ER_CLIENT_INTERACTION_TIMEOUT: 4031,
	ER_CHECK_CONSTRAINT_VIOLATED: 3819,
	ER_CONSTRAINT_FAILED: 4025,
	ER_INVALID_JSON_TEXT: 3140,
	ER_INVALID_JSON_TEXT_IN_PARAM: 3141,
	ER_SECURE_TRANSPORT_REQUIRED: 3159,
	ER_CANNOT_CONVERT_STRING: 3854,
	ER_INVALID_JSON_VALUE_FOR_CAST: 3156,
	ER_INNODB_ONLINE_LOG_TOO_BIG: 1799,
	ER_MUST_CHANGE_PASSWORD: 1820,
	ER_MUST_CHANGE_PASSWORD_LOGIN: 1862,
	ER_ACCOUNT_HAS_BEEN_LOCKED: 3118,
	ER_ALTER_OPERATION_NOT_SUPPORTED: 1845,
	ER_ALTER_OPERATION_NOT_SUPPORTED_REASON: 1846,
	ER_INNODB_MAX_ROW_VERSION: 4092,
	/** MariaDB. */
	ER_ACCOUNT_HAS_BEEN_LOCKED_OF_MARIADB: 4151
};
/** An error the server itself answered with. */
var ServerError = class extends Error {
	errno;
	sqlState;
	constructor(errno, sqlState, message, cause) {
		super(message, { cause });
		this.name = "ServerError";
		this.errno = errno;
		this.sqlState = sqlState;
	}
	is(...names) {
		return names.some((name) => serverErrors[name] === this.errno);
	}
};
/** The connection is gone; what it was doing may or may not have happened. */
var ConnectionLost = class extends Error {
	constructor(purpose, cause) {
		super(`The connection for ${purpose} was lost: ${messageOf(cause)}`, { cause });
		this.name = "ConnectionLost";
	}
};
function isServerError(error, ...names) {
	return error instanceof ServerError && error.is(...names);
}
const lastWords = [
	serverErrors.ER_SERVER_SHUTDOWN,
	serverErrors.ER_ABORTING_CONNECTION,
	serverErrors.ER_NEW_ABORTING_CONNECTION,
	serverErrors.ER_CONNECTION_KILLED,
	serverErrors.ER_SESSION_WAS_KILLED,
	serverErrors.ER_CLIENT_INTERACTION_TIMEOUT
];
/** Whether the server closes the connection behind an error of this number. */
function isLastWord(errno) {
	return lastWords.includes(errno);
}
/** Another transaction was in the way; the same statement may succeed a moment later. */
function isLockConflict(error) {
	return isServerError(error, "ER_LOCK_DEADLOCK", "ER_LOCK_WAIT_TIMEOUT");
}
/** What to do then, where nobody tries again. */
const lockConflictHint = "Somebody holds a lock that this needs: a backup, LOCK TABLES or a long transaction. The process list shows it. Run this again when it is over.";
const noConnectionLeft = [
	serverErrors.ER_CON_COUNT_ERROR,
	serverErrors.ER_TOO_MANY_USER_CONNECTIONS,
	serverErrors.ER_USER_LIMIT_REACHED
];
/** Somebody or something was in the way: a lock, a backup, a full house, a query that was killed. It says nothing of us. */
function isPassing(error) {
	if (isLockConflict(error) || isServerError(error, "ER_CANT_LOCK", "ER_QUERY_INTERRUPTED")) return true;
	return isFullHouse(error);
}
/** The server, or the account, has no connection left. */
function isFullHouse(error) {
	if (!(error instanceof GhostshipError) || error.code !== "cannot-connect") return false;
	const { errno } = error.cause ?? {};
	return noConnectionLeft.some((number) => number === errno);
}
function isDuplicate(error) {
	return isServerError(error, "ER_DUP_ENTRY", "ER_DUP_ENTRY_WITH_KEY_NAME", "ER_DUP_UNIQUE", "ER_DUP_UNKNOWN_IN_INDEX");
}
/** What the statement makes is there already, or what it drops is gone. */
function isDoneAlready(error) {
	return isServerError(error, "ER_TABLE_EXISTS_ERROR", "ER_DUP_FIELDNAME", "ER_DUP_KEYNAME", "ER_MULTIPLE_PRI_KEY", "ER_CANT_DROP_FIELD_OR_KEY", "ER_FK_DUP_NAME", "ER_CHECK_CONSTRAINT_DUP_NAME");
}
/** The user may not do this. */
function isDenied(error) {
	return isServerError(error, "ER_TABLEACCESS_DENIED_ERROR", "ER_DBACCESS_DENIED_ERROR", "ER_COLUMNACCESS_DENIED_ERROR", "ER_SPECIFIC_ACCESS_DENIED_ERROR", "ER_ACCESS_DENIED_ERROR");
}
/** What to do then. */
const deniedHint = "Grant the user of the target URL what the message names; for a DATA DIRECTORY that is FILE on *.* (MySQL).";
/** The statement would break a foreign key, whatever the rows are. */
function isForeignKeyRefusal(error) {
	return isServerError(error, "ER_ROW_IS_REFERENCED", "ER_DROP_INDEX_FK", "ER_FK_COLUMN_CANNOT_DROP", "ER_FK_COLUMN_CANNOT_DROP_CHILD", "ER_FK_COLUMN_NOT_NULL", "ER_FK_COLUMN_CANNOT_CHANGE", "ER_FK_COLUMN_CANNOT_CHANGE_CHILD", "ER_FK_INCOMPATIBLE_COLUMNS");
}
/** A row of the original cannot become a row of the ghost; the server's own ALTER would refuse it as well. */
function isBadData(error) {
	return isServerError(error, "ER_WARN_DATA_OUT_OF_RANGE", "WARN_DATA_TRUNCATED", "ER_TRUNCATED_WRONG_VALUE", "ER_TRUNCATED_WRONG_VALUE_FOR_FIELD", "ER_NO_DEFAULT_FOR_FIELD", "ER_BAD_NULL_ERROR", "ER_INVALID_USE_OF_NULL", "ER_DATA_TOO_LONG", "ER_DATA_OVERFLOW", "ER_DATA_OUT_OF_RANGE", "ER_DIVISION_BY_ZERO", "ER_CANT_CREATE_GEOMETRY_OBJECT", "ER_NO_PARTITION_FOR_GIVEN_VALUE", "ER_WRONG_SRID_FOR_COLUMN", "ER_CHECK_CONSTRAINT_VIOLATED", "ER_CONSTRAINT_FAILED", "ER_INVALID_JSON_TEXT", "ER_INVALID_JSON_TEXT_IN_PARAM", "ER_INVALID_JSON_VALUE_FOR_CAST");
}
/**
* What the server has answered. That it takes no writes says nothing of the statement, whoever has sent it and for what, so it is
* never taken for a refusal of that.
*/
function refusal(errno, sqlState, message, cause) {
	const error = new ServerError(errno, sqlState, message, cause);
	return takesNoWrites(error) ? readOnly(error) : error;
}
/** The server takes no writes, from anybody or from this user. */
function isReadOnlyRefusal(error) {
	return error instanceof GhostshipError && takesNoWrites(error.cause);
}
function takesNoWrites(error) {
	if (isServerError(error, "ER_READ_ONLY_MODE")) return true;
	return isServerError(error, "ER_OPTION_PREVENTS_STATEMENT") && /read[-_]only/iu.test(error.message);
}
function readOnly(cause) {
	return new GhostshipError("unsupported-server", `The server is read-only. ${sentence(cause.message)}`, {
		hint: "Point the target at the source, not at a replica. Where another server has become the source, run the same statement there: it goes on with what was replicated. A plan on a replica with read_only=ON needs a user with CONNECTION_ADMIN (MySQL) or READ_ONLY ADMIN (MariaDB); where super_read_only is ON nobody can write.",
		cause
	});
}

export { serverErrors as _, isDenied as a, isForeignKeyRefusal as c, isLockConflict as d, isPassing as f, refusal as g, lockConflictHint as h, isBadData as i, isFullHouse as l, isServerError as m, ServerError as n, isDoneAlready as o, isReadOnlyRefusal as p, deniedHint as r, isDuplicate as s, ConnectionLost as t, isLastWord as u };