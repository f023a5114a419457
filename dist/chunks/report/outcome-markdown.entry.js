import { a as runFailure, i as outcomeTable, n as failure, r as outcomeMarkdown, t as describeVerified } from "./outcome-markdown.js";

export { describeVerified, failure, outcomeMarkdown, outcomeTable, runFailure };