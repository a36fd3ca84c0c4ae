// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { ClientError } from "../../../lib/client/fetch-json.ts";
import { fill, labelled, openPage, press } from "../../../lib/testing/page.ts";
import { Button } from "../button.tsx";
import { Input } from "../input.tsx";
import { about } from "./field-issues.ts";
import { Form } from "./form.tsx";
import { FormField } from "./form-field.tsx";
import { useForm } from "./use-form.ts";
import { useFormList } from "./use-form-list.ts";

const Body = z.object({
  questions: z.array(z.object({ text: z.string().min(1, "must not be empty") })).min(1, "must be at least one"),
});
type Body = z.infer<typeof Body>;

const words = { questions: about("Questions"), "questions.*.text": about("The question") };
const send = vi.fn(async (_: Body) => {});

function Example() {
  const initial = { questions: [{ text: "First" }, { text: "Second" }] };
  const form = useForm({ schema: Body, initial, words, send });
  const list = useFormList(form, "questions");
  return (
    <Form form={form}>
      {list.keys.map((key, index) => (
        <div key={key}>
          <FormField form={form} name={`questions.${index}.text`} label={`Question ${index + 1}`}>
            <Input />
          </FormField>
          <Button onClick={() => list.remove(index)}>Remove {index + 1}</Button>
          <Button onClick={() => list.move(index, index - 1)}>Move up {index + 1}</Button>
        </div>
      ))}
      <Button onClick={() => list.add({ text: "" })}>Add</Button>
      <p>{list.problem}</p>
      <Button type="submit">Send</Button>
    </Form>
  );
}

let page: Awaited<ReturnType<typeof openPage>>;
beforeEach(async () => {
  send.mockReset();
  page = await openPage(<Example />);
});
afterEach(() => page.close());

const texts = () => [...document.querySelectorAll("input")].map(({ value }) => value);
const wrong = () => [...document.querySelectorAll("input")].map((input) => input.hasAttribute("aria-invalid"));
const sent = () => send.mock.calls.at(-1)?.[0].questions.map(({ text }) => text);

test("a line that is added has the keyboard, and is sent with the others", async () => {
  await press("Add");
  expect(document.activeElement).toBe(labelled("Question 3"));
  await fill(labelled("Question 3"), "Third");
  await press("Send");
  expect(sent()).toEqual(["First", "Second", "Third"]);
});

test("a line takes what was typed into it along when it moves", async () => {
  await fill(labelled("Question 2"), "Second, in other words");
  await press("Move up 2");
  expect(texts()).toEqual(["Second, in other words", "First"]);
  await press("Send");
  expect(sent()).toEqual(["Second, in other words", "First"]);
});

test("a line that is removed is gone, and the others keep what they are", async () => {
  await press("Add");
  await fill(labelled("Question 3"), "Third");
  await press("Remove 1");
  expect(texts()).toEqual(["Second", "Third"]);
  await press("Send");
  expect(sent()).toEqual(["Second", "Third"]);
});

test("what is wrong with a line is told at it, also after others are gone, and the keyboard goes there", async () => {
  await press("Add");
  await press("Send");
  expect(wrong()).toEqual([false, false, true]);
  expect(document.activeElement).toBe(labelled("Question 3"));
  await press("Remove 1");
  expect(wrong()).toEqual([false, true]);
  await fill(labelled("Question 2"), "Third");
  expect(wrong()).toEqual([false, false]);
});

test("what the server says of a line is told at it, and what it says of the list at the list", async () => {
  const issues = [
    { path: "questions.1.text", message: "must not be the first one again" },
    { path: "questions", message: "are too many" },
  ];
  send.mockRejectedValue(new ClientError(422, "invalid_fields", "Some fields are not valid.", { issues }));
  await press("Send");
  expect(wrong()).toEqual([false, true]);
  expect(document.querySelector("p:empty, form > p")?.textContent).toBe("Questions are too many.");
});

test("a list that may not be empty says so, until it is not", async () => {
  await press("Remove 1");
  await press("Remove 1");
  await press("Send");
  expect(send).not.toHaveBeenCalled();
  expect(document.querySelector("form > p")?.textContent).toBe("Questions must be at least one.");
  await press("Add");
  expect(document.querySelector("form > p")?.textContent).toBe("");
});
