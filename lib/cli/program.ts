import { Command, InvalidArgumentError, Option, type OptionValues } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { ROLES, SCOPES } from "../domain/access.ts";
import { CUT_METHODS } from "../domain/cuts.ts";
import { type Outcome, printOutcome } from "../runtime/outcome.ts";
import type { EvalOptions } from "../tools/eval/eval.ts";
import type { SmokeOptions } from "../tools/smoke/smoke.ts";
import type { NewApiKeyOptions, OrganizationOptions } from "./commands/api-key.ts";
import type { InviteOptions } from "./commands/invite.ts";
import type { MigrateOptions } from "./commands/migrate.ts";
import type { InstallOptions } from "./commands/speech/install.ts";
import type { TestOptions } from "./commands/speech/test.ts";
import type { MemberOptions, NewUserOptions, SetRoleOptions } from "./commands/user.ts";

/*
 * What can be typed. Every command loads what it needs when it runs, so that help and mistakes answer at once.
 */

export function makeProgram(): Command {
  const program = new Command("talentflow")
    .description("TalentFlow: recorded interviews that nobody loses and scores that people can check.")
    .version(packageJson.version)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    // Mistakes are told by printFailure, which also tells programs.
    .configureOutput({ outputError: () => {} });
  addServing(program);
  addProvisioning(program);
  addChecking(program);
  return program;
}

function addServing(program: Command): void {
  program.commandsGroup("Run:");
  program
    .command("start")
    .description("run everything: database, web server and worker")
    .action(async () => (await import("../runtime/start.ts")).start({ dev: false }));
  program
    .command("dev")
    .description("run everything with hot reload")
    .action(async () => (await import("../runtime/start.ts")).start({ dev: true }));
  program
    .command("web")
    .description("run one web process")
    .option("--dev", "with hot reload", false)
    .action(async ({ dev }: { dev: boolean }) => (await import("../runtime/run-web.ts")).runWeb({ dev }));
  program
    .command("worker")
    .description("run one worker process")
    .action(async () => (await import("../runtime/run-worker.ts")).worker());
  const migrate = program
    .command("migrate")
    .description("bring the database up to date")
    .option("--draft <name>", "instead, write a migration for what changed in prisma/schema.prisma");
  answering(migrate, async (options: MigrateOptions) => (await import("./commands/migrate.ts")).migrate(options));
}

function addProvisioning(program: Command): void {
  program.commandsGroup("Provide:");
  const invite = program
    .command("invite")
    .description("invite a candidate and print the interview link")
    .requiredOption("--name <name>", "the candidate's name")
    .requiredOption("--email <address>", "the candidate's e-mail address; the same address is the same candidate")
    .option("--template <name-or-id>", "what to ask (default: the oldest template)")
    .option("--expires-days <days>", "for how many days the link opens the interview", wholeNumber, 14)
    .option("--another", "also beside an open invitation of the same candidate to the same interview")
    .addOption(ofOrganization());
  answering(invite, async (options: InviteOptions) => (await import("./commands/invite.ts")).invite(options));
  const candidate = program.command("candidate").description("people who are interviewed");
  const erase = candidate
    .command("erase")
    .description("erase everything that is kept about a candidate; it cannot be undone")
    .argument("<id>", "their number, as the API and `invite` show it")
    .addOption(ofOrganization());
  answering(erase, async (options: OrganizationOptions, id) =>
    (await import("./commands/candidate.ts")).erase(id ?? "", options),
  );
  addApiKeys(program.command("api-key").description("keys for programs that use the API"));
  addUsers(program.command("user").description("people who sign in"));
  addSpeech(program.command("speech").description("the model that writes down spoken answers on this machine"));
}

function addApiKeys(parent: Command): void {
  const create = parent
    .command("create")
    .description("make a key and print it, this once")
    .requiredOption("--name <name>", "what it is for")
    .option("--test", "for the sandbox: nothing it does meets real candidates", false)
    .addOption(new Option("--scope <scope...>", "what it may do").choices(SCOPES).default(["read", "write"]))
    .option("--expires-at <time>", "when it ends, such as 2027-01-31T00:00:00Z (default: never)")
    .option("--cors-origin <origin...>", "let pages of these origins use it in a browser", [])
    .addOption(ofOrganization());
  answering(create, async (options: NewApiKeyOptions) => (await import("./commands/api-key.ts")).create(options));
  const list = parent.command("list").description("list the keys, without their secrets").addOption(ofOrganization());
  answering(list, async (options: OrganizationOptions) => (await import("./commands/api-key.ts")).list(options));
  const revoke = parent
    .command("revoke")
    .description("end a key at once")
    .argument("<id>", "its id, as `api-key list` shows it")
    .addOption(ofOrganization());
  answering(revoke, async (options: OrganizationOptions, id) =>
    (await import("./commands/api-key.ts")).revoke(id ?? "", options),
  );
}

