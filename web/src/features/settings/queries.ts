import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../../api/client.ts";

const A_PAGE = 50;

export function useUsage() {
  return useQuery({ queryKey: ["usage"], queryFn: ({ signal }) => answer(api.GET("/v1/usage", { signal })) });
}

export function useInvitations() {
  return useQuery({
    queryKey: ["invitations"],
    queryFn: ({ signal }) => answer(api.GET("/v1/invitations", { params: { query: { limit: 200 } }, signal })),
  });
}

export function useApiKeys() {
  return useQuery({
    queryKey: ["api-keys"],
    queryFn: ({ signal }) => answer(api.GET("/v1/api-keys", { params: { query: { limit: 200 } }, signal })),
  });
}

export function useWebhooks() {
  return useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => answer(api.GET("/v1/webhooks", { params: { query: { limit: 200 } }, signal })),
  });
}

/** The deliveries of one webhook, newest first; `enabled` once somebody looks. */
export function useDeliveries(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ["webhooks", id, "deliveries"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/webhooks/{id}/deliveries", {
          params: { path: { id }, query: { limit: A_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    enabled,
  });
}

/** Who must not be written to, newest first. */
export function useSuppressions() {
  return useInfiniteQuery({
    queryKey: ["suppressions"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/suppressions", {
          params: {
            query: { limit: A_PAGE, state: "active", ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export interface AuditFilters {
  actor?: string;
  action?: string;
  outcome?: Schemas["AuditOutcome"];
  from?: string;
  to?: string;
}

/** Who did what, newest first. */
export function useAudit(filters: AuditFilters) {
  return useInfiniteQuery({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/v1/audit", {
          params: { query: { limit: A_PAGE, ...filters, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** A change of the list under a query key: what it shows is asked for again. */
export function useListChange<Input, Output>(key: string, run: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [key] }),
  });
}

export const inviteMember = (body: Schemas["NewInvitation"]) => answer(api.POST("/v1/invitations", { body }));
export const revokeInvitation = (id: string) =>
  answer(api.DELETE("/v1/invitations/{id}", { params: { path: { id } } }));
export const changeMember = ({ id, role }: { id: string; role: Schemas["WorkspaceRole"] }) =>
  answer(api.PATCH("/v1/members/{id}", { params: { path: { id } }, body: { role } }));
export const removeMember = (id: string) => answer(api.DELETE("/v1/members/{id}", { params: { path: { id } } }));
export const createKey = (body: Schemas["NewApiKey"]) => answer(api.POST("/v1/api-keys", { body }));
export const rotateKey = (id: string) =>
  answer(api.POST("/v1/api-keys/{id}/rotate", { params: { path: { id } }, body: {} }));
export const revokeKey = (id: string) => answer(api.DELETE("/v1/api-keys/{id}", { params: { path: { id } } }));
export const addSuppression = (body: Schemas["NewSuppression"]) => answer(api.POST("/v1/suppressions", { body }));
export const liftSuppression = (id: string) =>
  answer(api.DELETE("/v1/suppressions/{id}", { params: { path: { id } } }));
export const restoreSuppression = (id: string) =>
  answer(api.POST("/v1/suppressions/{id}/restore", { params: { path: { id } } }));
export const importSuppressions = (text: string) => answer(api.POST("/v1/suppressions/import", { body: { text } }));
// As bytes: a text would lose the mark at its beginning by which spreadsheets know its encoding.
export const exportSuppressions = async () => await answer(api.GET("/v1/suppressions/export.csv", { parseAs: "blob" }));
export const exportAudit = async (filters: AuditFilters) =>
  await answer(api.GET("/v1/audit/export.csv", { params: { query: filters }, parseAs: "blob" }));
export const createWebhook = (body: Schemas["NewWebhook"]) => answer(api.POST("/v1/webhooks", { body }));
export const changeWebhook = ({ id, ...body }: Schemas["WebhookChange"] & { id: string }) =>
  answer(api.PATCH("/v1/webhooks/{id}", { params: { path: { id } }, body }));
export const removeWebhook = (id: string) => answer(api.DELETE("/v1/webhooks/{id}", { params: { path: { id } } }));
export const testWebhook = (id: string) => answer(api.POST("/v1/webhooks/{id}/test", { params: { path: { id } } }));
export const rotateSecret = ({ id, seconds }: { id: string; seconds: number }) =>
  answer(api.POST("/v1/webhooks/{id}/rotate", { params: { path: { id } }, body: { overlap_seconds: seconds } }));
export const redeliver = ({ id, delivery }: { id: string; delivery: string }) =>
  answer(api.POST("/v1/webhooks/{id}/deliveries/{delivery}/redeliver", { params: { path: { id, delivery } } }));
export const deleteWorkspace = (id: string) => answer(api.DELETE("/v1/workspaces/{id}", { params: { path: { id } } }));
