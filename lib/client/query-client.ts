import { QueryClient } from "@tanstack/react-query";
import { isPassing, retryDelayMs } from "./retry.ts";

/** How every page of ours asks and asks again; one per browser tab. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 3 && isPassing(error),
        retryDelay: (failures, error) => retryDelayMs(failures, error),
      },
    },
  });
}
