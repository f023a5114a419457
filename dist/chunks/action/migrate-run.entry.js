import { n as conclusionOf, r as migrateRun, t as complain } from "../action.js";

export { migrateRun };