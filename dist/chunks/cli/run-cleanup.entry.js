import { t as runCleanup } from "./run-cleanup.js";

export { runCleanup };