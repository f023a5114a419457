import { a as dropEmptySchemas, c as dropOwn, d as ownGhost, f as readComments, i as createGhost, l as dropRetired, m as refuseWaitingRevert, n as commentsOf, o as dropGhost, p as recreateGhost, r as createClone, s as dropIfEmpty, t as carryAutoIncrement, u as forgetSwap } from "./ghost.js";

export { dropOwn, readComments };