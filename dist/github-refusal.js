export { t as isFinal, n as pauseBefore, r as refusal, i as statusOf } from "./github-refusal2.js";
