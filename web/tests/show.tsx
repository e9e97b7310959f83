import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";

import { Toasts } from "../src/design/toasts.tsx";

/** Renders a piece of the page as the frame does: with its own server state, its toasts and an address. */
export function show(piece: ReactNode, address = "/") {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <Toasts>
        <MemoryRouter initialEntries={[address]}>{piece}</MemoryRouter>
      </Toasts>
    </QueryClientProvider>,
  );
}
