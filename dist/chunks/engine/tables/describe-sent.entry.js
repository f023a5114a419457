import { i as whatBecameOf, n as sentCreation, r as sentRenames, t as sentAlter } from "./describe-sent.js";

export { whatBecameOf };