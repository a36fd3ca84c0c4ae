import { expect, it } from "vitest";
import { copiesToMp4 } from "./mp4-copy.ts";

it("knows which recordings an MP4 can hold and a player will play", () => {
  const types: [string, boolean][] = [
    ['video/webm; codecs="vp09.00.10.08, opus"', true],
    ['video/x-matroska; codecs="avc1.42c020, opus"', true],
    ['video/webm; codecs="av01.0.04M.08"', true],
    ['audio/webm; codecs="opus"', true],
    ['video/mp4; codecs="avc1.42c01e, mp4a.40.2"', true],
    ['video/webm; codecs="vp8, opus"', false],
    ['audio/ogg; codecs="vorbis"', false],
    ["video/webm", false],
  ];
  expect(types.map(([type]) => [type, copiesToMp4(type)])).toEqual(types);
});
