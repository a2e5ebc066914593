/** How many calls are in flight: one more after a while of success, half when the server limits. */

/** A gate that calls go through, whichever server they ask. */
export class InFlight {
  readonly #most: number;
  #limit: number;
  #flying = 0;
  /** Answers since the limit last changed. */
  #clean = 0;
  /** Counts the changes for less: what was sent before the last one says nothing new. */
  #cuts = 0;
  readonly #waiting: (() => void)[] = [];

  /** @param first how many there may be until something was learned */
  constructor(most: number, first = most) {
    this.#most = most;
    this.#limit = Math.min(first, most);
  }

  get limit(): number {
    return this.#limit;
  }

  get flying(): number {
    return this.#flying;
  }

  /**
   * Makes the call when its turn comes.
   * @param limits whether a failure says that there are too many
   */
  async run<Value>(call: () => Promise<Value>, limits: (error: unknown) => boolean): Promise<Value> {
    while (this.#flying >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const cuts = this.#cuts;
    this.#flying += 1;
    try {
      const value = await call();
      this.#answered();
      return value;
    } catch (error) {
      if (cuts === this.#cuts && limits(error)) this.#limited();
      throw error;
    } finally {
      this.#flying -= 1;
      this.#wake();
    }
  }

  #answered(): void {
    this.#clean += 1;
    if (this.#clean < this.#limit || this.#limit === this.#most) return;
    this.#limit += 1;
    this.#clean = 0;
  }

  #limited(): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#clean = 0;
    this.#cuts += 1;
  }

  #wake(): void {
    for (let free = this.#limit - this.#flying; free > 0 && this.#waiting.length > 0; free -= 1) this.#waiting.shift()?.();
  }
}
