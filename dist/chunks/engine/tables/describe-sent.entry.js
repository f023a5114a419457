import { a as whatBecameOf, i as settleSent, n as sentCreation, o as whatReplicaHas, r as sentRenames, t as sentAlter } from "./describe-sent.js";

export { whatBecameOf, whatReplicaHas };