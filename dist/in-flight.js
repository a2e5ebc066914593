// src/in-flight.ts
var InFlight = class {
	#most;
	#limit;
	#flying = 0;
	#clean = 0;
	#cuts = 0;
	#waiting = [];
	constructor(most, first = most) {
		this.#most = most;
		this.#limit = Math.min(first, most);
	}
	get limit() {
		return this.#limit;
	}
	get flying() {
		return this.#flying;
	}
	async run(call, limits) {
		while (this.#flying >= this.#limit) await new Promise((resolve) => this.#waiting.push(resolve));
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
	#answered() {
		this.#clean += 1;
		if (this.#clean < this.#limit || this.#limit === this.#most) return;
		this.#limit += 1;
		this.#clean = 0;
	}
	#limited() {
		this.#limit = Math.max(1, Math.floor(this.#limit / 2));
		this.#clean = 0;
		this.#cuts += 1;
	}
	#wake() {
		for (let free = this.#limit - this.#flying; free > 0 && this.#waiting.length > 0; free -= 1) this.#waiting.shift()?.();
	}
};
export { InFlight as t };