function addSpeech(parent: Command): void {
  const install = parent
    .command("install")
    .description("install a model; without a name, list those that there are")
    .argument("[name]", "its name in the list")
    .option("--from <file>", "what was brought along: the maker's archive, or the folder in it")
    .addHelpText(
      "after",
      "\nIt is fetched from its maker's page, or from SPEECH_MODEL_URL, into DATA_DIR/models, and tried.",
    );
  answering(install, async (options: InstallOptions, name) =>
    (await import("./commands/speech/install.ts")).install(name, options),
  );
  const status = parent.command("status").description("say which model is in use, where it lies, and what there is");
  answering(status, async () => (await import("./commands/speech/status.ts")).status());
  const test = parent
    .command("test")
    .description("write down what is said in a file")
    .argument("<file>", "sound or film: WAV, WebM, MP4, Ogg")
    .option("--model <name-or-folder>", "with which model (default: the one in use)")
    .option("--language <code>", "what is spoken there", "en");
  answering(test, async (options: TestOptions, file) =>
    (await import("./commands/speech/test.ts")).test(file ?? "", options),
  );
}

function addUsers(parent: Command): void {
  const note =
    "\nThe password, at least 10 characters and none of the commonest, is read from standard input or asked for on a terminal.";
  const create = parent
    .command("create")
    .description("let somebody sign in")
    .requiredOption("--email <address>", "the address to sign in with")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .option("--name <name>", "their name (default: the address up to the @)")
    .addOption(ofOrganization())
    .addHelpText("after", note);
  answering(create, async (options: NewUserOptions) => (await import("./commands/user.ts")).create(options));
  const setRole = parent
    .command("set-role")
    .description("give somebody another role; it holds from their next request on")
    .requiredOption("--email <address>", "whose role")
    .addOption(new Option("--role <role>", "what they may do").choices(ROLES).makeOptionMandatory())
    .addOption(ofOrganization());
  answering(setRole, async (options: SetRoleOptions) => (await import("./commands/user.ts")).setRole(options));
  const reset = parent
    .command("reset-password")
    .description("replace a forgotten password")
    .requiredOption("--email <address>", "whose password")
    .addOption(ofOrganization())
    .addHelpText("after", note);
  answering(reset, async (options: MemberOptions) => (await import("./commands/user.ts")).reset(options));
  const withoutCode = parent
    .command("remove-second-factor")
    .description("let somebody sign in who has lost what shows their codes; they are signed out everywhere")
    .requiredOption("--email <address>", "whose second factor")
    .addOption(ofOrganization());
  answering(withoutCode, async (options: MemberOptions) =>
    (await import("./commands/user.ts")).removeSecondFactor(options),
  );
}

function addChecking(program: Command): void {
  program.commandsGroup("Check:");
  const smoke = program
    .command("smoke")
    .description("take an interview over HTTP and check every answer of the running server")
    .option("--base-url <address>", "where the server is (default: this machine, at PORT)", webAddress)
    .option("--api-key <key>", "do everything over the API with this key: for a server anywhere, without its database")
    .option("--candidate <id>", "use this candidate's scheduled interview instead of one of its own", wholeNumber)
    .option("--timeout <seconds>", "how long the analysis may take", wholeNumber, 120)
    .addOption(ofOrganization())
    .addHelpText("after", "\nWithout --candidate it invites a candidate “Smoke Test”: nobody's invitation is used up.");
  answering(smoke, async (options: SmokeOptions) => (await import("../tools/smoke/smoke.ts")).smoke(options));
  const evaluation = program
    .command("eval")
    .description("check the scorer against graded answers (default: the project's own set)")
    .option("--questions <file>", "questions, a JSON list")
    .option("--answers <file>", "answers, one JSON object a line")
    .option("--out <file>", "where to write the scores, one a line in the order of the answers")
    .addOption(new Option("--scorer <name>", "who scores").choices(["offline", "openai"]).default("offline"))
    .option("--write", "put the table of the own set into README.md")
    .option("--cuts <file>", "instead, find where scores are to be cut, by people's ratings, one JSON object a line")
    .addOption(new Option("--method <name>", "how").choices(CUT_METHODS).default("contrasting_groups"))
    .option("--template-version <id>", "with --store: the version of a template that the cuts are for")
    .option("--store", "keep them: what is analysed from now on is recommended by them")
    .addOption(ofOrganization());
  answering(evaluation, async (options: EvalOptions) => (await import("../tools/eval/eval.ts")).evaluate(options));
  passing(program.command("test").description("run the tests"), async (args) => {
    process.exitCode = await (await import("../tools/tests/run-tests.ts")).runTests(args);
  });
  passing(program.command("bench").description("measure the running server"), async (args) => {
    process.exitCode = await (await import("../tools/run-script.ts")).runScript("e2e/bench/bench.ts", args);
  });
}

/** A command that answers and ends: as text, or with `--json` as one object. */
function answering<O extends OptionValues>(
  command: Command,
  work: (options: O, ...args: string[]) => Promise<Outcome>,
): void {
  command.option("--json", "print one JSON object").action(async () => {
    const options = command.opts<O & { json?: true }>();
    printOutcome(await work(options, ...command.args), options.json === true);
  });
}

/** A command that hands on whatever it is given. */
function passing(command: Command, work: (args: string[]) => Promise<void>): void {
  command.argument("[args...]").helpOption(false).allowUnknownOption().passThroughOptions().action(work);
}

function ofOrganization(): Option {
  return new Option("--organization <name-or-id>", "for which organisation (default: the first)");
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

function webAddress(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError("It must be a web address.");
  return url.href.replace(/\/+$/, "");
}
