export { t as Ledger } from "./ledger.js";
