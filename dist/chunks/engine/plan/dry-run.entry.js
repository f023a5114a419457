import { t as DryRun } from "./dry-run.js";

export { DryRun };