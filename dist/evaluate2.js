export { n as evaluateModels, r as preparedEvaluation } from "./evaluate.js";
