import { t as DryRun } from "../../engine5.js";

export { DryRun };