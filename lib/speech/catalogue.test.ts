import { expect, it } from "vitest";
import { addressOf, CATALOGUE, DEFAULTS, modelNamed, modelsFor } from "./catalogue.ts";

it("has a name, a size and a digest of every model, and none twice", () => {
  const names = CATALOGUE.flatMap(({ name, shortName }) => [name, shortName]);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(CATALOGUE.map(({ sha256 }) => sha256)).size).toBe(CATALOGUE.length);
  for (const { bytes, sha256, files } of CATALOGUE) {
    expect(sha256).toMatch(/^[\da-f]{64}$/);
    expect(bytes).toBeGreaterThan(50_000_000);
    for (const file of files) expect(file.sha256 ?? "0".repeat(64)).toMatch(/^[\da-f]{64}$/);
  }
});

it("knows a model by either of its names", () => {
  expect(modelNamed("parakeet-110m")).toBe(DEFAULTS[0]);
  expect(modelNamed("sherpa-onnx-whisper-tiny.en")).toBe(DEFAULTS[1]);
  expect(modelNamed("whisper")).toBeNull();
});

it("names the models for a language", () => {
  expect(modelsFor("en").map(({ shortName }) => shortName)).toEqual(CATALOGUE.map(({ shortName }) => shortName));
  expect(modelsFor("uk").map(({ shortName }) => shortName)).toEqual(["parakeet-tdt-0.6b-v3", "whisper-base"]);
  expect(modelNamed("parakeet-tdt-0.6b-v3")?.languages).toHaveLength(25);
  expect(modelNamed("whisper-base")?.languages).toHaveLength(99);
});

it("fetches from the maker, or from a mirror by the same name", () => {
  const [model] = DEFAULTS;
  if (!model) throw new Error("there is no default");
  expect(addressOf(model, undefined)).toBe(
    "https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models/sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8.tar.bz2",
  );
  expect(addressOf(model, "http://mirror:8000/models")).toBe(`http://mirror:8000/models/${model.name}.tar.bz2`);
});
