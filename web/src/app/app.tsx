import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";

import { Toasts } from "../design/toasts.tsx";
import { SessionGate } from "../features/session/session-gate.tsx";
import { Shortcuts } from "../keyboard/shortcuts.tsx";
import { Frame } from "./frame.tsx";
import { createQueryClient } from "./query-client.ts";
import { ScreenBoundary } from "./screen-boundary.tsx";
import { BESIDE, SCREENS } from "./screens.tsx";

const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <ScreenBoundary />,
    children: [...SCREENS.flatMap((screen) => [screen, ...(screen.below ?? [])]), ...BESIDE].map(
      ({ path, element }) => ({
        path,
        element,
        errorElement: <ScreenBoundary />,
      }),
    ),
  },
]);

/** Everything that the screens stand in. */
export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Shortcuts>
        <Toasts>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </Toasts>
      </Shortcuts>
    </QueryClientProvider>
  );
}
