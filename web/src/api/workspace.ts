/** Which workspace the page shows: sent with each request as X-Workspace. Remembered in this browser. */

const STORED_AT = "workspace";

const listeners = new Set<() => void>();

/** The id of the workspace, or null before one is known. */
export function currentWorkspace(): string | null {
  return localStorage.getItem(STORED_AT);
}

export function chooseWorkspace(id: string | null): void {
  if (id === null) localStorage.removeItem(STORED_AT);
  else localStorage.setItem(STORED_AT, id);
  listeners.forEach((listener) => listener());
}

export function subscribeToWorkspace(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
