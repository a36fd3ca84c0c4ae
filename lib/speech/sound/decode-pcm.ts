import { AudioSampleSink, type InputAudioTrack } from "mediabunny";
import { unlessDamaged } from "./sound-error.ts";
import { mixDown, type Stretch } from "./stretch.ts";

/** Numbers as they are: nothing has to be decoded. */
export async function* decodePcm(track: InputAudioTrack): AsyncGenerator<Stretch, void> {
  const samples = new AudioSampleSink(track).samples();
  for (;;) {
    const next = await unlessDamaged(samples.next());
    if (!next || next.done) return;
    const { value: sample } = next;
    const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(sample.numberOfFrames);
      sample.copyTo(plane, { planeIndex, format: "f32-planar" });
      return plane;
    });
    yield { atSeconds: sample.timestamp, samples: mixDown(channels), rate: sample.sampleRate };
    sample.close();
  }
}
