import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import { noteUse } from "../usage/note-use.ts";

export type Import = Schemas["ImportView"];

/** Uploads a file, or sends pasted text; what was read of it is known by its id from then on. */
export function useReadSource() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (source: File | string): Promise<Import> => {
      if (typeof source === "string") return answer(api.POST("/v1/imports", { body: { text: source } }));
      const form = new FormData();
      form.append("file", source);
      return answer(
        api.POST("/v1/imports", { body: { file: "" }, bodySerializer: () => form, headers: { "Content-Type": null } }),
      );
    },
    onSuccess: (found) => {
      noteUse("imported");
      queryClient.setQueryData(["import", found.id], found);
    },
  });
}

/** An import that was read before; it is kept for 30 days. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: ["import", id],
    queryFn: ({ signal }) => answer(api.GET("/v1/imports/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
    staleTime: 300_000,
  });
}

/** The address of a new batch whose people are there already. */
export function batchAddress(found: Import): string {
  return `/lotes/nuevo?importacion=${found.id}`;
}
