"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { listVersionQuery } from "@/lib/client/list-queries.ts";
import { rememberList } from "./last-list.ts";

type KeepFreshProps = {
  /** Where this page of the list is. */
  address: string;
  /** Of what it shows. */
  version: string;
  /** Something on it is being worked on, so its line will change soon. */
  isUnderWay: boolean;
};

/**
 * Reads the page again when what it would show has changed: asked now and then while somebody looks, when they look again, and when they
 * come back to it and get what the browser had kept.
 */
export function KeepFresh({ address, version, isUnderWay }: KeepFreshProps) {
  const router = useRouter();
  const shown = useRef(version);
  shown.current = version;
  const { data, dataUpdatedAt } = useQuery(listVersionQuery(address, isUnderWay));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once
  useEffect(() => {
    if (data && data.version !== shown.current) router.refresh();
  }, [data, dataUpdatedAt, router]);
  useEffect(() => rememberList(address), [address]);
  return null;
}
