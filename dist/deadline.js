// src/deadline.ts
const LONGEST_TIMER = 2 ** 31 - 1;
function untilDeadline({ signal, clock, deadline }) {
	const left = Math.max(0, deadline - clock.now());
	return AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(Math.min(left, LONGEST_TIMER)))]);
}
export { untilDeadline as t };
