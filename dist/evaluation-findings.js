// src/report/evaluation-findings.ts
const coverageOf = ({ judgement, total }) => (judgement?.rows ?? 0) / total;
const promotedOf = ({ passed, candidate, baseline }) => passed ? candidate.model : baseline.model;
export { promotedOf as n, coverageOf as t };
