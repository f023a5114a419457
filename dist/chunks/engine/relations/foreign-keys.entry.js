import { n as dropOwnForeignKeys, r as releaseNames, t as ForeignKeys } from "./foreign-keys.js";

export { releaseNames };