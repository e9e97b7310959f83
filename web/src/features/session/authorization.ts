/**
 * Authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core 1.0) with whatever issuer /sign-in.json names.
 * What the API takes is the ID token. Loaded when somebody signs in, not before.
 */
import * as oauth from "oauth4webapi";

import { keepCredential } from "../../api/credential.ts";
import { CALLBACK_PATH, keepPending, type Pending, takePending, waitForAnswer } from "./pending.ts";
import type { SignInSettings } from "./sign-in-settings.ts";

const POPUP = "popup,width=480,height=680";

/** Leaves the page for the issuer's; it sends the browser back to CALLBACK_PATH. */
export async function leaveForIssuer(settings: SignInSettings): Promise<void> {
  const { address, pending } = await prepare(settings);
  keepPending(pending);
  window.location.assign(address);
}

/** Ends what `leaveForIssuer` began: the token is kept. Answers where the person was. */
export async function comeBack(settings: SignInSettings, search: string): Promise<string> {
  const pending = takePending();
  if (pending === null) throw new Error("nobody asked to sign in");
  keepCredential(await exchange(settings, pending, new URLSearchParams(search)));
  return pending.returnTo;
}

/** Signs in in a window beside the page, which stays as it is. False where the browser opens none or it was closed. */
export async function signInBeside(settings: SignInSettings): Promise<boolean> {
  const popup = window.open("", "sign-in", POPUP);
  if (popup === null) return false;
  const { address, pending } = await prepare(settings);
  popup.location.replace(address);
  const search = await waitForAnswer(popup);
  if (search === null) return false;
  keepCredential(await exchange(settings, pending, new URLSearchParams(search)));
  return true;
}

async function prepare(settings: SignInSettings): Promise<{ address: string; pending: Pending }> {
  const server = await discover(settings);
  const verifier = oauth.generateRandomCodeVerifier();
  const pending: Pending = {
    verifier,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo: window.location.pathname === CALLBACK_PATH ? "/" : window.location.pathname + window.location.search,
  };
  const address = new URL(server.authorization_endpoint ?? "");
  address.search = new URLSearchParams({
    client_id: settings.clientId,
    response_type: "code",
    redirect_uri: callbackAddress(),
    scope: "openid email profile",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  return { address: address.href, pending };
}

async function exchange(settings: SignInSettings, pending: Pending, search: URLSearchParams): Promise<string> {
  const server = await discover(settings);
  const client: oauth.Client = { client_id: settings.clientId };
  const parameters = oauth.validateAuthResponse(server, client, search, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    callbackAddress(),
    pending.verifier,
    insecure(settings),
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  return result.id_token ?? "";
}

async function discover(settings: SignInSettings): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(settings.issuer, { algorithm: "oidc", ...insecure(settings) });
  return oauth.processDiscoveryResponse(settings.issuer, response);
}

/** The laptop's own issuer speaks http, to this machine only; every other one must speak https. */
function insecure(settings: SignInSettings) {
  // The library marks it so that it stands out; here it is for loopback alone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return { [oauth.allowInsecureRequests]: ["localhost", "127.0.0.1"].includes(settings.issuer.hostname) };
}

function callbackAddress(): string {
  return window.location.origin + CALLBACK_PATH;
}
