import { n as conclusionOf, r as migrateRun, t as complain } from "../action2.js";

export { migrateRun };