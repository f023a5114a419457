import { n as unforeseen, t as runSteps } from "./run-steps.js";

export { runSteps };