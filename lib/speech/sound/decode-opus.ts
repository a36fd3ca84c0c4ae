import type { EncodedPacket } from "mediabunny";
import { OpusDecoder } from "opus-decoder";
import { mixDown, type Stretch } from "./stretch.ts";

const RATE = 16_000;

/** How the streams of a packet make up the channels (RFC 7845 §5.1.1); what one or two channels need is known without. */
type Mapping = { channels: number; streamCount?: number; coupledStreamCount?: number; channelMappingTable?: number[] };

/** Opus gives sound at 16 kHz by itself. A damaged packet is left out: what comes after it keeps its time. */
export async function* decodeOpus(
  packets: AsyncIterable<EncodedPacket>,
  config: AudioDecoderConfig,
): AsyncGenerator<Stretch, void> {
  const decoder = new OpusDecoder({ sampleRate: RATE, forceStereo: false, ...mappingOf(config) });
  await decoder.ready;
  try {
    for await (const packet of packets) {
      const { channelData, samplesDecoded } = decoder.decodeFrame(packet.data);
      if (samplesDecoded > 0) yield { atSeconds: packet.timestamp, samples: mixDown(channelData), rate: RATE };
    }
  } finally {
    decoder.free();
  }
}

function mappingOf({ description, numberOfChannels }: AudioDecoderConfig): Mapping {
  const channels = numberOfChannels >= 1 && numberOfChannels <= 255 ? numberOfChannels : 1;
  const head = description === undefined ? new Uint8Array() : bytesOf(description);
  const family = head[18] ?? 0;
  if (channels <= 2 || family === 0 || head.length < 21 + channels) return { channels: Math.min(channels, 2) };
  const [streamCount = 1, coupledStreamCount = 0] = head.subarray(19, 21);
  return { channels, streamCount, coupledStreamCount, channelMappingTable: [...head.subarray(21, 21 + channels)] };
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
