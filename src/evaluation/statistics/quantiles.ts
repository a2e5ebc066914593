/**
 * The normal and Student's t distribution: their tails and quantiles, exact to a billionth and better.
 */

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const ROOT_PI = Math.sqrt(Math.PI);
/** More steps than any of the expansions below takes. */
const STEPS = 1000;
const TINY = 1e-300;

/** A continued fraction a₁/(b₁ + a₂/(b₂ + …)), by Lentz's method. */
function continuedFraction(termAt: (step: number) => readonly [a: number, b: number]): number {
  let value = TINY;
  let upper = TINY;
  let lower = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    const [a, b] = termAt(step);
    lower = b + a * lower;
    upper = b + a / upper;
    if (lower === 0) lower = TINY;
    if (upper === 0) upper = TINY;
    lower = 1 / lower;
    const change = upper * lower;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

const density = (z: number) => Math.exp((-z * z) / 2) / ROOT_TWO_PI;

/** The probability that a standard normal variable is above z. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 3) return density(z) * continuedFraction((step) => [step === 1 ? 1 : step - 1, z]);
  let term = z;
  let sum = z;
  for (let step = 1; step <= STEPS && term > sum * 1e-17; step += 1) {
    term *= (z * z) / (2 * step + 1);
    sum += term;
  }
  return 0.5 - density(z) * sum;
}

/**
 * Γ(a)/Γ(a + ½), by Stirling's series where that is exact, and by the recurrence below it. Their logarithms
 * would lose digits to each other where a is large.
 */
function halfStepOfGamma(a: number): number {
  if (a < 20) return ((a + 0.5) / a) * halfStepOfGamma(a + 1);
  const rest = (x: number) => (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * x * x)) / (x * x)) / (x * x)) / x;
  return Math.exp(0.5 - a * Math.log1p(0.5 / a) + rest(a) - rest(a + 0.5)) / Math.sqrt(a);
}

/** The fraction of the incomplete beta function. */
function betaFraction(x: number, a: number, b: number): number {
  return continuedFraction((step) => {
    if (step === 1) return [1, 1];
    const m = Math.floor((step - 1) / 2);
    const even = (step - 1) % 2 === 0;
    const factor = even
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [factor, 1];
  });
}

/** The probability that a variable of Student's t distribution is above t. */
export function tTail(t: number, df: number): number {
  if (t < 0) return 1 - tTail(-t, df);
  const a = df / 2;
  const square = t * t;
  // x = df/(df + t²); both it and what is left to 1 are needed to their last digit.
  const x = df / (df + square);
  const left = square / (df + square);
  const front = (Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(left)) / (halfStepOfGamma(a) * ROOT_PI);
  if (x < (a + 1) / (a + 2.5)) return (front * betaFraction(x, a, 0.5)) / (2 * a);
  return 0.5 - front * betaFraction(left, 0.5, a);
}

/** Where a falling tail reaches a probability below a half: by halving, which needs no start and no slope. */
function upperQuantile(tail: (value: number) => number, probability: number): number {
  let high = 1;
  while (tail(high) > probability && high < 1e150) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (tail(middle) > probability) low = middle;
    else high = middle;
  }
  return high;
}

/** The quantile of a distribution that is symmetric about 0, from its tail. */
function symmetricQuantile(tail: (value: number) => number, probability: number): number {
  if (probability === 0.5) return 0;
  return probability > 0.5 ? upperQuantile(tail, 1 - probability) : -upperQuantile(tail, probability);
}

/** The value below which a standard normal variable is with this probability, above 0 and below 1. */
export function normalQuantile(probability: number): number {
  return symmetricQuantile(normalTail, probability);
}

/** The same of Student's t distribution. */
export function tQuantile(probability: number, df: number): number {
  return symmetricQuantile((value) => tTail(value, df), probability);
}
