import type { Metadata } from "next";
import { ApiKeyList } from "@/components/settings/api-key-list.tsx";
import { listApiKeys } from "@/lib/keys/list-api-keys.ts";
import { presentApiKey } from "@/lib/present/v1/api-key.ts";
import { requireUser } from "../../require-user.ts";
import { ForOwners } from "../for-owners.tsx";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const { actor, may } = await requireUser("/settings/api-keys");
  if (!may("api_keys.manage")) return <ForOwners title="API keys are for owners" />;
  const keys = (await listApiKeys(actor)).map(presentApiKey).reverse();
  return <ApiKeyList keys={keys} now={new Date().toISOString()} />;
}
