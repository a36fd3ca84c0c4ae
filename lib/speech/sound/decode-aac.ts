import { AdtsOutputFormat, BufferTarget, EncodedAudioPacketSource, type EncodedPacket, Output } from "mediabunny";
import { OfflineAudioContext } from "node-web-audio-api";
import { mixDown, type Stretch } from "./stretch.ts";

/** Packets decoded at a time: about ten seconds, so that an answer of any length stays small. */
const RUN = 500;
/** A packet is heard rightly when the one before it is known (ISO/IEC 14496-3: half of each window overlaps). */
const LEAD_IN = 1;
/** A run whose length differs by more has lost packets inside. */
const SAME_SECONDS = 0.005;

type Decode = (packets: readonly EncodedPacket[]) => Promise<{ samples: Float32Array; rate: number } | null>;

/** Brings packets into ADTS, which the decoder reads; in MP4 it does not know them. A damaged packet is left out alone. */
export async function* decodeAac(
  packets: AsyncIterable<EncodedPacket>,
  config: AudioDecoderConfig,
): AsyncGenerator<Stretch, void> {
  const decode: Decode = (run) => decodeRun(run, config);
  let before: EncodedPacket[] = [];
  for await (const run of runsOf(packets)) {
    yield* decodeWhatCan(before, run, decode);
    before = run.slice(-LEAD_IN);
  }
}

/** Packets that follow each other without a hole. */
async function* runsOf(packets: AsyncIterable<EncodedPacket>): AsyncGenerator<EncodedPacket[], void> {
  let run: EncodedPacket[] = [];
  for await (const packet of packets) {
    const last = run.at(-1);
    const follows = last && Math.abs(last.timestamp + last.duration - packet.timestamp) < SAME_SECONDS;
    if (run.length === RUN || (last && !follows)) {
      yield run;
      run = [];
    }
    run.push(packet);
  }
  if (run.length > 0) yield run;
}

/** The run, or where something in it cannot be decoded, each half of it that can. */
async function* decodeWhatCan(
  before: readonly EncodedPacket[],
  run: readonly EncodedPacket[],
  decode: Decode,
): AsyncGenerator<Stretch, void> {
  const [first] = run;
  if (!first) return;
  const decoded = (await decode([...before, ...run])) ?? (before.length > 0 ? await decode(run) : null);
  if (decoded) {
    const wanted = Math.round(secondsOf(run) * decoded.rate);
    yield { atSeconds: first.timestamp, samples: decoded.samples.slice(-wanted), rate: decoded.rate };
  } else if (run.length > 1) {
    const middle = run.length >> 1;
    yield* decodeWhatCan(before, run.slice(0, middle), decode);
    yield* decodeWhatCan([], run.slice(middle), decode);
  }
}

const secondsOf = (run: readonly EncodedPacket[]) => run.reduce((sum, { duration }) => sum + duration, 0);

/** Null where not every packet could be decoded. */
async function decodeRun(run: readonly EncodedPacket[], config: AudioDecoderConfig): ReturnType<Decode> {
  try {
    const context = new OfflineAudioContext(1, 1, config.sampleRate);
    const buffer = await context.decodeAudioData(await toAdts(run, config));
    if (Math.abs(buffer.duration - secondsOf(run)) > SAME_SECONDS) return null;
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel));
    return { samples: mixDown(channels), rate: buffer.sampleRate };
  } catch {
    return null; // what it says of the bytes is not needed: halves of them are tried next
  }
}

async function toAdts(run: readonly EncodedPacket[], decoderConfig: AudioDecoderConfig): Promise<ArrayBuffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new AdtsOutputFormat(), target });
  const source = new EncodedAudioPacketSource("aac");
  output.addAudioTrack(source);
  await output.start();
  let timestamp = 0;
  for (const packet of run) {
    await source.add(packet.clone({ timestamp }), { decoderConfig });
    timestamp += packet.duration;
  }
  await output.finalize();
  return target.buffer ?? new ArrayBuffer();
}
