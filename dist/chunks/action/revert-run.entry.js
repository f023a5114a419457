import { n as revertWatched, t as revertRun } from "./revert-run.js";

export { revertRun };