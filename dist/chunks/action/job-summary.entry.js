import { t as summarize } from "./job-summary.js";

export { summarize };