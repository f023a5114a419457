import { t as Ledger } from "./ledger.js";

export { Ledger };