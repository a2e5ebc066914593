/** How many calls are in flight: few at first, more while all goes well, half when the server limits. */

const FIRST = 4;

/** A gate that all calls of a step go through, whichever server they ask. */
export class Pace {
  readonly #most: number;
  #limit: number;
  #flying = 0;
  /** Answers since the limit last changed. */
  #clean = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
    this.#limit = Math.min(FIRST, most);
  }

  get limit(): number {
    return this.#limit;
  }

  get inFlight(): number {
    return this.#flying;
  }

  /** Makes the call when its turn comes. */
  async run<Value>(call: () => Promise<Value>): Promise<Value> {
    while (this.#flying >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#flying += 1;
    try {
      return await call();
    } finally {
      this.#flying -= 1;
      this.#wake();
    }
  }

  /** A call was answered: after as many as may be in flight, one more may. */
  answered(): void {
    this.#clean += 1;
    if (this.#clean < this.#limit || this.#limit === this.#most) return;
    this.#limit += 1;
    this.#clean = 0;
    this.#wake();
  }

  /** The server said that there are too many. */
  limited(): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#clean = 0;
  }

  #wake(): void {
    for (let free = this.#limit - this.#flying; free > 0 && this.#waiting.length > 0; free -= 1) this.#waiting.shift()?.();
  }
}
