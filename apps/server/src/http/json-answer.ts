import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const pack = promisify(gzip);
/** Half the processor time of the default level, for a tenth more bytes. */
const QUICK = 3;
/** Shorter answers fit into one packet either way. */
const THRESHOLD_BYTES = 1400;

const takesGzip = (request: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers["accept-encoding"] ?? "");

/** Sends a value as JSON that no cache keeps; packed in one piece, which takes less than the streams made for files. */
export async function sendJson(request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<FastifyReply> {
  const text = JSON.stringify(value);
  void reply.header("cache-control", "no-store").type("application/json");
  if (text.length < THRESHOLD_BYTES) return reply.send(text);
  void reply.header("vary", "accept-encoding");
  if (!takesGzip(request)) return reply.send(text);
  return reply.header("content-encoding", "gzip").send(await pack(text, { level: QUICK }));
}
