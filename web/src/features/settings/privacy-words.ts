import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

interface PrivacyWords {
  detail: string;
  find: string;
  findHint: string;
  nobody: string;
  found: string;
  choose: (name: string) => string;
  nameless: string;
  /** What of the person is here, and so what goes. */
  holds: (messages: number, sent: number, outcomes: number) => string;
  alsoRows: string;
  isSuppressed: string;
  perhapsSame: string;
  download: string;
  file: string;
  erase: string;
  eraseDetail: string;
  suppressToo: string;
  confirm: (name: string) => string;
  eraseVerb: string;
  erased: Record<Schemas["ErasureState"], string>;
  erasures: string;
  erasuresDetail: string;
  noErasures: string;
  erasureStates: Record<Schemas["ErasureState"], string>;
  askedBy: (who: string, when: string) => string;
  somebody: string;
  finished: (when: string) => string;
  retention: string;
  retentionHint: string;
  /** What a shorter time takes away. */
  shorter: (days: string) => string;
}

/** "1 mensaje", "3 mensajes": each language forms the plural of these words by an s. */
const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const PRIVACY: Catalogue<PrivacyWords> = {
  es: {
    detail: "Qué se guarda de las personas, durante cuánto tiempo, y cómo se borra a quien lo pide.",
    find: "Busca a una persona",
    findHint: "Por su nombre y empresa, su correo o su dirección de LinkedIn.",
    nobody: "Nadie con ese nombre o dirección.",
    found: "Personas encontradas",
    choose: (name) => `Ver lo que hay de ${name}`,
    nameless: "Persona sin nombre",
    holds: (messages, sent, outcomes) =>
      `Hay de esta persona: su ficha, ${counted(messages, "mensaje")} (${sent} de ellos ${sent === 1 ? "enviado" : "enviados"}) y ${counted(outcomes, "resultado")}.`,
    alsoRows: "También sus filas en importaciones y lotes.",
    isSuppressed: "Está en la lista de exclusión, y sigue en ella después de borrarla.",
    perhapsSame: "Quizá sea la misma persona; cada ficha se descarga y se borra por separado:",
    download: "Descargar todo lo que hay",
    file: "persona.json",
    erase: "Borrar a esta persona",
    eraseDetail:
      "Se pierden su ficha, sus mensajes, sus resultados y sus filas importadas, sin vuelta atrás. Las cifras se quedan.",
    suppressToo: "No volver a escribirle nunca (si un archivo la trae otra vez, nadie la reconocería)",
    confirm: (name) => `Escribe «${name}» para confirmarlo`,
    eraseVerb: "Borrar para siempre",
    erased: {
      done: "Borrada: no queda nada de esta persona.",
      running: "La persona ya no está. Se están quitando sus últimos rastros: abajo se ve cuándo acaba.",
    },
    erasures: "Borrados",
    erasuresDetail: "Que se borró a alguien, nunca a quién.",
    noErasures: "No se ha borrado a nadie.",
    erasureStates: { running: "Borrado en marcha", done: "Borrado terminado" },
    askedBy: (who, when) => `pedido por ${who}, ${when}`,
    somebody: "alguien que ya no está",
    finished: (when) => `acabado: ${when}`,
    retention: "Días que se guarda un mensaje",
    retentionHint:
      "De 30 a 3650. Una persona se borra cuando en ese tiempo no se sabe nada de ella. Las cifras se quedan.",
    shorter: (days) =>
      `Esta noche se borran, sin vuelta atrás, los mensajes de hace más de ${days} días con sus resultados, y las personas de las que no se sabe nada desde entonces.`,
  },
  en: {
    detail: "What is kept of people, for how long, and how whoever asks for it is erased.",
    find: "Find a person",
    findHint: "By name and company, e-mail or LinkedIn address.",
    nobody: "Nobody by that name or address.",
    found: "People found",
    choose: (name) => `See what there is of ${name}`,
    nameless: "Person without a name",
    holds: (messages, sent, outcomes) =>
      `There is of this person: their record, ${counted(messages, "message")} (${sent} of them sent) and ${counted(outcomes, "outcome")}.`,
    alsoRows: "Their rows in imports and batches too.",
    isSuppressed: "On the suppression list, and stays there once erased.",
    perhapsSame: "Perhaps the same person; each record is downloaded and erased by itself:",
    download: "Download all there is",
    file: "person.json",
    erase: "Erase this person",
    eraseDetail: "Their record, messages, outcomes and imported rows are lost for good. Figures stay.",
    suppressToo: "Never write to them again (nobody would know them if a file brought them back)",
    confirm: (name) => `Type “${name}” to confirm`,
    eraseVerb: "Erase for good",
    erased: {
      done: "Erased: nothing is left of this person.",
      running: "The person is gone. Their last traces are being taken out: below you see when that ends.",
    },
    erasures: "Erasures",
    erasuresDetail: "That somebody was erased, never who.",
    noErasures: "Nobody has been erased.",
    erasureStates: { running: "Erasure under way", done: "Erasure finished" },
    askedBy: (who, when) => `asked for by ${who}, ${when}`,
    somebody: "somebody who is no longer here",
    finished: (when) => `finished: ${when}`,
    retention: "Days that a message is kept",
    retentionHint: "30 to 3650. A person is removed once nothing has been heard of them for so long. Figures stay.",
    shorter: (days) =>
      `Tonight messages older than ${days} days are removed for good, with their outcomes, and people of whom nothing has been heard since.`,
  },
};
