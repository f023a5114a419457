import { n as refuseOtherEnvironment, t as claimLedger } from "./ledger-environment.js";

export { refuseOtherEnvironment };