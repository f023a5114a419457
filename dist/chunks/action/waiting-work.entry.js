import { a as hasAll, i as findWaiting, n as findReverted, o as isCopied, r as findUntold, s as isWaiting, t as findOrphans } from "./waiting-work.js";

export { findOrphans };