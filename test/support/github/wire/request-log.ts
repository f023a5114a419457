/** One request as it came in, and how it was answered. */
export interface RequestRecord {
  readonly at: Date;
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  /** GitHub's name for what was asked: `checks/create`, or `graphql`; `null` when there is no such address. */
  readonly operation: string | null;
  /** As it was sent. */
  readonly body: string;
  /** Whose token it carried; `null` without a valid one. */
  readonly login: string | null;
  readonly userAgent: string;
  /** `null` while it is not answered, and for good when the connection was reset. */
  status: number | null;
}

/** A request GitHub would not have taken as it was: a mistake of the client. */
export interface Violation {
  /** `POST /repos/octo/shop/check-runs` */
  readonly request: string;
  readonly problem: string;
}
