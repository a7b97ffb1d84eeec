/** There is nothing to back up, or backup and target do not fit each other; nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}
