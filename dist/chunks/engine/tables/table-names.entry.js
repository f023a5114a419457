import { a as nameRehearsalTables, c as planClone, d as stageSchema, f as withSuffix, i as nameOnGhost, l as planCloneAway, n as cloneOriginal, o as nameSetAside, r as lockName, s as nameTables, t as cloneMark, u as retiredLabel } from "./table-names.js";

export { nameTables };