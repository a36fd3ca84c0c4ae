/** The latest samples of a stream, by their numbers; what is no longer needed is forgotten, so that its length costs no memory. */
export class SampleWindow {
  #chunks: { from: number; samples: Float32Array }[] = [];
  #end = 0;

  /** How many there were so far. */
  get end(): number {
    return this.#end;
  }

  push(samples: Float32Array): void {
    this.#chunks.push({ from: this.#end, samples });
    this.#end += samples.length;
  }

  /** A copy; what lies before the first sample, after the last, or is forgotten, is silence. */
  slice(from: number, to: number): Float32Array {
    const copy = new Float32Array(Math.max(0, to - from));
    for (const chunk of this.#chunks) {
      const [first, last] = [Math.max(from, chunk.from), Math.min(to, chunk.from + chunk.samples.length)];
      if (last > first) copy.set(chunk.samples.subarray(first - chunk.from, last - chunk.from), first - from);
    }
    return copy;
  }

  forgetBefore(sample: number): void {
    this.#chunks = this.#chunks.filter(({ from, samples }) => from + samples.length > sample);
  }
}
