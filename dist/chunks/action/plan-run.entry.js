import { n as look, r as planRun, t as isFromFork } from "./plan-run.js";

export { planRun };