import { a as noteUncheckedKeys, i as forgetUncheckedKeys, n as dropUncheckedKeys, r as findUncheckedKeys, t as dropFromClone } from "./unchecked-keys.js";

export { findUncheckedKeys };