import "@testing-library/jest-dom/vitest";

import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach } from "vitest";

import { server } from "./server.ts";

// Before any module reads it: the language of the interface is decided as the page loads.
localStorage.setItem("language", "es");

// What is waited for ends by its condition; on a busy machine a second proves nothing.
configure({ asyncUtilTimeout: 30_000 });

// What the palette asks of a browser and jsdom has not: nothing has a size there, and nothing scrolls.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => undefined;

// Before any module takes hold of fetch.
server.listen({ onUnhandledFrame: "error" });

afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});

afterAll(() => server.close());
