import type { Catalogue } from "../i18n/use-words.ts";

export type ScreenName = "write" | "batches" | "history" | "prompts" | "analytics" | "settings";

/** What lies behind a screen and is reached by its name, too. */
export type PlaceName = "newBatch" | "schedules" | "experiments" | "signals" | "months" | "proofs";

interface AppWords {
  screens: Record<ScreenName, string>;
  places: Record<PlaceName, string>;
  /** Where there is little room. */
  shortNames: Record<ScreenName, string>;
  navigation: string;
  skipToContent: string;
  palette: string;
  palettePlaceholder: string;
  paletteEmpty: string;
  paletteGroups: Record<"screens" | "actions" | "people" | "batches", string>;
  shortcuts: string;
  goTo: (screen: string) => string;
  theme: string;
  themes: { light: string; dark: string; system: string };
  language: string;
  signOut: string;
  workspace: string;
  account: string;
  offline: string;
  notFound: string;
  notFoundDetail: string;
  crashed: string;
  crashedDetail: string;
  reload: string;
  help: string;
  guide: string;
  tour: string;
}

export const APP: Catalogue<AppWords> = {
  es: {
    screens: {
      write: "Escribir",
      batches: "Lotes",
      history: "Historial",
      prompts: "Prompts y roles",
      analytics: "Analítica",
      settings: "Ajustes",
    },
    places: {
      newBatch: "Lote nuevo",
      schedules: "Lotes programados",
      experiments: "Experimentos",
      signals: "Señales",
      months: "Meses",
      proofs: "Recuentos",
    },
    shortNames: {
      write: "Escribir",
      batches: "Lotes",
      history: "Historial",
      prompts: "Prompts",
      analytics: "Analítica",
      settings: "Ajustes",
    },
    navigation: "Pantallas",
    skipToContent: "Ir al contenido",
    palette: "Buscar o hacer",
    palettePlaceholder: "Pantalla, persona, lote o acción",
    paletteEmpty: "Nada con ese nombre.",
    paletteGroups: { screens: "Pantallas", actions: "Acciones", people: "Personas", batches: "Lotes" },
    shortcuts: "Atajos de teclado",
    goTo: (screen) => `Ir a ${screen}`,
    theme: "Tema",
    themes: { light: "Claro", dark: "Oscuro", system: "Del sistema" },
    language: "Idioma de la página",
    signOut: "Cerrar sesión",
    workspace: "Espacio de trabajo",
    account: "Clave de API",
    offline: "Sin conexión: lo que escribas se conserva en este navegador.",
    notFound: "Aquí no hay nada",
    notFoundDetail: "La dirección no corresponde a ninguna pantalla.",
    crashed: "Esta pantalla ha fallado",
    crashedDetail: "Lo que habías escrito se conserva. Vuelve a cargarla para seguir.",
    reload: "Volver a cargar",
    help: "Ayuda",
    guide: "Guía de uso",
    tour: "Ver el recorrido",
  },
  en: {
    screens: {
      write: "Write",
      batches: "Batches",
      history: "History",
      prompts: "Prompts and roles",
      analytics: "Analytics",
      settings: "Settings",
    },
    places: {
      newBatch: "New batch",
      schedules: "Scheduled batches",
      experiments: "Experiments",
      signals: "Signals",
      months: "Months",
      proofs: "Recounts",
    },
    shortNames: {
      write: "Write",
      batches: "Batches",
      history: "History",
      prompts: "Prompts",
      analytics: "Analytics",
      settings: "Settings",
    },
    navigation: "Screens",
    skipToContent: "Skip to content",
    palette: "Find or do",
    palettePlaceholder: "Screen, person, batch or action",
    paletteEmpty: "Nothing by that name.",
    paletteGroups: { screens: "Screens", actions: "Actions", people: "People", batches: "Batches" },
    shortcuts: "Keyboard shortcuts",
    goTo: (screen) => `Go to ${screen}`,
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "System" },
    language: "Language of the page",
    signOut: "Sign out",
    workspace: "Workspace",
    account: "API key",
    offline: "No connection: what you write is kept in this browser.",
    notFound: "Nothing here",
    notFoundDetail: "No screen has this address.",
    crashed: "This screen has failed",
    crashedDetail: "What you had written is kept. Load it again to go on.",
    reload: "Load again",
    help: "Help",
    guide: "User guide",
    tour: "Take the tour",
  },
};
