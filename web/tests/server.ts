import { setupServer } from "msw/node";

/** Stands for the API in component tests; each test says what it answers, and whatever else is asked for fails. */
export const server = setupServer();
