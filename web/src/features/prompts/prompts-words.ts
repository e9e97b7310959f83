import type { Catalogue } from "../../i18n/use-words.ts";

interface PromptsWords {
  title: string;
  prompts: string;
  roles: string;
  role: string;
  text: string;
  textHint: string;
  note: string;
  noteHint: string;
  save: string;
  saveAndActivate: string;
  saved: (version: number) => string;
  activated: (version: number) => string;
  hints: string;
  noHints: (minimum: number) => string;
  allSignals: string;
  unsaved: string;
  discard: string;
  versions: string;
  version: (number: number) => string;
  active: string;
  activate: string;
  restore: string;
  compare: string;
  compared: (number: number) => string;
  stopComparing: string;
  preview: string;
  previewFor: string;
  previewFails: string;
  variables: string;
  insert: (name: string) => string;
  noValue: string;
  rendered: string;
  given: string;
  names: string;
  spanish: string;
  english: string;
  patterns: string;
  patternsHint: string;
  pains: string;
  painsHint: string;
  proposition: string;
  propositionHint: string;
  proofPoints: string;
  proofHint: string;
  register: string;
  callToAction: string;
  callHint: string;
  tone: string;
  newRole: string;
  key: string;
  keyHint: string;
  deleteRole: string;
  deleteSure: (name: string) => string;
  roleSaved: string;
  roleDeleted: string;
  onePerLine: string;
}

export const PROMPTS: Catalogue<PromptsWords> = {
  es: {
    title: "Prompts y roles",
    prompts: "Prompts",
    roles: "Roles",
    role: "Rol",
    text: "Instrucciones para el redactor",
    textHint: "Escribe {{ para elegir una variable.",
    note: "Qué cambia y por qué",
    noteHint: "Opcional. Lo leerá quien mire las versiones.",
    save: "Guardar como versión nueva",
    saveAndActivate: "Guardar y activar",
    saved: (version) => `Versión ${version} guardada`,
    activated: (version) => `Versión ${version} activa`,
    hints: "Lo que acompaña a las respuestas positivas",
    noHints: (minimum) =>
      `Nada claro todavía en este formato e idioma: hacen falta ${minimum} mensajes con cada señal y sin ella.`,
    allSignals: "Ver todas las señales",
    unsaved: "Cambios sin guardar",
    discard: "Descartar",
    versions: "Versiones",
    version: (number) => `Versión ${number}`,
    active: "activa",
    activate: "Activar",
    restore: "Editar a partir de esta",
    compare: "Comparar",
    compared: (number) => `Diferencias con la versión ${number}`,
    stopComparing: "Dejar de comparar",
    preview: "Resultado",
    previewFor: "Con el prospecto",
    previewFails: "Así no se puede usar",
    variables: "Variables",
    insert: (name) => `Insertar ${name}`,
    noValue: "vacía para esta persona",
    rendered: "Lo que recibe el redactor",
    given: "Datos que lo acompañan",
    names: "Nombre",
    spanish: "En español",
    english: "En inglés",
    patterns: "Cargos que lo identifican",
    patternsHint: "Palabras o frases del cargo, sin importar acentos; * al final vale por cualquier terminación.",
    pains: "Problemas que suele tener",
    painsHint: "Observaciones que se sostienen solas, como «El retraso se descubre cuando ya ha llamado el cliente».",
    proposition: "Qué hacemos por este rol",
    propositionHint: "En una frase. Vacío: vale lo que diga el espacio.",
    proofPoints: "Pruebas propias de este rol",
    proofHint: "Lo que podemos afirmar de nosotros. Sin pruebas, el mensaje no las menciona.",
    register: "Trato",
    callToAction: "Lo que se pide",
    callHint: "Una cosa pequeña, como «una llamada corta».",
    tone: "Tono",
    newRole: "Rol nuevo",
    key: "Clave",
    keyHint: "Minúsculas, cifras y guion bajo. No se puede cambiar después.",
    deleteRole: "Eliminar rol",
    deleteSure: (name) =>
      `Se elimina el rol «${name}» y sus prompts dejan de usarse. Los mensajes ya escritos se conservan.`,
    roleSaved: "Rol guardado",
    roleDeleted: "Rol eliminado",
    onePerLine: "Uno por línea.",
  },
  en: {
    title: "Prompts and roles",
    prompts: "Prompts",
    roles: "Roles",
    role: "Role",
    text: "Instructions for the writer",
    textHint: "Type {{ to choose a variable.",
    note: "What changes and why",
    noteHint: "Optional. Whoever looks at the versions will read it.",
    save: "Save as a new version",
    saveAndActivate: "Save and activate",
    saved: (version) => `Version ${version} saved`,
    activated: (version) => `Version ${version} is active`,
    hints: "What goes with positive replies",
    noHints: (minimum) =>
      `Nothing clear yet in this format and language: each signal needs ${minimum} messages with it and without it.`,
    allSignals: "See all signals",
    unsaved: "Changes not saved",
    discard: "Discard",
    versions: "Versions",
    version: (number) => `Version ${number}`,
    active: "active",
    activate: "Activate",
    restore: "Edit from this one",
    compare: "Compare",
    compared: (number) => `Differences from version ${number}`,
    stopComparing: "Stop comparing",
    preview: "Result",
    previewFor: "With the prospect",
    previewFails: "It cannot be used like this",
    variables: "Variables",
    insert: (name) => `Insert ${name}`,
    noValue: "empty for this person",
    rendered: "What the writer gets",
    given: "Facts that come with it",
    names: "Name",
    spanish: "In Spanish",
    english: "In English",
    patterns: "Job titles that tell it",
    patternsHint: "Words or phrases of the title, accents do not matter; * at the end stands for any ending.",
    pains: "Problems they usually have",
    painsHint: "Observations that can stand alone, like “The delay is noticed when the customer has already called”.",
    proposition: "What we do for this role",
    propositionHint: "In one sentence. Empty: what the workspace says holds.",
    proofPoints: "Proof of this role's own",
    proofHint: "What we may say about ourselves. Without proof the message leaves it out.",
    register: "Form of address",
    callToAction: "What is asked for",
    callHint: "One small thing, like “a short call”.",
    tone: "Tone",
    newRole: "New role",
    key: "Key",
    keyHint: "Lower case, digits and underscore. It cannot be changed later.",
    deleteRole: "Delete role",
    deleteSure: (name) =>
      `The role “${name}” is deleted and its prompts are no longer used. Messages already written stay.`,
    roleSaved: "Role saved",
    roleDeleted: "Role deleted",
    onePerLine: "One a line.",
  },
};
