import type { Catalogue } from "../../i18n/use-words.ts";

export type GuideName = "representante" | "responsable" | "administracion";

interface HelpWords {
  title: string;
  guides: Record<GuideName, string>;
  onlySpanish: string | null;
}

export const HELP: Catalogue<HelpWords> = {
  es: {
    title: "Guía de uso",
    guides: {
      representante: "Escribir y enviar",
      responsable: "Llevar un equipo",
      administracion: "Administrar el espacio",
    },
    onlySpanish: null,
  },
  en: {
    title: "User guide",
    guides: {
      representante: "Writing and sending",
      responsable: "Leading a team",
      administracion: "Administering",
    },
    onlySpanish: "The guide is written in Spanish.",
  },
};
