import type { Dice } from "./dice.ts";

/* What no client should send, wherever a value is expected. */

export const TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00 alone",
  "line\r\nbreak",
  "\u202egnp.exe",
  "\u001b[31mred",
  "null",
  "undefined",
  "NaN",
  "true",
  "[object Object]",
  "__proto__",
  "constructor",
  "../../../etc/passwd",
  "..%2f..%2f",
  "' OR '1'='1",
  "'; DROP TABLE sessions; --",
  "$1; SELECT pg_sleep(10) --",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  '"><script>alert(1)</script>',
  '=HYPERLINK("http://example.invalid")',
  "http://169.254.169.254/latest/meta-data",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "2027-13-45T99:99:99Z",
  "275760-09-13T00:00:00.001Z",
  "0000-00-00T00:00:00Z",
  "+010000-01-01T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "٠".repeat(36),
  "💣👩‍👩‍👧‍👦",
  "ﬃ ǆ İ ı ẞ ſ",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙A̴̵̜̰͔L̠ͨG̴̻O",
  "\ufeff",
  "e\u0301".repeat(100),
];

const LARGE_LENGTHS = [101, 201, 501, 20_001, 70_000, 300_000];

export const NUMBERS = [
  ...[0, -0, 1, -1, 0.5, -0.001, 1.0001, 100, 101, 1e21, 1e300, -1e300, 5e-324, Number.MAX_VALUE],
  ...[2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63, 2 ** 64, -(2 ** 63) - 1],
];

export const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "length", "then", "toJSON"];

const OBJECTS: unknown[] = [[], {}, [[]], [null], { text: "x" }, { $ne: null }, { length: 1e9 }, { "": 1 }];

/** Any of them. */
export function hostileValue(dice: Dice): unknown {
  switch (dice.below(8)) {
    case 0:
      return dice.pick([null, true, false]);
    case 1:
    case 2:
      return dice.pick(NUMBERS);
    case 3:
      return structuredClone(dice.pick(OBJECTS)); // what is put into it stays out of the next one
    case 4:
      return dice.chance(0.3) ? deep(dice) : Array.from({ length: dice.pick([2, 101, 1_001]) }, () => dice.pick(TEXTS));
    case 5:
      return dice.pick(["x", "é", "💣", " ", '"', "\n"]).repeat(dice.pick(LARGE_LENGTHS));
    default:
      return dice.pick(TEXTS);
  }
}

function deep(dice: Dice): unknown {
  let value: unknown = dice.pick(TEXTS);
  const list = dice.chance(0.5);
  for (let depth = dice.pick([5, 31, 33, 500, 1_000]); depth > 0; depth--) value = list ? [value] : { a: value };
  return value;
}
