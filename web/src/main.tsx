import "./design/tokens.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { registerSW } from "virtual:pwa-register";

import { App } from "./app/app.tsx";
import { currentLocale } from "./i18n/locale.ts";

document.documentElement.lang = currentLocale();
registerSW({ immediate: true });

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
