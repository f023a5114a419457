import { t as refuseNotYet } from "./not-yet.js";

export { refuseNotYet };