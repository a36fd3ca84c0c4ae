import { describe, expect, test } from "vitest";
import { NAMELESS, removeName } from "./remove-name.ts";

const person = (name: string, email = "") => ({ name, email });
const without = (text: string, name: string, email = "", about: string[] = []) =>
  removeName(text, person(name, email), about).text;

describe("a name goes", () => {
  test.each([
    ["Ada Byron", "My name is Ada Byron and I ship code.", "My name is Interviewee and I ship code."],
    ["Sarah Okafor", "They said: sarah, please. OKAFOR did it.", "They said: Interviewee, please. Interviewee did it."],
    ["José Núñez", "I'm Jose Nunez; José’s idea.", "I'm Interviewee; Interviewee’s idea."],
    [
      "Jean-Luc O'Brien",
      "Jean Luc, JeanLuc, Obrien and O’Brien.",
      "Interviewee, Interviewee, Interviewee and Interviewee.",
    ],
    ["Ludwig van Beethoven", "Ludwig van Beethoven drove the van.", "Interviewee drove the van."],
    ["Mary Ann Smith", "So Mary M. Smith or Mary Ann asked.", "So Interviewee M. Interviewee or Interviewee asked."],
    ["王伟", "Hi, I am 王伟, a tester.", "Hi, I am Interviewee, a tester."],
  ])("%s: %s", (name, text, expected) => {
    expect(without(text, name)).toBe(expected);
  });

  test("with the e-mail address and its local part", () => {
    const text = "Write to ada.byron9@example.com or find ada.byron9 there, not ada.byron99.";
    expect(without(text, "X Y", "ada.byron9@example.com")).toBe(
      "Write to Interviewee or find Interviewee there, not ada.byron99.",
    );
    expect(without("I test it and mark it.", "X Y", "mark@example.com")).toBe("I test it and mark it.");
  });

  test("also one that nobody told us, where somebody introduces themselves", () => {
    expect(without("My name is Johnny Appleseed, I plant.", "Jon A")).toBe("My name is Interviewee, I plant.");
    expect(without("My name is not important.", "Jon A")).toBe("My name is not important.");
  });
});

describe("a name that is a word stays a word", () => {
  test.each([
    ["Will Mark", "I will mark it. Will it scale? Mark my words, it will."],
    ["Grace May", "In May we had a grace period. Grace periods end. It may rain."],
    ["Ivy Long", "The ivy took as long as it took."],
    ["An Do", "I do run an index. Do I? An index, yes."],
    ["Sarah Will", "I hope the index will help."],
    ["Sam Case", "In that case I would fix it. Case by case."],
    ["April June", "We shipped in April and June."],
  ])("%s: %s", (name, text) => {
    expect(without(text, name)).toBe(text);
  });

  test.each([
    ["Will Mark", "I'm Will and I will help.", "I'm Interviewee and I will help."],
    [
      "Will Mark",
      "They asked Will to help, and Will Mark did.",
      "They asked Interviewee to help, and Interviewee did.",
    ],
    ["Grace Hopeful", "Grace Hopeful fixed it.", "Interviewee fixed it."],
    ["May Rose", "My name is May, I started in May.", "My name is Interviewee, I started in May."],
    ["Sarah Will", "Sarah will fix it.", "Interviewee will fix it."],
    [
      "Charlotte May",
      "I'm Charlotte May. It hangs there, Charlotte, May 2019. I left Charlotte in May.",
      "I'm Interviewee. It hangs there, Interviewee, May 2019. I left Charlotte in May.",
    ],
  ])("and goes where it clearly names somebody: %s: %s", (name, text, expected) => {
    expect(without(text, name)).toBe(expected);
  });

  test("what the question is about stays", () => {
    const about = ["How do you test in Jenkins?", "Groovy"];
    expect(without("I'm Jenkins. I wrote a Jenkins job in Groovy.", "Bob Jenkins", "", about)).toBe(
      "I'm Interviewee. I wrote a Jenkins job in Groovy.",
    );
    expect(without("I wrote it in Ruby.", "Ruby Okafor")).toBe("I wrote it in Ruby.");
  });
});

test("people who say the same are read the same, whatever they are called", () => {
  const said = (first: string, full: string) =>
    `Hi, I'm ${full}. My lead said: "${first}, look at the plan." So I, ${first}, did. ${full}'s index helped.`;
  const texts = [
    ["Sarah", "Sarah Lee"],
    ["Will", "Will Young"],
    ["Mohammed", "Mohammed bin Rashid"],
    ["Jean-Luc", "Jean-Luc O'Brien"],
    ["Nguyễn", "Nguyễn Thị Minh"],
    ["Bo", "Bo"],
  ].map(([first = "", full = ""]) => without(said(first, full), full));
  expect(new Set(texts).size).toBe(1);
});

describe("a quote comes back as it was said", () => {
  const text = "Hi, I'm Jean-Luc O'Brien. I, Jean-Luc, measured it first, then Jean-Luc fixed it.";
  const nameless = removeName(text, person("Jean-Luc O'Brien"), []);

  test.each([
    [`I, ${NAMELESS}, measured it`, "I, Jean-Luc, measured it"],
    ["measured it first", "measured it first"],
    [`Hi, I'm ${NAMELESS}.`, "Hi, I'm Jean-Luc O'Brien."],
    [`viewee, measured`, "Jean-Luc, measured"],
    [`it first, then Inter`, "it first, then Jean-Luc"],
    [nameless.text, text],
  ])("%s", (quote, original) => {
    expect(nameless.restore(quote)).toBe(original);
  });

  test("and one that was never said does not", () => {
    expect(nameless.restore("Jean-Luc measured")).toBeNull();
  });
});

test("without a name nothing changes, and hostile texts change nothing either", () => {
  expect(removeName("I am here.", null, []).text).toBe("I am here.");
  for (const part of ["Ada ", "a", "'", "my name is ", "-", "\ud800", "A. "]) {
    const text = part.repeat(20_000 / part.length);
    expect(() => removeName(text, person(`${part} (.*+ Ada`, "a(@b"), [text])).not.toThrow();
  }
});
