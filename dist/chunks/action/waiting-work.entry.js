import { a as isCopied, i as hasAll, n as findUntold, r as findWaiting, t as findOrphans } from "./waiting-work.js";

export { findOrphans };