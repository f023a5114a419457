import { n as nameCaseOf, r as spellDatabase, t as askNameCase } from "./name-case.js";

export { askNameCase, nameCaseOf, spellDatabase };