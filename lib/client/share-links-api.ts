import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { type CreateShareBody, ShareAnswer, ShareCreated, ShareList } from "../contract/v1/shares.ts";
import { fetchJson } from "./fetch-json.ts";

/** The links that show an interview; the newest hundred, which is more than anybody makes. */
export const shareLinksQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ["share-links", interviewId],
    queryFn: async ({ signal }) => {
      const url = `/api/v1/share-links?interview_id=${interviewId}&limit=100`;
      return (await fetchJson(ShareList, url, { signal })).data;
    },
  });

/** Not repeated by itself: a second attempt would make a second link. */
export const createShareMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["share-links", interviewId, "create"],
    mutationFn: (json: CreateShareBody) =>
      fetchJson(ShareCreated, `/api/v1/interviews/${interviewId}/share-links`, { json }),
  });

/** Revoking twice is revoking once. */
export const revokeShareMutation = (interviewId: string) =>
  mutationOptions({
    mutationKey: ["share-links", interviewId, "revoke"],
    mutationFn: (id: string) => fetchJson(ShareAnswer, `/api/v1/share-links/${id}`, { method: "DELETE" }),
  });
