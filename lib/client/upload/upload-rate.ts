/** How much of the past a rate is made of: the weight of the latest part. */
const LATEST = 0.3;

/** Bytes per second of the parts that went up lately, as a sliding mean. */
export class UploadRate {
  #bytesPerSecond: number | null = null;

  /** @param ms how long the request took, with its answer */
  add(bytes: number, ms: number): void {
    const rate = (bytes * 1000) / Math.max(ms, 1);
    this.#bytesPerSecond = this.#bytesPerSecond === null ? rate : this.#bytesPerSecond * (1 - LATEST) + rate * LATEST;
  }

  /** Null before the first part. */
  get bytesPerSecond(): number | null {
    return this.#bytesPerSecond;
  }
}
