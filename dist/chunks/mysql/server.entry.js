import { t as askServer } from "./server.js";

export { askServer };