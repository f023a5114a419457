import { n as readCompleted, t as Ledger } from "./ledger.js";

export { Ledger };