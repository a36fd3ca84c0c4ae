import {
  type EncodedPacket,
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputAudioTrack,
  Logging,
  LogLevel,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from "mediabunny";
import { SoundUnreadable, unlessDamaged } from "./sound-error.ts";

// It would print each oddity of a file to the console. What matters comes back as an error or as missing sound.
Logging.level = LogLevel.Silent;

/** What browsers record, and WAV. Not "all formats": a playlist would fetch whatever address it names. */
const FORMATS = [WEBM, MATROSKA, MP4, QTFF, OGG, WAVE];

/** Opens the sound of a file for as long as `use` takes. @throws SoundUnreadable where it has none */
export async function withSound<T>(path: string, use: (track: InputAudioTrack) => Promise<T>): Promise<T> {
  const input = new Input({ source: new FilePathSource(path), formats: FORMATS });
  try {
    const tracks = await unlessDamaged(input.getAudioTracks());
    if (!tracks?.[0]) throw new SoundUnreadable("The file has no sound that can be read.");
    return await use(tracks[0]);
  } finally {
    input.dispose();
  }
}

/** The packets in order, as far as they can be read. */
export async function* packetsOf(track: InputAudioTrack): AsyncGenerator<EncodedPacket, void> {
  const packets = new EncodedPacketSink(track).packets();
  for (;;) {
    const next = await unlessDamaged(packets.next());
    if (!next || next.done) return;
    yield next.value;
  }
}
