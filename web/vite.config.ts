import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

import { guidePages } from "./guide-pages.ts";

/** Where `make run` serves the API while `npm run dev` serves the page. */
const api = process.env["API"] ?? "http://localhost:8080";

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    guidePages(),
    VitePWA({
      registerType: "autoUpdate",
      injectRegister: null,
      includeAssets: ["icon.svg", "theme.js"],
      manifest: {
        name: "Reteki Outreach",
        short_name: "Outreach",
        description: "Mensajes personales con cada afirmación demostrada.",
        lang: "es",
        start_url: "/",
        display: "standalone",
        background_color: "#fbfbfd",
        theme_color: "#4b46c8",
        icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,woff2}"],
        globIgnores: ["**/inter-*-{cyrillic,greek,vietnamese}*"],
        navigateFallback: "/index.html",
        // What the server itself answers; the page has no say in it.
        navigateFallbackDenylist: [/^\/v1\//, /^\/auth\//, /^\/docs/, /^\/openapi\.json/, /^\/start/, /^\/site\//],
      },
    }),
  ],
  build: { target: "es2023", sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { "/v1": api, "/auth": api, "/openapi.json": api } },
});
