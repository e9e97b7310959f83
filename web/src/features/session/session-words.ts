import type { Catalogue } from "../../i18n/use-words.ts";

interface SessionWords {
  title: string;
  promise: string;
  key: string;
  keyHint: string;
  enter: string;
  refused: string;
  expired: string;
  expiredDetail: string;
}

export const SESSION: Catalogue<SessionWords> = {
  es: {
    title: "Entra en tu espacio",
    promise: "Mensajes personales en los que cada afirmación está demostrada.",
    key: "Clave de API",
    keyHint: "En tu ordenador está en el archivo .data/demo-key.",
    enter: "Entrar",
    refused: "Esta clave no vale. Cópiala entera: empieza por rtk_.",
    expired: "La sesión ha caducado",
    expiredDetail: "Entra de nuevo: lo que habías escrito sigue aquí.",
  },
  en: {
    title: "Enter your workspace",
    promise: "Personal messages in which every claim is proven.",
    key: "API key",
    keyHint: "On your own machine it is in the file .data/demo-key.",
    enter: "Enter",
    refused: "This key does not hold. Copy all of it: it begins with rtk_.",
    expired: "The session has ended",
    expiredDetail: "Sign in again: what you had written is still here.",
  },
};
