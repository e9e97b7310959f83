/** Where people sign in: an OpenID Connect issuer, and who we are to it. */
export interface SignInSettings {
  /** Its address, as its own description states it. */
  issuer: URL;
  clientId: string;
}

interface Stored {
  issuer: string | null;
  client_id: string | null;
}

/** What /sign-in.json beside the page says; null where only keys are let in. */
export async function readSignInSettings(): Promise<SignInSettings | null> {
  try {
    const response = await fetch("/sign-in.json");
    if (!response.ok) return null;
    const { issuer, client_id } = (await response.json()) as Stored;
    if (issuer === null || client_id === null) return null;
    return { issuer: new URL(issuer, window.location.origin), clientId: client_id };
  } catch {
    return null;
  }
}
