import { WHISPER_LANGUAGES } from "./engine/whisper-languages.ts";
import type { SpeechModelKind } from "./speech-model.ts";

/*
 * The models that can be fetched, all from the release page of sherpa-onnx. Sizes and digests are those that many projects pin and agree on.
 * What nobody was found to have written down is null: it is not checked, and never guessed.
 */

export type CatalogueFile = { name: string; bytes: number | null; sha256: string | null };

export type CatalogueModel = {
  /** As its maker calls the archive and the folder in it. */
  name: string;
  /** As people type it. */
  shortName: string;
  kind: SpeechModelKind;
  /** ISO 639, English first where it hears English. */
  languages: readonly string[];
  /** Of the archive. */
  bytes: number;
  /** Of the archive, lower-case hex. */
  sha256: string;
  /** Those that the engine reads. */
  files: readonly CatalogueFile[];
  /** SPDX. */
  licence: "CC-BY-4.0" | "MIT";
  credit: string;
  /** What it is for, as a person chooses. */
  purpose: string;
};

const RELEASES = "https://github.com/k2-fsa/sherpa-onnx/releases/download/asr-models";

/** https://huggingface.co/nvidia/parakeet-tdt-0.6b-v3 */
const EUROPEAN = [
  ..."en bg hr cs da nl et fi fr de el hu it lv lt mt pl pt ro sk sl es sv ru uk".split(" "),
] as const satisfies readonly string[];

const PARAKEET = { kind: "transducer", licence: "CC-BY-4.0" } as const;
const WHISPER = { kind: "whisper", licence: "MIT" } as const;
const BY_OPENAI = "Whisper by OpenAI, MIT, converted by the sherpa-onnx project";
const byNvidia = (name: string) => `${name} by NVIDIA, CC-BY-4.0, converted by the sherpa-onnx project`;

const unknown = (name: string): CatalogueFile => ({ name, bytes: null, sha256: null });
const TRANSDUCER_FILES = ["encoder.int8.onnx", "decoder.int8.onnx", "joiner.int8.onnx", "tokens.txt"];
const whisperFiles = (size: string) =>
  ["encoder.int8.onnx", "decoder.int8.onnx", "tokens.txt"].map((file) => `${size}-${file}`);

/** The default first, then what is used where it cannot be, then those for other languages, then larger ones. */
export const CATALOGUE: readonly CatalogueModel[] = [
  {
    ...PARAKEET,
    name: "sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8",
    shortName: "parakeet-110m",
    languages: ["en"],
    bytes: 108_035_095,
    sha256: "f628312e9fdf8686374cb01a69425c41732529d540860311f16f37cbc32cfe9b",
    files: [
      { name: "encoder.int8.onnx", bytes: 131_113_202, sha256: null },
      { name: "decoder.int8.onnx", bytes: 3_955_863, sha256: null },
      { name: "joiner.int8.onnx", bytes: 1_411_403, sha256: null },
      { name: "tokens.txt", bytes: 9_953, sha256: null },
    ],
    credit: byNvidia("Parakeet TDT-CTC 110M"),
    purpose: "English, with capitals, marks, the time of every word and how sure it is of it; the default",
  },
  {
    ...WHISPER,
    name: "sherpa-onnx-whisper-tiny.en",
    shortName: "whisper-tiny.en",
    languages: ["en"],
    bytes: 118_071_777,
    sha256: "2bd6cf965c8bb3e068ef9fa2191387ee63a9dfa2a4e37582a8109641c20005dd",
    files: [
      {
        name: "tiny.en-encoder.int8.onnx",
        bytes: 12_937_772,
        sha256: "0ce578b827c94a961aacb8fa14b02f096504b337e5c94be37c36238cbe3e8bc6",
      },
      {
        name: "tiny.en-decoder.int8.onnx",
        bytes: 89_853_865,
        sha256: "06c0e6ff6348d427e51839219d1c886c18cfdf411e629e33f5e1679bff9c1527",
      },
      {
        name: "tiny.en-tokens.txt",
        bytes: 835_554,
        sha256: "306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930",
      },
    ],
    credit: BY_OPENAI,
    purpose: "English, small and quick; taken where the default does not work",
  },
  {
    ...PARAKEET,
    name: "sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8",
    shortName: "parakeet-tdt-0.6b-v3",
    languages: EUROPEAN,
    bytes: 487_170_055,
    sha256: "5793d0fd397c5778d2cf2126994d58e9d56b1be7c04d13c7a15bb1b4eafb16bf",
    files: TRANSDUCER_FILES.map(unknown),
    credit: byNvidia("Parakeet TDT 0.6B v3"),
    purpose: "25 European languages, with the time of every word; large",
  },
  {
    ...WHISPER,
    name: "sherpa-onnx-whisper-base",
    shortName: "whisper-base",
    languages: [...WHISPER_LANGUAGES],
    bytes: 207_557_382,
    sha256: "911b2083efd7c0dca2ac3b358b75222660dc09fb716d64fbfc417ba6c99ff3de",
    files: whisperFiles("base").map(unknown),
    credit: BY_OPENAI,
    purpose: "99 languages",
  },
  {
    ...WHISPER,
    name: "sherpa-onnx-whisper-base.en",
    shortName: "whisper-base.en",
    languages: ["en"],
    bytes: 208_576_005,
    sha256: "475bc7052ce299c007f6d5d5407ba8601f819a2867f6eecee510ed17df581542",
    files: whisperFiles("base.en").map(unknown),
    credit: BY_OPENAI,
    purpose: "English, larger than tiny.en",
  },
  {
    ...PARAKEET,
    name: "sherpa-onnx-nemo-parakeet-tdt-0.6b-v2-int8",
    shortName: "parakeet-tdt-0.6b-v2",
    languages: ["en"],
    bytes: 482_468_385,
    sha256: "157c157bc51155e03e37d2466522a3a737dd9c72bb25f36eb18912964161e1ad",
    files: TRANSDUCER_FILES.map(unknown),
    credit: byNvidia("Parakeet TDT 0.6B v2"),
    purpose: "English, with the time of every word; large",
  },
];

/** What is taken without being told, one after the other where one does not work here. */
export const DEFAULTS: readonly CatalogueModel[] = CATALOGUE.slice(0, 2);

/** By either of its names. */
export function modelNamed(name: string): CatalogueModel | null {
  return CATALOGUE.find((model) => model.name === name || model.shortName === name) ?? null;
}

/** Those that hear a language (`de`, `pt-BR`), the one to take first in front. */
export function modelsFor(language: string): CatalogueModel[] {
  return CATALOGUE.filter(({ languages }) => hears(languages, language));
}

/** Whether one of these is that language, whatever its region. */
export function hears(languages: readonly string[], language: string): boolean {
  const [code = ""] = language.toLowerCase().split(/[-_]/, 1);
  return languages.includes("*") || languages.includes(code);
}

/** @param mirror where they are fetched from instead of their maker's page, without a slash at the end */
export function addressOf({ name }: CatalogueModel, mirror: string | undefined): string {
  return `${mirror ?? RELEASES}/${name}.tar.bz2`;
}
