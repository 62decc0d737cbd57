/** A file kept in `DATA_DIR/files` under its content hash. */
export interface FileRef {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}
