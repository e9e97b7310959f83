import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

/**
 * Stands for the API in component tests; each test says what it answers, and whatever else is asked for fails, but for
 * the notes of what is used, which nobody waits for.
 */
export const server = setupServer(http.post("*/v1/usage-events", () => new HttpResponse(null, { status: 204 })));
