import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === "Contents" });

const errorSchema = z.object({ Error: z.object({ Code: z.string().default(""), Message: z.string().default("") }) });
const uploadSchema = z.object({ InitiateMultipartUploadResult: z.object({ UploadId: z.string().min(1) }) });
const pageSchema = z.object({
  Contents: z.array(z.object({ Key: z.string() })).default([]),
  NextContinuationToken: z.string().optional(),
});
// An element with nothing inside is read as an empty text.
const listSchema = z.object({
  ListBucketResult: z
    .literal("")
    .transform(() => pageSchema.parse({}))
    .or(pageSchema),
});

const parse = (text: string): unknown => {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
};

/** What an error answer says; empty for answers without XML, such as those to HEAD or of a proxy in between. */
export function readError(text: string): { readonly code: string; readonly message: string } {
  const read = errorSchema.safeParse(parse(text));
  return read.success ? { code: read.data.Error.Code, message: read.data.Error.Message } : { code: "", message: "" };
}

export const readUploadId = (text: string): string =>
  uploadSchema.parse(parse(text)).InitiateMultipartUploadResult.UploadId;

/** One page of a listing, and the token of the next where there is one. */
export function readKeys(text: string): { readonly keys: readonly string[]; readonly next: string | undefined } {
  const { Contents, NextContinuationToken } = listSchema.parse(parse(text)).ListBucketResult;
  return { keys: Contents.map(({ Key }) => Key), next: NextContinuationToken };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The request that joins parts: their tags in order, the first is part 1. */
export const completeUpload = (tags: readonly string[]): string =>
  `<CompleteMultipartUpload>${tags
    .map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`)
    .join("")}</CompleteMultipartUpload>`;
