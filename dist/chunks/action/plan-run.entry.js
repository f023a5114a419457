import { n as planRun, t as look } from "../action2.js";

export { planRun };