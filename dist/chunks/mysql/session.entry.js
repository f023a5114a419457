import { i as endSoon, n as connectDriver, r as connectionsTo, t as connect } from "../mysql2.js";

export { connect, connectDriver, connectionsTo, endSoon };