import { a as nameOnGhost, c as nameTables, d as retiredLabel, f as stageSchema, i as lockName, l as planClone, n as cloneOriginal, o as nameRehearsalTables, p as withSuffix, r as ghostLabel, s as nameSetAside, t as cloneMark, u as planCloneAway } from "./table-names.js";

export { nameTables };