/**
 * Events that say nothing of a change of rows, with the reason for each. An event that is neither here nor read stops the
 * migration, because it may be a change that is not understood. Numbers and meanings are those of MySQL Internals,
 * "Binlog Event Type", and of the MariaDB Knowledge Base, "Replication Protocol".
 */
export function isHarmless(type: number): boolean {
  return harmless.has(type);
}

/** @returns the number, and the name where it is known */
export function describeType(type: number): string {
  const name = unread.get(type);
  return name === undefined ? `${type}` : `${type} (${name})`;
}

const harmless: ReadonlyMap<number, string> = new Map([
  [3, 'STOP: the server was stopped; it goes on in another file'],
  [4, 'ROTATE: another file comes next; its bytes follow by themselves'],
  [5, 'INTVAR: a value for the statement behind it, which is read'],
  [9, 'APPEND_BLOCK: a piece of the file that the LOAD DATA behind it loads, which is read'],
  [11, 'DELETE_FILE: the file is not loaded after all'],
  [13, 'RAND: a value for the statement behind it, which is read'],
  [14, 'USER_VAR: a value for the statement behind it, which is read'],
  [15, 'FORMAT_DESCRIPTION: how the file is written; what matters of it, the checksum, is read with the packet'],
  [16, 'XID: the commit of changes that have been read'],
  [17, 'BEGIN_LOAD_QUERY: the first piece of a file, as APPEND_BLOCK'],
  [27, 'HEARTBEAT: the server has nothing to send'],
  [29, 'ROWS_QUERY: the text of a statement whose rows follow'],
  [33, 'GTID: the name of the transaction behind it'],
  [34, 'ANONYMOUS_GTID: a transaction without a name follows'],
  [35, 'PREVIOUS_GTIDS: the names of transactions in earlier files'],
  [36, 'TRANSACTION_CONTEXT: what a replication group compares to find conflicts; the changes are events of their own'],
  [37, 'VIEW_CHANGE: who is in the replication group now'],
  [41, 'HEARTBEAT_V2: as HEARTBEAT'],
  [42, 'GTID_TAGGED: as GTID'],
  [160, 'MariaDB, ANNOTATE_ROWS: the text of a statement whose rows follow'],
  [161, 'MariaDB, BINLOG_CHECKPOINT: from which file on the server would recover'],
  [163, 'MariaDB, GTID_LIST: the names of transactions in earlier files'],
  [164, 'MariaDB, START_ENCRYPTION: how the file is encrypted; the server decrypts what it sends'],
]);

/** Names of events that are known and not read: for messages only. */
const unread: ReadonlyMap<number, string> = new Map([
  [0, 'UNKNOWN'],
  [1, 'START_V3'],
  // LOAD DATA as MySQL before 5.0.3 logged it.
  [6, 'LOAD'],
  [8, 'CREATE_FILE'],
  [10, 'EXEC_LOAD'],
  [12, 'NEW_LOAD'],
  [7, 'SLAVE'],
  // Rows as alpha versions of MySQL 5.1 wrote them.
  [20, 'PRE_GA_WRITE_ROWS'],
  [21, 'PRE_GA_UPDATE_ROWS'],
  [22, 'PRE_GA_DELETE_ROWS'],
  // Ignorable by its flag, or not at all.
  [28, 'IGNORABLE'],
  // A part of a row event that is too large for one packet, since MariaDB 12.3.
  [172, 'PARTIAL_ROW_DATA'],
]);
