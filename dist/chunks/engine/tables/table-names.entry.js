import { a as nameTables, c as retiredLabel, i as nameSetAside, l as stageSchema, n as lockName, o as planClone, r as nameRehearsalTables, s as planCloneAway, t as cloneOriginal, u as withSuffix } from "./table-names.js";

export { lockName };