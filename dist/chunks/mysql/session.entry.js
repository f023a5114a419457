import { i as endSoon, n as connectDriver, r as connectionsTo, t as connect } from "./session.js";

export { connect, connectDriver, connectionsTo, endSoon };