// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { keptDraft } from "../../../lib/client/form-draft.ts";
import { fill, labelled, openPage, press } from "../../../lib/testing/page.ts";
import { Button } from "../button.tsx";
import { Input } from "../input.tsx";
import { about } from "./field-issues.ts";
import { Form } from "./form.tsx";
import { FormField } from "./form-field.tsx";
import { useForm } from "./use-form.ts";

const Body = z.object({ reason: z.string() });
type Body = z.infer<typeof Body>;

const draftOf = (about: string) =>
  keptDraft<Body>({
    kind: "reason",
    userId: "u1",
    about,
    schema: Body,
    isBegun: ({ reason }) => reason.trim() !== "",
  });

function Example({ of = "i1", send = async () => {} }: { of?: string; send?: () => Promise<void> }) {
  const form = useForm({
    schema: Body,
    initial: { reason: "" },
    words: { reason: about("The reason") },
    send,
    onSent: () => {
      form.startOver();
    },
    draft: draftOf(of),
  });
  return (
    <Form form={form}>
      <FormField form={form} name="reason" label="Reason">
        <Input />
      </FormField>
      <p>{form.isBegun ? "begun" : "nothing"}</p>
      <Button onClick={form.startOver}>Drop</Button>
      <Button type="submit">Send</Button>
    </Form>
  );
}

let page: Awaited<ReturnType<typeof openPage>>;
async function reload(of = "i1") {
  await page.close();
  page = await openPage(<Example of={of} />);
}
beforeEach(async () => {
  localStorage.clear();
  page = await openPage(<Example />);
});
afterEach(() => page.close());

const state = () => document.querySelector("p")?.textContent;

test("what is being written is there again after a reload, and for nothing else", async () => {
  expect(state()).toBe("nothing");
  await fill(labelled("Reason"), "Half a thou");
  expect(state()).toBe("begun");
  await reload();
  expect(labelled("Reason").value).toBe("Half a thou");
  expect(state()).toBe("begun");
  await reload("i2");
  expect(labelled("Reason").value).toBe("");
  expect(state()).toBe("nothing");
});

test("it is gone once it is taken back, dropped or sent", async () => {
  const ways = [() => fill(labelled("Reason"), " "), () => press("Drop"), () => press("Send")];
  for (const go of ways) {
    await fill(labelled("Reason"), "Half a thou");
    expect(localStorage).toHaveLength(1);
    await go();
    expect(localStorage).toHaveLength(0);
    expect(state()).toBe("nothing");
    expect(labelled("Reason").value.trim()).toBe("");
  }
});

test("it stays when sending is refused", async () => {
  await page.show(<Example send={() => Promise.reject(new Error("No."))} />);
  await fill(labelled("Reason"), "Half a thou");
  await press("Send");
  await reload();
  expect(labelled("Reason").value).toBe("Half a thou");
});

test("a browser that keeps nothing has no draft, and the form works", async () => {
  vi.stubGlobal("localStorage", undefined);
  await act(async () => {});
  await fill(labelled("Reason"), "Half a thou");
  expect(state()).toBe("begun");
  vi.unstubAllGlobals();
  expect(localStorage).toHaveLength(0);
});
