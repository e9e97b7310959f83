import "@testing-library/jest-dom/vitest";

import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach } from "vitest";

import { server } from "./server.ts";

// Before any module reads it: the language of the interface is decided as the page loads.
localStorage.setItem("language", "es");

// What is waited for ends by its condition; on a busy machine a second proves nothing.
configure({ asyncUtilTimeout: 30_000 });

// Before any module takes hold of fetch.
server.listen({ onUnhandledFrame: "error" });

afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => server.close());
