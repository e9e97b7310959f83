import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../api/client.ts";
import { useLocale } from "../i18n/use-words.ts";

/** The roles of the workspace. */
export function useRoles() {
  return useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => answer(api.GET("/v1/roles", { params: { query: { limit: 200 } }, signal })),
    staleTime: 300_000,
  });
}

/** Says a role's name in the language of the interface; its key until the roles are known. */
export function useRoleName(): (key: string) => string {
  const locale = useLocale();
  const roles = useRoles();
  return (key) => roles.data?.items.find((role) => role.key === key)?.names[locale] ?? key;
}
