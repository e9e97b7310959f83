import "@testing-library/jest-dom/vitest";

import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// Before any module reads it: the language of the interface is decided as the page loads.
localStorage.setItem("language", "es");

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
