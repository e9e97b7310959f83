import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = [
  "session",
  "write",
  "batches",
  "history",
  "prompts",
  "analytics",
  "settings",
  "first-run",
  "help",
  "experiments",
  "schedules",
];

/** A feature imports nothing of another one: what two of them need lies outside of both. */
const featuresAreApart = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: features.filter((other) => other !== feature).map((other) => `**/features/${other}/**`),
            message: "Features do not import each other.",
          },
          {
            group: features.filter((other) => other !== feature).map((other) => `../${other}/**`),
            message: "Features do not import each other.",
          },
          { group: ["**/app/**"], message: "Only main.tsx and the frame know the app." },
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ["dist", "node_modules", "src/api/schema.d.ts", "public"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  hooks.configs.flat["recommended-latest"],
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } } },
    rules: {
      "no-console": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["src/design/**", "src/evidence/**", "src/i18n/**", "src/api/**", "src/problems/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/features/**", "**/app/**"], message: "What features share knows no feature." }] },
      ],
    },
  },
  ...featuresAreApart,
);
