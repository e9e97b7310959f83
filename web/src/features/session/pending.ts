/** Where the issuer sends the browser back to. */
export const CALLBACK_PATH = "/entrar";

/** What must be known again when the issuer answers. */
export interface Pending {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
}

const STORED_AT = "sign-in";
const CHANNEL = "sign-in";
const LOOK_AFTER_MS = 500;

export function keepPending(pending: Pending): void {
  sessionStorage.setItem(STORED_AT, JSON.stringify(pending));
}

export function isPending(): boolean {
  return sessionStorage.getItem(STORED_AT) !== null;
}

/** What was kept, once. */
export function takePending(): Pending | null {
  const stored = sessionStorage.getItem(STORED_AT);
  sessionStorage.removeItem(STORED_AT);
  return stored === null ? null : (JSON.parse(stored) as Pending);
}

/** From the window beside the page: what the issuer answered. */
export function passAnswerOn(search: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(search);
  channel.close();
  window.close();
}

/** What the window beside the page passes on; null if it is closed before. */
export function waitForAnswer(popup: Window): Promise<string | null> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    const end = (answer: string | null) => {
      window.clearInterval(timer);
      channel.close();
      resolve(answer);
    };
    channel.onmessage = (event: MessageEvent<string>) => end(event.data);
    const timer = window.setInterval(() => {
      // A closed window may have spoken just before: its word comes first.
      if (popup.closed) window.setTimeout(() => end(null), LOOK_AFTER_MS);
    }, LOOK_AFTER_MS);
  });
}
