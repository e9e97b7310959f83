/**
 * What the page shows the API to say who is asking. Kept for the tab only (sessionStorage): closing it signs out, and
 * another site's script cannot reach it.
 */

const STORED_AT = "credential";

type Listener = () => void;

const listeners = new Set<Listener>();
let expired = false;

function changed(): void {
  listeners.forEach((listener) => listener());
}

/** The bearer token, or null where nobody is signed in. */
export function currentCredential(): string | null {
  return sessionStorage.getItem(STORED_AT);
}

export function keepCredential(token: string): void {
  expired = false;
  sessionStorage.setItem(STORED_AT, token);
  changed();
}

export function dropCredential(): void {
  expired = false;
  sessionStorage.removeItem(STORED_AT);
  changed();
}

/** The server no longer takes it. The page stays as it is, so that what was typed is kept; somebody signs in again. */
export function credentialExpired(): void {
  if (expired || currentCredential() === null) return;
  expired = true;
  changed();
}

export function isCredentialExpired(): boolean {
  return expired;
}

export function subscribeToCredential(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
