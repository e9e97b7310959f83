import "@testing-library/jest-dom/vitest";

import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";

beforeEach(() => {
  localStorage.setItem("language", "es");
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
