import { t as planTask } from "../../engine3.js";

export { planTask };