// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { ClientError, NetworkError } from "../../../lib/client/fetch-json.ts";
import { fill, labelled, openPage, press } from "../../../lib/testing/page.ts";
import { requests } from "../../../lib/words/en/requests.ts";
import { pseudo } from "../../../lib/words/pseudo.ts";
import { LocaleContext } from "../../words/locale-context.ts";
import { Button } from "../button.tsx";
import { Input } from "../input.tsx";
import { about } from "./field-issues.ts";
import { Form } from "./form.tsx";
import { FormField } from "./form-field.tsx";
import { FormProblem } from "./form-problem.tsx";
import { type FormOptions, useForm } from "./use-form.ts";

const Body = z.object({
  name: z.string().trim().min(1, "must not be empty").max(5, "must have at most 5 characters"),
  hosts: z.array(z.string().startsWith("https://", "must begin with https://")),
  days: z.int("must be a whole number"),
});
type Body = z.infer<typeof Body>;
type Values = { name: string; hosts: string; days: number };
type Options = Partial<FormOptions<Values, Body, string>>;

const toBody = ({ hosts, ...rest }: Values) => ({ ...rest, hosts: hosts.split(" ").filter(Boolean) });
const words = { name: about("The name"), hosts: about("Each host"), days: about("The time") };

function Example({ send, ...more }: { send: (body: Body) => Promise<string> } & Options) {
  const form = useForm({
    schema: Body,
    initial: { name: "", hosts: "", days: 14 },
    toBody,
    words,
    send,
    ...more,
  });
  return (
    <Form form={form}>
      <FormProblem form={form} title="Nothing was sent" kept="typed" />
      <FormField form={form} name="name" label="Name">
        <Input />
      </FormField>
      <FormField form={form} name="hosts" label="Hosts">
        <Input />
      </FormField>
      <FormField form={form} name="days" label="Days" numeric>
        <Input />
      </FormField>
      <Button type="submit" loading={form.isSending}>
        Send
      </Button>
    </Form>
  );
}

let page: Awaited<ReturnType<typeof openPage>>;
async function open(send: (body: Body) => Promise<string>, options: Options = {}) {
  page = await openPage(<Example send={send} {...options} />);
}
afterEach(() => page.close());

const submit = () => act(async () => document.querySelector("form")?.requestSubmit());
const problemsOf = (label: string) =>
  (labelled(label).getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);
const said = () => document.querySelector("[role=alert]")?.textContent;

test("what the schema makes of the fields is sent, numbers as numbers, and told on", async () => {
  const send = vi.fn(async () => "made");
  const onSent = vi.fn();
  await open(send, { onSent });
  await fill(labelled("Name"), "  Ada ");
  await fill(labelled("Hosts"), "https://a.example https://b.example");
  await press("Send");
  const body = { name: "Ada", hosts: ["https://a.example", "https://b.example"], days: 14 };
  expect(send).toHaveBeenCalledExactlyOnceWith(body);
  expect(onSent).toHaveBeenCalledExactlyOnceWith("made", body);
});

test("what the browser can tell is told at the fields without asking, and the keyboard goes to the first", async () => {
  const send = vi.fn(async () => "made");
  await open(send);
  await fill(labelled("Hosts"), "https://a.example b.example");
  labelled("Days").focus();
  await press("Send");
  expect(problemsOf("Name")).toEqual(["The name must not be empty."]);
  expect(problemsOf("Hosts")).toEqual(["Each host must begin with https://."]);
  expect(document.activeElement).toBe(labelled("Name"));
  expect(send).not.toHaveBeenCalled();
  await fill(labelled("Name"), "Ada");
  expect(labelled("Name").getAttribute("aria-invalid")).toBeNull();
  expect(labelled("Hosts").getAttribute("aria-invalid")).toBe("true");
});

test("what the server says of fields is told at them, and goes when the field changes", async () => {
  const issues = [
    { path: "hosts.1", message: "must not be ours" },
    { path: "name", message: "is taken" },
    { path: "name", message: "is dull" },
  ];
  await open(() => Promise.reject(new ClientError(422, "invalid_fields", "Some fields are not valid.", { issues })));
  await fill(labelled("Name"), "Ada");
  await press("Send");
  expect(problemsOf("Name")).toEqual(["The name is taken."]);
  expect(problemsOf("Hosts")).toEqual(["Each host must not be ours."]);
  expect(document.activeElement).toBe(labelled("Name"));
  expect(said()).toBeUndefined();
  expect(labelled("Name").value).toBe("Ada");
  await fill(labelled("Name"), "Grace");
  expect(problemsOf("Name")).toEqual([undefined]);
});

test("a refusal that no field tells is told for the whole, with what was typed still there", async () => {
  await open(() => Promise.reject(new NetworkError(null)));
  await fill(labelled("Name"), "Ada");
  await press("Send");
  expect(said()).toBe("Nothing was sentThe server could not be reached. What you typed is still here.");
  expect(labelled("Name").value).toBe("Ada");
});

test("an issue with something that is no field of the form is not lost", async () => {
  const issues = [{ path: "constructor", message: "is unknown" }];
  await open(() => Promise.reject(new ClientError(422, "invalid_fields", "Some fields are not valid.", { issues })));
  await fill(labelled("Name"), "Ada");
  await press("Send");
  expect(said()).toContain("Some fields are not valid.");
});

test("it is so, too, with what the browser finds", async () => {
  const send = vi.fn(async () => "made");
  await open(send, { words: { name: about("The name") } });
  await fill(labelled("Name"), "Ada");
  await fill(labelled("Hosts"), "b.example");
  await press("Send");
  expect(said()).toContain("hosts.0 must begin with https://.");
  expect(send).not.toHaveBeenCalled();
});

test("a form that is on its way is not sent a second time", async () => {
  let answer = (_: string) => {};
  const send = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)));
  await open(send);
  await fill(labelled("Name"), "Ada");
  await press("Send");
  await submit();
  expect(send).toHaveBeenCalledOnce();
  expect(document.querySelector("button")?.getAttribute("aria-busy")).toBe("true");
  await act(async () => answer("made"));
  expect(document.querySelector("button")?.getAttribute("aria-busy")).toBeNull();
});

test("on a page in another language all of that is said in it, and what was typed is there", async () => {
  const issues = [{ path: "name", message: "must not be empty" }];
  const refused = new ClientError(422, "invalid_fields", "Some fields are not valid.", { issues });
  const send = vi.fn().mockRejectedValueOnce(refused).mockRejectedValue(new NetworkError(null));
  page = await openPage(
    <LocaleContext value="en-XA">
      <Example send={send} words={{ name: about("Το όνομα") }} />
    </LocaleContext>,
  );
  await fill(labelled("Name"), "Ada");
  await press("Send");
  expect(problemsOf("Name")[0]).toContain(pseudo("must not be empty"));
  await fill(labelled("Name"), "Grace");
  await press("Send");
  expect(said()).toContain(pseudo(requests.unreachable));
  expect(labelled("Name").value).toBe("Grace");
});
