import type { Catalogue } from "../../i18n/use-words.ts";

interface SessionWords {
  title: string;
  promise: string;
  key: string;
  keyHint: (file: string | null) => string;
  enter: string;
  refused: string;
  expired: string;
  expiredDetail: string;
  signIn: string;
  withKey: string;
  windowClosed: string;
  issuerFailed: string;
  signOut: string;
  noWorkspace: (name: string) => string;
  noWorkspaceDetail: string;
  invitation: string;
  invitationHint: string;
  accept: string;
  newWorkspace: string;
  newWorkspaceHint: string;
  openWorkspace: string;
}

export const SESSION: Catalogue<SessionWords> = {
  es: {
    title: "Entra en tu espacio",
    promise: "Mensajes personales en los que cada afirmación está demostrada.",
    key: "Clave de API",
    keyHint: (file) =>
      file === null ? "Te la da quien administra tu espacio." : `En tu ordenador está en el archivo ${file}.`,
    enter: "Entrar",
    refused: "Esta clave no vale. Cópiala entera: empieza por rtk_.",
    expired: "La sesión ha caducado",
    expiredDetail: "Entra de nuevo: lo que habías escrito sigue aquí.",
    signIn: "Entrar con tu cuenta",
    withKey: "Usar una clave de API",
    windowClosed: "La ventana se ha cerrado sin entrar, o el navegador no la deja abrir. Prueba otra vez.",
    issuerFailed: "No se ha podido entrar: el proveedor de identidad no ha respondido como debía.",
    signOut: "Cerrar sesión",
    noWorkspace: (name) => (name === "" ? "Aún no tienes espacio" : `${name}, aún no tienes espacio`),
    noWorkspaceDetail: "Entra en el de tu equipo con una invitación, o abre uno nuevo.",
    invitation: "Código de invitación",
    invitationHint: "Te lo da quien te ha invitado.",
    accept: "Aceptar invitación",
    newWorkspace: "Nombre del espacio nuevo",
    newWorkspaceHint: "Por ejemplo, el de tu empresa. Serás su propietario o propietaria.",
    openWorkspace: "Abrir espacio",
  },
  en: {
    title: "Enter your workspace",
    promise: "Personal messages in which every claim is proven.",
    key: "API key",
    keyHint: (file) =>
      file === null ? "Whoever runs your workspace gives it to you." : `On your own machine it is in the file ${file}.`,
    enter: "Enter",
    refused: "This key does not hold. Copy all of it: it begins with rtk_.",
    expired: "The session has ended",
    expiredDetail: "Sign in again: what you had written is still here.",
    signIn: "Sign in with your account",
    withKey: "Use an API key",
    windowClosed: "The window was closed before signing in, or the browser does not let it open. Try again.",
    issuerFailed: "Signing in failed: the identity provider did not answer as it should.",
    signOut: "Sign out",
    noWorkspace: (name) => (name === "" ? "You have no workspace yet" : `${name}, you have no workspace yet`),
    noWorkspaceDetail: "Enter your team's with an invitation, or open a new one.",
    invitation: "Invitation code",
    invitationHint: "Whoever invited you has it.",
    accept: "Accept invitation",
    newWorkspace: "Name of the new workspace",
    newWorkspaceHint: "Your company's, for one. You will be its owner.",
    openWorkspace: "Open workspace",
  },
};
