import { t as planTask } from "../../engine5.js";

export { planTask };