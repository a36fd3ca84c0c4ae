import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readModelFolder } from "./read-model-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "model-folder-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function modelOf(name: string, files: string[]): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  for (const file of files) await writeFile(join(path, file), file);
  return path;
}

const WHISPER = ["base-encoder.int8.onnx", "base-decoder.int8.onnx", "base-tokens.txt"];
const ENGLISH = ["tiny.en-encoder.onnx", "tiny.en-decoder.onnx", "tiny.en-tokens.txt"];
const TRANSDUCER = ["encoder.int8.onnx", "decoder.int8.onnx", "joiner.int8.onnx", "tokens.txt"];
const EPOCHS = [
  "encoder-epoch-99-avg-1.onnx",
  "decoder-epoch-99-avg-1.onnx",
  "joiner-epoch-99-avg-1.onnx",
  "tokens.txt",
];

it.each([
  ["my-whisper", WHISPER, { kind: "whisper", name: "my-whisper", languages: ["*"] }],
  ["whisper-base", WHISPER, { kind: "whisper", name: "whisper-base", languages: expect.arrayContaining(["ja", "de"]) }],
  ["mine", ENGLISH, { kind: "whisper", languages: ["en"] }],
  ["some-transducer", TRANSDUCER, { kind: "transducer", languages: ["en"] }],
  ["zipformer-de-fr-2024", EPOCHS, { kind: "transducer", languages: ["de", "fr"] }],
  [
    "sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8",
    TRANSDUCER,
    { name: "parakeet-tdt-0.6b-v3", languages: expect.arrayContaining(["uk"]) },
  ],
])("knows by its files what %s is", async (name, files, expected) => {
  const model = await readModelFolder(await modelOf(name, [...files, "README.md", "0.wav"]));
  expect(model).toMatchObject(expected);
  expect(Object.values(model.files).sort()).toEqual(files.map((file) => join(folder, name, file)).sort());
});

it("takes the smaller of two with the same weights", async () => {
  const { files } = await readModelFolder(
    await modelOf("mine", [...WHISPER, "base-encoder.onnx", "base-decoder.onnx"]),
  );
  expect(files.encoder).toContain("base-encoder.int8.onnx");
});

it("has another digest where a byte of a file is another, wherever it lies", async () => {
  const one = await readModelFolder(await modelOf("one", WHISPER));
  const same = await readModelFolder(await modelOf("same", WHISPER));
  expect(same.sha256).toBe(one.sha256);
  await writeFile(join(folder, "same", "base-tokens.txt"), "another");
  expect((await readModelFolder(join(folder, "same"))).sha256).not.toBe(one.sha256);
});

it.each([
  ["encoder", "missing", WHISPER.slice(1)],
  ["decoder", "missing", [WHISPER[0] as string, WHISPER[2] as string]],
  ["tokens", "missing", WHISPER.slice(0, 2)],
  ["small-encoder.int8.onnx", "several", [...WHISPER, "small-encoder.int8.onnx"]],
])("refuses a folder by name: %s is %s", async (file, fault, files) => {
  await expect(readModelFolder(await modelOf("mine", files))).rejects.toMatchObject({
    reason: { code: "model_unreadable", params: { file, fault } },
  });
});

it("holds the maker's files to what the catalogue knows of them", async () => {
  const name = "sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8";
  await expect(readModelFolder(await modelOf(name, TRANSDUCER))).rejects.toMatchObject({
    reason: { params: { file: "encoder.int8.onnx", fault: "cut" } },
  });
});
