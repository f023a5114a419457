import { t as planTask } from "./plan-task.js";

export { planTask };