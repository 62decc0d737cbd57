/** A file of `DATA_DIR/files` as the four columns that name it. */
import type { FileRef } from '../dialogs/file-ref.ts';

/** The columns of a row that may have a file. */
export interface FileColumns {
  readonly fileHash: string | null;
  readonly fileName: string | null;
  readonly fileMediaType: string | null;
  /** Bytes. */
  readonly fileSize: number | null;
}

/** Columns of a file, or of none. */
export function fileColumns(file: FileRef | null): FileColumns {
  return {
    fileHash: file?.hash ?? null,
    fileName: file?.name ?? null,
    fileMediaType: file?.mediaType ?? null,
    fileSize: file?.size ?? null,
  };
}

/** The file of a row; null where not all four columns are there. */
export function toFileRef(row: FileColumns): FileRef | null {
  const { fileHash: hash, fileName: name, fileMediaType: mediaType, fileSize: size } = row;
  return hash !== null && name !== null && mediaType !== null && size !== null ? { hash, name, mediaType, size } : null;
}
