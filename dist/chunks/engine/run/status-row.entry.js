import { n as readStatusRow, t as connectionsOn } from "./status-row.js";

export { readStatusRow };