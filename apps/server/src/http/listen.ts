import type { FastifyInstance } from "fastify";

/** The port that was asked for is in use by another program. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
  constructor(port: number) {
    super(`Port ${port} is in use. Choose another one with PORT, or leave PORT out to take the next free one.`);
  }
}

const DEFAULT_PORT = 3000;
const TRIES = 50;

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EADDRINUSE";

/** Listens on exactly the port that was asked for, or on the first free one from 3000 on. @returns the address for people */
export async function listen(app: FastifyInstance, host: string, port: number | undefined): Promise<string> {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const first = port ?? DEFAULT_PORT;
  for (let at = first; at < first + TRIES; at++) {
    try {
      await app.listen({ host, port: at });
      return `http://${shown}:${at}`;
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (port !== undefined) throw new PortTaken(port);
    }
  }
  throw new PortTaken(first);
}
