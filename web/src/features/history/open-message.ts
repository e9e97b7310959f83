import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useSearchParams } from "react-router";

import { answer, api } from "../../api/client.ts";
import type { Message } from "../../message/queries.ts";

const PARAMETER = "mensaje";

interface OpenMessage {
  /** The message that the address names; null while it is being read, and where it names none. */
  message: Message | null;
  isNamed: boolean;
  error: Error | null;
  open: (message: Message | null) => void;
}

/**
 * The message that is open stands in the address, so that it can be shared and a reload loses nothing. Opening one adds
 * an entry to the browser's history, so that going back closes it; moving to another one does not.
 */
export function useOpenMessage(): OpenMessage {
  const queryClient = useQueryClient();
  const [parameters, setParameters] = useSearchParams();
  const id = parameters.get(PARAMETER);
  const found = useQuery({
    queryKey: ["message", id],
    queryFn: ({ signal }) => answer(api.GET("/v1/messages/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== null,
  });
  const open = useCallback(
    (message: Message | null) => {
      if (message !== null) queryClient.setQueryData<Message>(["message", message.id], (known) => known ?? message);
      const leave = message !== null && id === null;
      setParameters((current) => withParameter(current, message?.id), { replace: !leave });
    },
    [queryClient, setParameters, id],
  );
  return { message: (id !== null && found.data) || null, isNamed: id !== null, error: found.error, open };
}

function withParameter(current: URLSearchParams, id: string | undefined): URLSearchParams {
  const next = new URLSearchParams(current);
  if (id === undefined) next.delete(PARAMETER);
  else next.set(PARAMETER, id);
  return next;
}
