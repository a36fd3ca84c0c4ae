import { expect, test } from "vitest";
import { isFiller } from "./fillers.ts";
import { readWords } from "./words.ts";

test("sounds, greetings and manners of speaking fill; the same words elsewhere do not", () => {
  const filling = (text: string) => {
    const words = readWords(text);
    return words.filter((_, at) => isFiller(words, at)).map(({ plain }) => plain);
  };
  expect(filling("Um, okay, you know, I mean, sort of, thank you.")).toEqual(
    "um okay you know i mean sort of thank".split(" "),
  );
  expect(filling("I sort the list and know the mean.")).toEqual([]);
});
