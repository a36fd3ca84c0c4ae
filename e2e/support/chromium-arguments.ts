import { join } from "node:path";

const SPEECH = join(import.meta.dirname, "../fixtures/media/speech.wav");

/** A fake camera that moves, in no more pictures than tests need, since each is encoded; a microphone that speaks, and nothing that talks to the world. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream=fps=8",
  `--use-file-for-fake-audio-capture=${SPEECH}`,
  "--autoplay-policy=no-user-gesture-required",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
