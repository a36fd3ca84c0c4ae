import { expect, test } from "vitest";
import { isInvented, isNoAnswer } from "./invented-speech.ts";

test.each([
  "Location, location, location.",
  "No, no, no.",
  "Step by step by step.",
  "はい、はい、はい",
  "(I would first look at the logs)",
  "First (and this matters) I measured.",
  "I would say array[0] and array[1].",
  "Subtitles by hand are slow, so I automated them with a script.",
  "Captions by default are off in our player, because of licences.",
  "Translation by machine is cheap but needs a review.",
  "Transcription by RNA polymerase starts at the promoter.",
  "Translated by the compiler into bytecode.",
  "Translation was done by a team of four, and I led it.",
  "Subtitles provided by our vendor were late so I escalated.",
  "I worked for amara.org on subtitles for three years.",
  "My company used Amara.org for captions.",
  "Untertitel von Hand zu schreiben war meine Aufgabe.",
  "Sous-titrage par lots était mon travail",
  "Legendas por pessoas surdas são melhores que automáticas",
  "字幕を作る仕事を三年していました",
  "Субтитры я делал сам.",
  "Napisy do filmów robiłem trzy lata.",
  "Subscribe to the channel",
  "Subscribe to the channel and publish the event.",
  "Thank you for watching. I chose PostgreSQL because of transactions.",
  "Thanks for listening, and that is why I would choose Postgres.",
  "Thanks for watching over the migration was what my boss said.",
  "1, 1, 2, 3, 5, 8",
])("a person says %j", (text) => {
  expect(isInvented(text)).toBe(false);
  expect(isNoAnswer(text)).toBe(false);
});

test.each([
  "Thanks for watching and don't forget to like and subscribe!",
  "Thanks for watching! Bye!",
  "Subs by www.zeoranger.co.uk",
  "Transcribed by https://otter.ai",
  "Transcription by CastingWords",
  "Translation by Releska",
  "Untertitelung des ZDF, 2020",
  "Untertitelung. BR 2018",
  "Sous-titrage Société Radio-Canada",
  "Sous-titrage ST' 501",
  "Sottotitoli e revisione a cura di QTSS",
  "Legendas pela comunidade Amara.org",
  "Napisy stworzone przez społeczność Amara.org",
  "Ondertitels ingediend door de Amara.org gemeenschap",
  "Undertexter från Amara.org-gemenskapen",
  "Teksting av Nicolai Winther",
  "Titulky vytvořil JohnyX.",
  "Субтитры сделал DimaTorzok",
  "Редактор субтитров А.Семкин Корректор А.Егорова",
  "Altyazı M.K.",
  "字幕by索兰娅",
  "MBC 뉴스 이덕영입니다.",
  "Obrigado por assistir",
  "Cảm ơn các bạn đã theo dõi và hẹn gặp lại.",
  "اشتركوا في القناة",
  "so so so so so so so so so",
])("a model invents %j", (text) => {
  expect(isInvented(text)).toBe(true);
});

test.each(["Thank you. Thank you. Thank you.", "Thank you very much. Thank you. Bye.", "Okay. Okay.", "Vielen Dank."])(
  "courtesies are no answer where there is nothing else: %j",
  (text) => {
    expect(isNoAnswer(text)).toBe(true);
    expect(isInvented(text)).toBe(false);
  },
);

test("spite costs no more time than honesty", () => {
  const long = [
    "(".repeat(50_000),
    "( a".repeat(30_000),
    "thank you for watching ".repeat(5_000),
    "*a ".repeat(30_000),
  ];
  const started = performance.now();
  for (const text of long) isNoAnswer(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
