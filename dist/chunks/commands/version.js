// package.json
var version$1 = "0.1.0";

// src/commands/version.ts
const version = version$1;

export { version as t };