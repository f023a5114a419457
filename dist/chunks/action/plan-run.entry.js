import { n as planRun, t as look } from "../action3.js";

export { planRun };