import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CatalogueModel } from "../../speech/catalogue.ts";
import type { Hear } from "../../speech/models/self-test.ts";

/*
 * A model as its makers pack one, with a sample of sound, a README and the same weights in more space beside, but of a few random bytes.
 */

/** Where it lies. */
export const TINY_ARCHIVE = fileURLToPath(new URL("tiny-model.tar.bz2", import.meta.url));
/** A whole archive, then 64 MiB of zeros in some hundred bytes. */
export const BOMB = fileURLToPath(new URL("bomb.tar.bz2", import.meta.url));

export const tinyBytes = readFileSync(TINY_ARCHIVE);

/** As the catalogue would have it. */
export const TINY: CatalogueModel = {
  name: "tiny-model",
  shortName: "tiny-model",
  kind: "whisper",
  languages: ["en"],
  bytes: tinyBytes.length,
  sha256: createHash("sha256").update(tinyBytes).digest("hex"),
  files: ["tiny.en-encoder.int8.onnx", "tiny.en-decoder.int8.onnx", "tiny.en-tokens.txt"].map((name) => ({
    name,
    bytes: null,
    sha256: null,
  })),
  licence: "MIT",
  credit: "nobody",
  purpose: "tests",
};

/** An engine that hears the words of the clip, and one that hears others. */
export const hearsWell: Hear = async () => ({ text: "He might even have been made amiable himself." });
export const hearsNonsense: Hear = async () => ({ text: "(wind blowing)" });
