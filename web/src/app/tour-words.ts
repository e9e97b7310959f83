import type { Catalogue } from "../i18n/use-words.ts";

interface TourWords {
  tour: string;
  place: (step: number, steps: number) => string;
  next: string;
  back: string;
  end: string;
  leave: string;
  steps: Record<StepName, { title: string; text: string }>;
}

export type StepName = "person" | "draft" | "batches" | "history" | "prompts" | "analytics" | "settings";

export const TOUR: Catalogue<TourWords> = {
  es: {
    tour: "Recorrido",
    place: (step, steps) => `Paso ${step} de ${steps}`,
    next: "Siguiente",
    back: "Atrás",
    end: "Terminar",
    leave: "Dejar el recorrido",
    steps: {
      person: {
        title: "Empieza por una persona",
        text: "Pega su perfil aquí o en cualquier parte de la página y pulsa Ctrl ↵. El rol se reconoce por el cargo.",
      },
      draft: {
        title: "Cada afirmación, con su prueba",
        text: "El borrador sale subrayado. Pasa por encima de una afirmación y verás el dato que la demuestra; lo rojo no tiene prueba.",
      },
      batches: {
        title: "Un archivo, un mensaje por fila",
        text: "Trae un CSV o un Excel. Lo limpio se aprueba de una vez y lo dudoso se revisa con una tecla por mensaje.",
      },
      history: {
        title: "Todo queda aquí",
        text: "Los mensajes de la demostración, con su estado. Abre uno para leerlo con sus pruebas y anotar qué pasó después.",
      },
      prompts: {
        title: "Lo que sabe de cada rol",
        text: "Las instrucciones por rol y formato, en versiones. A la derecha, lo que recibe el redactor con una persona real.",
      },
      analytics: {
        title: "Qué funciona y con cuántos datos",
        text: "Cada tasa dice sobre cuántos se calcula y entre qué valores puede estar. En gris, lo que aún no da para decidir.",
      },
      settings: {
        title: "Lo que podéis decir de vosotros",
        text: "Los mensajes solo citan cifras que estén en esta lista. En un espacio nuevo empieza vacía.",
      },
    },
  },
  en: {
    tour: "Tour",
    place: (step, steps) => `Step ${step} of ${steps}`,
    next: "Next",
    back: "Back",
    end: "Finish",
    leave: "Leave the tour",
    steps: {
      person: {
        title: "Begin with a person",
        text: "Paste their profile here, or anywhere on the page, and press Ctrl ↵. The role is found by the job title.",
      },
      draft: {
        title: "Each claim with its proof",
        text: "The draft comes underlined. Point at a claim and see the fact that proves it; what is red has no proof.",
      },
      batches: {
        title: "One file, one message a row",
        text: "Bring a CSV or a workbook. What is clean is approved in one go, what is doubtful takes one key a message.",
      },
      history: {
        title: "Everything stays here",
        text: "The messages of the demo with their status. Open one to read it with its proof and to note what came of it.",
      },
      prompts: {
        title: "What is known of each role",
        text: "Instructions by role and format, in versions. At the right, what the writer gets for a real person.",
      },
      analytics: {
        title: "What works, and by how many",
        text: "Each rate says of how many it is and between which values it may lie. What is grey cannot decide anything yet.",
      },
      settings: {
        title: "What you may say of yourselves",
        text: "Messages quote only figures that are on this list. A new workspace starts without any.",
      },
    },
  },
};
