import { t as DryRun } from "../../engine4.js";

export { DryRun };