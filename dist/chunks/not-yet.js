export { t as refuseNotYet } from "./not-yet2.js";
