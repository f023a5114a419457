import { a as requireNameLock, i as refuseRunning, n as giveLockBack, o as takeLock, r as nameLockHolder, s as takeNameLock, t as askNameLock } from "./name-lock.js";

export { askNameLock, nameLockHolder };