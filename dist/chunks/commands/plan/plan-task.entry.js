import { t as planTask } from "../../engine4.js";

export { planTask };