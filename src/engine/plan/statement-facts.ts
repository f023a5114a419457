/** What a reviewer wants to know before they say yes. */
export interface StatementFacts {
  readonly asked: AskedServer;
  readonly destroyed: Destroyed;
  /** `null` unless the table is copied. */
  readonly space: CopySpace | null;
  /** Why nothing was measured of the copy, as a sentence; `null` where it was, and where nothing is copied. */
  readonly unmeasured: string | null;
  /** Of a table that loses something; `null` where nothing goes, and where the server does not tell. */
  readonly use: RecentUse | null;
}

/** The server that has told all this. */
export interface AskedServer {
  readonly host: string;
  readonly port: number;
  readonly flavor: 'mysql' | 'mariadb';
  readonly version: string;
  readonly role: 'primary' | 'replica';
  /** Why the target could not be asked what only it can tell, as a sentence; `null` where it was asked. */
  readonly notChecked: string | null;
}

/** What is gone afterwards: the difference between the definitions before and after, as the server has made it. */
export interface Destroyed {
  /** The table itself goes, and all that it has with it. */
  readonly isTable: boolean;
  readonly columns: readonly string[];
  readonly indexes: readonly string[];
  /** Those that go, or are emptied, as far as the statement names them. */
  readonly partitions: readonly string[];
  /** Rows that lose a value, or go: about; `unknown` where those of partitions go. */
  readonly rows: number | 'unknown';
}

/** What a copy takes on the target, from the size of the table as it is. */
export interface CopySpace {
  /** At its peak, beside the table: the altered table with its indexes, and the binary log of the copy. */
  readonly peakBytes: number;
  readonly binlogBytes: number;
  /** How that was derived, as a sentence. */
  readonly derivation: string;
}

/** Rows read of a table and its indexes. What the plan itself reads counts too. */
export interface RecentUse {
  /** `db.internal:3306` */
  readonly server: string;
  /** ISO 8601, UTC: when the server began to count. */
  readonly since: string;
  /** By any index or none. */
  readonly rowsRead: number;
  readonly indexes: readonly { readonly name: string; readonly rowsRead: number }[];
}

export const nothingDestroyed: Destroyed = {
  isTable: false,
  columns: [],
  indexes: [],
  partitions: [],
  rows: 0,
};
