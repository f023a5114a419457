// src/engine/plan/circumstance.ts
/** The table that the server makes of a CREATE TABLE. */
const newTable = "The new table";

export { newTable as t };