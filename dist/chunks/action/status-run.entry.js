import { n as statusWords, t as statusRun } from "./status-run.js";

export { statusRun };