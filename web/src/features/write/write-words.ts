import type { Catalogue } from "../../i18n/use-words.ts";

interface WriteWords {
  title: string;
  person: string;
  personHint: string;
  paste: string;
  pastePlaceholder: string;
  asText: string;
  asFields: string;
  fields: Record<"full_name" | "title" | "company" | "location" | "email" | "linkedin_url" | "about" | "posts", string>;
  postsHint: string;
  message: string;
  wish: string;
  wishHint: string;
  write: string;
  again: string;
  writing: string;
  draft: string;
  proof: string;
  empty: string;
  emptyDetail: string;
  tryExample: string;
  tour: string;
  startAgain: string;
  cleared: string;
  roleFound: (how: "request" | "title" | "headline" | "default") => string;
  writtenBy: (model: string) => string;
  offlineWriter: string;
  linkOnly: string;
  restored: string;
  openFile: string;
  fileHint: string;
  filledFrom: (file: string) => string;
  ledToBatch: (people: number) => string;
}

export const WRITE: Catalogue<WriteWords> = {
  es: {
    title: "Escribir",
    openFile: "Abrir archivo",
    fileHint: "O suéltalo en la página: el PDF de un perfil rellena los campos, una lista lleva a un lote nuevo.",
    filledFrom: (file) => `Rellenado con ${file}`,
    ledToBatch: (people) =>
      `${people === 1 ? "Una persona, lista" : `${people} personas, listas`} para un lote. Lo que escribías se conserva.`,
    person: "Persona",
    personHint:
      "Pega su perfil de LinkedIn, un texto sobre ella o un JSON. Se puede pegar en cualquier parte de la página.",
    paste: "Perfil",
    pastePlaceholder: "Lucía Ferrer\nDirectora de Operaciones en Logística Norte\nBilbao\n\nAcerca de…",
    asText: "Perfil pegado",
    asFields: "Campos",
    fields: {
      full_name: "Nombre y apellidos",
      title: "Cargo",
      company: "Empresa",
      location: "Lugar",
      email: "Correo",
      linkedin_url: "Dirección de LinkedIn",
      about: "Acerca de",
      posts: "Publicaciones",
    },
    postsHint: "Una por párrafo, separadas por una línea en blanco.",
    message: "Mensaje",
    wish: "Algo tuyo para este mensaje",
    wishHint: "Opcional. Por ejemplo: menciona que nos vimos en la feria.",
    write: "Escribir",
    again: "Otra versión",
    writing: "Escribiendo y comprobando…",
    draft: "Borrador",
    proof: "Prueba",
    empty: "Aquí aparece el borrador con sus pruebas",
    emptyDetail: "Cada afirmación sobre la persona sale subrayada y enlazada al dato que la demuestra.",
    tryExample: "Probar con un ejemplo",
    tour: "Ver el recorrido",
    startAgain: "Otra persona",
    cleared: "Página en blanco para otra persona",
    roleFound: (how) =>
      ({
        request: "elegido por ti",
        title: "por su cargo",
        headline: "por su titular",
        default: "por defecto: ningún rol reconoce su cargo",
      })[how],
    writtenBy: (model) => `Escrito por ${model}`,
    offlineWriter: "Escrito sin modelo, por el redactor local",
    linkOnly: "La dirección identifica a la persona, pero no se visita: pega también su perfil o su nombre y empresa.",
    restored: "Hemos recuperado lo que estabas escribiendo.",
  },
  en: {
    title: "Write",
    openFile: "Open file",
    fileHint: "Or drop it on the page: a profile's PDF fills the fields, a list leads to a new batch.",
    filledFrom: (file) => `Filled in from ${file}`,
    ledToBatch: (people) =>
      `${people === 1 ? "One person, ready" : `${people} people, ready`} for a batch. What you were writing is kept.`,
    person: "Person",
    personHint: "Paste their LinkedIn profile, a text about them or JSON. You can paste anywhere on the page.",
    paste: "Profile",
    pastePlaceholder: "Lucía Ferrer\nOperations Director at Logística Norte\nBilbao\n\nAbout…",
    asText: "Pasted profile",
    asFields: "Fields",
    fields: {
      full_name: "Full name",
      title: "Job title",
      company: "Company",
      location: "Place",
      email: "E-mail",
      linkedin_url: "LinkedIn address",
      about: "About",
      posts: "Posts",
    },
    postsHint: "One a paragraph, with an empty line between them.",
    message: "Message",
    wish: "Something of yours for this message",
    wishHint: "Optional. For instance: mention that we met at the fair.",
    write: "Write",
    again: "Another version",
    writing: "Writing and checking…",
    draft: "Draft",
    proof: "Proof",
    empty: "The draft appears here, with its proof",
    emptyDetail: "Each claim about the person is underlined and tied to the fact that proves it.",
    tryExample: "Try an example",
    tour: "Take the tour",
    startAgain: "Another person",
    cleared: "A blank page for another person",
    roleFound: (how) =>
      ({
        request: "chosen by you",
        title: "by job title",
        headline: "by headline",
        default: "by default: no role knows the title",
      })[how],
    writtenBy: (model) => `Written by ${model}`,
    offlineWriter: "Written without a model, by the local writer",
    linkOnly: "The address identifies the person but is not visited: paste their profile too, or name and company.",
    restored: "What you were writing has been brought back.",
  },
};
