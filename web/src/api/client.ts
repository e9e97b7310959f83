import createClient, { type Middleware } from "openapi-fetch";

import { currentLocale } from "../i18n/locale.ts";
import { credentialExpired, currentCredential } from "./credential.ts";
import { OfflineError, Problem, type ProblemBody } from "./problem.ts";
import { currentWorkspace } from "./workspace.ts";
import type { components, paths } from "./schema.d.ts";

export type Schemas = components["schemas"];

/** What concerns the person and no workspace: one that they are no longer in must not stand in the way. */
const ASKED_OF_ALL = ["/v1/me", "/v1/invitations/accept", "/v1/workspaces"];

const authorized: Middleware = {
  onRequest({ request }) {
    const token = currentCredential();
    if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
    const workspace = currentWorkspace();
    if (workspace !== null && !ASKED_OF_ALL.some((path) => request.url.endsWith(path)))
      request.headers.set("X-Workspace", workspace);
    request.headers.set("Accept-Language", currentLocale());
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) credentialExpired();
  },
  onError() {
    return new OfflineError();
  },
};

/** The API, typed by its own description. Nothing else in the page fetches. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(authorized);

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The answer's data. Throws a Problem for what the server refused, OfflineError where it was not reached. */
export async function answer<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw new Problem(asProblem(error, response), Number(response.headers.get("Retry-After")) || null);
}

/** A proxy in between may answer something of its own: it becomes a problem with its status line. */
function asProblem(error: unknown, response: Response): ProblemBody {
  if (typeof error === "object" && error !== null && "detail" in error) return error as ProblemBody;
  const detail = `${response.status} ${response.statusText}`.trim();
  return {
    type: "about:blank",
    title: detail,
    status: response.status,
    detail,
    instance: "",
    errors: [],
    request_id: "",
  };
}
