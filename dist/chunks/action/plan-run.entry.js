import { n as planRun, r as unreadOf, t as look } from "../action3.js";

export { planRun };