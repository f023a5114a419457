import { n as migrateRun, t as complain } from "./migrate-run.js";

export { migrateRun };