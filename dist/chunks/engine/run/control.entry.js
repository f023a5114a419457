import { a as withdrawOrder, i as leaveFor, n as findMigrations, r as giveTo, t as deadAfterMs } from "./control.js";

export { findMigrations };