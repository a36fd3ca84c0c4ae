import { expect, test } from "vitest";
import { errors } from "./en/errors.ts";
import { requests } from "./en/requests.ts";
import { errorWords } from "./error-words.ts";
import { pseudo } from "./pseudo.ts";
import { refusalWords } from "./refusal-words.ts";

test("in English a refusal is told as it came", () => {
  expect(refusalWords({ code: "internal", message: "Whatever it says." }, "en")).toBe("Whatever it says.");
  expect(refusalWords({ code: "internal", message: null }, "en")).toBe("Something went wrong.");
});

test("elsewhere it is said in the page's language, whichever of its code's sentences it is", () => {
  const message = errors["storage_full:database"];
  expect(refusalWords({ code: "storage_full", message }, "en-XA")).toBe(pseudo(message));
  expect(refusalWords({ message: requests.unreachable }, "en-XA")).toBe(pseudo(requests.unreachable));
  expect(refusalWords({ code: "http_502", message: requests.no_answer }, "en-XA")).toBe(pseudo(requests.no_answer));
});

test("what stands in it is kept", () => {
  const wait = refusalWords(
    { code: "too_many_requests", message: "Too many requests. Please try again in 37 seconds." },
    "en-XA",
  );
  expect(wait).toBe(pseudo(errors["too_many_requests:requests"]).replace("{seconds}", "37"));
  const params = { most: 500, limit: "answers" };
  const message = errorWords("session_limit_reached", params, "en");
  const limit = refusalWords({ code: "session_limit_reached", message }, "en-XA");
  expect(limit).toBe(errorWords("session_limit_reached", params, "en-XA"));
});

test("what nobody here knows is told as it came: other words, other codes, somebody else's server", () => {
  expect(refusalWords({ code: "internal", message: "Es ist etwas schiefgegangen." }, "en-XA")).toContain("Es ist");
  expect(refusalWords({ code: "nobody_knows", message: errors.internal }, "en-XA")).toBe(errors.internal);
  expect(refusalWords({ code: "__proto__", message: "{seconds} (" }, "en-XA")).toBe("{seconds} (");
});

test("every sentence of the API's that chooses nothing is known again", () => {
  const unknown = Object.entries(errors).filter(([key, sentence]) => {
    if (/, (plural|select),/.test(sentence)) return false;
    const message = sentence.replace(/\{(\w+)\}/g, "‹$1›");
    const code = key.split(":", 1)[0] ?? "";
    return refusalWords({ code, message }, "en-XA") === message;
  });
  expect(unknown).toEqual([]);
});
