import { type Schemas } from "../api/client.ts";
import { type Catalogue } from "./use-words.ts";

interface CommonWords {
  formats: Record<Schemas["Format"], string>;
  /** Where there is little room. */
  shortFormats: Record<Schemas["Format"], string>;
  languages: Record<Schemas["Language"], string>;
  registers: Record<Schemas["Register"], string>;
  statuses: Record<Schemas["MessageStatus"], string>;
  workspaceRoles: Record<Schemas["WorkspaceRole"], string>;
  cancel: string;
  close: string;
  retry: string;
  save: string;
  undo: string;
  loading: string;
  more: string;
  offline: string;
  offlineDetail: string;
  failed: string;
  none: string;
  picture: string;
}

/** Words that several screens use: the same word for the same thing everywhere. */
export const COMMON: Catalogue<CommonWords> = {
  es: {
    formats: {
      linkedin_note: "Nota de LinkedIn",
      linkedin_message: "Mensaje de LinkedIn",
      linkedin_inmail: "InMail",
      email: "Correo",
    },
    shortFormats: { linkedin_note: "Nota", linkedin_message: "Mensaje", linkedin_inmail: "InMail", email: "Correo" },
    languages: { es: "Español", en: "Inglés" },
    registers: { tu: "tú", usted: "usted", vos: "vos" },
    statuses: {
      ready: "Listo",
      needs_review: "Por revisar",
      approved: "Aprobado",
      sent: "Enviado",
      rejected: "Rechazado",
    },
    workspaceRoles: { owner: "Propietario", admin: "Administrador", agent: "Comercial", viewer: "Lectura" },
    cancel: "Cancelar",
    close: "Cerrar",
    retry: "Reintentar",
    save: "Guardar",
    undo: "Deshacer",
    loading: "Cargando…",
    more: "Ver más",
    offline: "Sin conexión con el servidor",
    offlineDetail: "Lo que has escrito se conserva. Vuelve a intentarlo dentro de un momento.",
    failed: "No se ha podido hacer",
    none: "—",
    picture: "Imagen",
  },
  en: {
    formats: {
      linkedin_note: "LinkedIn note",
      linkedin_message: "LinkedIn message",
      linkedin_inmail: "InMail",
      email: "E-mail",
    },
    shortFormats: { linkedin_note: "Note", linkedin_message: "Message", linkedin_inmail: "InMail", email: "E-mail" },
    languages: { es: "Spanish", en: "English" },
    registers: { tu: "tú", usted: "usted", vos: "vos" },
    statuses: {
      ready: "Ready",
      needs_review: "To review",
      approved: "Approved",
      sent: "Sent",
      rejected: "Rejected",
    },
    workspaceRoles: { owner: "Owner", admin: "Admin", agent: "Agent", viewer: "Viewer" },
    cancel: "Cancel",
    close: "Close",
    retry: "Try again",
    save: "Save",
    undo: "Undo",
    loading: "Loading…",
    more: "Show more",
    offline: "No connection to the server",
    offlineDetail: "What you have written is kept. Try again in a moment.",
    failed: "That could not be done",
    none: "—",
    picture: "Picture",
  },
};
