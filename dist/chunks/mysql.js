import { t as require_mysql } from "../packages/node-sql-parser.js";

export default require_mysql();

export {  };