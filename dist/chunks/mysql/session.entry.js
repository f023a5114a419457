import { n as connectDriver, t as connect } from "./session.js";

export { connect, connectDriver };