import type { Catalogue } from "../../i18n/use-words.ts";

interface FirstRunWords {
  title: string;
  why: string;
  signer: string;
  company: string;
  proof: (place: number) => string;
  proofHint: string;
  examples: readonly [string, string, string];
  save: string;
  later: string;
  laterHint: string;
  done: string;
  missing: string;
  looksLike: string;
  before: string;
  legend: string;
}

export const FIRST_RUN: Catalogue<FirstRunWords> = {
  es: {
    title: "Antes del primer mensaje",
    why: "Un mensaje solo puede decir de vosotros lo que esté escrito aquí. Con tres datos que podáis demostrar, los mensajes no suenan todos igual.",
    signer: "Quién firma",
    company: "Empresa que se nombra",
    proof: (place) => `Dato ${place}`,
    proofHint: "Una frase con una cifra, un cliente o un resultado que podáis demostrar. Se cita tal cual.",
    examples: [
      "Una distribuidora bajó un 31 % las llamadas por retrasos en seis meses",
      "40 fábricas usan nuestras previsiones cada semana",
      "La puesta en marcha lleva dos semanas",
    ],
    save: "Guardar y empezar",
    later: "Ahora no",
    laterHint: "Se pueden añadir después en Ajustes, Datos que nos avalan.",
    done: "Guardado: ya puedes escribir",
    missing: "Escribe al menos un dato, o déjalo para después.",
    looksLike: "Así se usará",
    before: "Un dato concreto: ",
    legend: "Lo subrayado está demostrado: sale de tu lista.",
  },
  en: {
    title: "Before the first message",
    why: "A message may say of you only what is written here. With three facts that you can prove, messages do not all sound alike.",
    signer: "Who signs",
    company: "Company as it is named",
    proof: (place) => `Proof point ${place}`,
    proofHint: "One sentence with a figure, a customer or a result that you can prove. It is quoted as it stands.",
    examples: [
      "A distributor cut calls about late orders by 31% in six months",
      "40 factories use our forecasts every week",
      "Going live takes two weeks",
    ],
    save: "Save and begin",
    later: "Not now",
    laterHint: "They can be added later in Settings, Proof points.",
    done: "Saved: you can write now",
    missing: "Write one proof point at least, or leave it for later.",
    looksLike: "How it will be used",
    before: "One figure: ",
    legend: "What is underlined is proven: it is on your list.",
  },
};
