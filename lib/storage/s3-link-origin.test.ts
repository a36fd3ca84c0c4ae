import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import type { S3Settings } from "../env.ts";
import { createLocalStorage } from "./local.ts";
import { createS3Storage } from "./s3.ts";
import { s3LinkOrigin } from "./s3-link-origin.ts";

const AMAZON: S3Settings = {
  driver: "s3",
  bucket: "interviews",
  region: "eu-central-1",
  endpoint: undefined,
  publicEndpoint: undefined,
  prefix: "",
  forcePathStyle: false,
  credentials: { accessKeyId: "key", secretAccessKey: "secret" },
  encryption: undefined,
};

test.each([
  ["Amazon's own", {}],
  ["Amazon's own, by path", { forcePathStyle: true }],
  ["a store with the bucket in its path", { endpoint: "http://minio:9000", forcePathStyle: true }],
  ["a store with the bucket in its name", { endpoint: "https://s3.example.com:8443" }],
  [
    "a store that browsers reach elsewhere",
    { endpoint: "http://minio:9000", publicEndpoint: "https://files.example.com" },
  ],
])("the origin of links is foreseen: %s", async (_, settings) => {
  const all = { ...AMAZON, ...settings };
  const storage = createS3Storage({ settings: all, scratch: createLocalStorage({ root: tmpdir() }) });
  const source = await storage.source("recordings/a.webm", {
    expiresInSeconds: 60,
    contentType: "video/webm",
    contentDisposition: "inline",
  });
  expect(source).toEqual({ link: expect.stringMatching(new RegExp(`^${RegExp.escape(s3LinkOrigin(all))}/`)) });
});
