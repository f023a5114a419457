import { n as dropOwnForeignKeys, t as ForeignKeys } from "./foreign-keys.js";

export { dropOwnForeignKeys };