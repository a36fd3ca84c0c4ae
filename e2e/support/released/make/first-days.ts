import type { Template } from "./interviews.ts";
import type { OldRelease } from "./old-release.ts";
import { SITTING, TEMPLATE } from "./sitting-words.ts";

/* What an installation is given before anybody is invited: people, keys, templates, webhooks. */

type Account = { email: string; password: string };
export type By = Record<"owner" | "recruiter" | "admin", HeadersInit>;

export async function letIn(release: OldRelease, owner: Account) {
  const person = async (role: string, name: string) => {
    const account = { email: `${role}@example.com`, password: `a throw-away password of the ${role}` };
    await release.command(
      ["user", "create", "--email", account.email, "--role", role, "--name", name],
      account.password,
    );
    return account;
  };
  const key = async (name: string, ...more: string[]) =>
    (await release.command<{ api_key: string }>(["api-key", "create", "--name", name, ...more])).api_key;
  const accounts = {
    owner,
    recruiter: await person("recruiter", "Rita Recruiter"),
    reviewer: await person("reviewer", "Ravi Reviewer"),
  };
  await key("Sandbox", "--test");
  const admin = await key("ATS", "--scope", "admin", "--cors-origin", "https://ats.example.com");
  return { accounts, keys: { admin, read: await key("Reports", "--scope", "read") } };
}

export async function makeTemplates(release: OldRelease, { admin, recruiter }: By) {
  const make = async (json: object) =>
    (await release.send<{ template: Template }>("POST", "/api/v1/templates", json, admin)).template;
  const questions = SITTING.map(({ question }) => question);
  const { id } = await make({ ...TEMPLATE, questions: [...questions, { text: "Why us?", type: "culture" }] });
  // A question goes and the introduction changes; the other questions keep their ids.
  const changes = { introduction: `${TEMPLATE.introduction} Take your time.`, questions };
  const path = `/api/v1/templates/${id}`;
  const { template } = await release.send<{ template: Template }>("PATCH", path, changes, recruiter);
  const question = { text: "Which browser?", type: "general" };
  const old = await make({ name: "Webmaster", role_title: "Webmaster", questions: [question] });
  await release.send("POST", `/api/v1/templates/${old.id}/archive`, {}, recruiter);
  return { template, archived: old.id };
}

export async function makeWebhooks(release: OldRelease, { owner }: By, receiver: string) {
  const add = async (json: object) => {
    const { webhook } = await release.send<{ webhook: { id: string } }>("POST", "/api/v1/webhooks", json, owner);
    return webhook.id;
  };
  const working = await add({ url: `${receiver}/hook`, description: "Our ATS" });
  const broken = await add({ url: `${receiver}/broken`, events: ["decision.made"] });
  await release.send("PATCH", `/api/v1/webhooks/${broken}`, { enabled: false }, owner);
  await release.send("POST", `/api/v1/webhooks/${broken}/test`, {}, owner);
  await release.send("POST", `/api/v1/webhooks/${working}/rotate-secret`, {}, owner);
  return { working, broken, gone: await add({ url: `${receiver}/gone`, events: ["interview.started"] }) };
}
