import { type AudioSummary, judgeAudio } from "./audio-quality.ts";

const SAMPLE_EVERY_MS = 100;
const SILENCE_DB = -100;
/** What the meter shows as empty and as full. */
const METER_DB = { empty: -60, full: -12 };

/** Listens to a stream's loudness, ten times a second. */
export class MicrophoneLevel {
  readonly #context = new AudioContext();
  readonly #analyser = this.#context.createAnalyser();
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #timer: ReturnType<typeof setInterval>;
  #levels: number[] = [];
  #latest = SILENCE_DB;

  constructor(stream: MediaStream) {
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    void this.#context.resume(); // some browsers begin suspended
    this.#timer = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
  }

  /** From 0, silent, to 1, as loud as it should get. */
  get loudness(): number {
    const share = (this.#latest - METER_DB.empty) / (METER_DB.full - METER_DB.empty);
    return Math.min(1, Math.max(0, share));
  }

  /** Forgets what was heard so far: an answer begins. */
  beginMeasuring(): void {
    this.#levels = [];
  }

  /** What was heard since `beginMeasuring`. */
  summary(): AudioSummary | null {
    return judgeAudio(this.#levels);
  }

  close(): void {
    clearInterval(this.#timer);
    void this.#context.close();
  }

  #sample(): void {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    const rms = Math.sqrt(sum / this.#samples.length);
    this.#latest = rms > 0 ? Math.max(SILENCE_DB, 20 * Math.log10(rms)) : SILENCE_DB;
    this.#levels.push(this.#latest);
  }
}
