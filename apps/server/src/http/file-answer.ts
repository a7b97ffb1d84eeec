import { Readable } from "node:stream";
import type { FileAnswer } from "@yutu/application";
import type { FastifyReply, FastifyRequest } from "fastify";

// Shown in the browser only when it can do no harm there; everything else is saved.
const INLINE = /^(image\/(png|jpeg|gif|webp|avif)|video\/(mp4|webm)|audio\/|application\/pdf|text\/plain)/;

/** RFC 6266: an ASCII fallback and the real name in UTF-8. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** Sends a file under a policy that lets it run nothing. */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): FastifyReply {
  const inline = file.inline === true && INLINE.test(file.contentType);
  void reply
    .header("content-disposition", disposition(inline ? "inline" : "attachment", file.fileName))
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header("cache-control", file.cacheSeconds ? `private, max-age=${file.cacheSeconds}, immutable` : "no-store")
    .type(file.contentType);
  if (file.sizeBytes !== undefined) void reply.header("content-length", String(file.sizeBytes));
  if (file.content instanceof Readable) {
    const { content } = file;
    request.raw.once("close", () => content.destroy());
    return reply.send(content);
  }
  return reply.send(Buffer.from(file.content));
}
