import path from "node:path";
import { type Config, ConfigError } from "@yutu/config";
import { openLocalStorage, openS3Storage, type S3Options, type Storage } from "@yutu/storage";
import { dataDirOf } from "./open-engines.ts";

/** @returns undefined where files are kept on disk. @throws ConfigError for half a configuration */
export function s3OptionsOf(config: Config): S3Options | undefined {
  const { s3Bucket: bucket, s3Endpoint, s3Region: region, s3AccessKeyId, s3SecretAccessKey } = config;
  if (!bucket) {
    if (s3Endpoint || s3AccessKeyId || s3SecretAccessKey)
      throw new ConfigError(
        "S3_BUCKET is missing: without it files are kept on disk, and no other S3_ setting has effect.",
      );
    return undefined;
  }
  if (!s3AccessKeyId || !s3SecretAccessKey)
    throw new ConfigError("S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.");
  return {
    bucket,
    region,
    endpoint: s3Endpoint ?? `https://s3.${region}.amazonaws.com`,
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
    pathStyle: config.s3PathStyle,
  };
}

/** The bucket of the configuration, tried once, or files in the data directory. @throws ConfigError when the bucket cannot be used */
export async function openStorage(config: Config): Promise<Storage> {
  const s3 = s3OptionsOf(config);
  if (!s3) return openLocalStorage(path.join(dataDirOf(config), "files"));
  const storage = await openS3Storage(s3);
  await storage.ping().catch((error: Error) => {
    throw new ConfigError(`The bucket ${s3.bucket} at ${s3.endpoint} cannot be used: ${error.message}`);
  });
  return storage;
}
