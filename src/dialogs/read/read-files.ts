/** Photos and files gathered one after another until "that is all". */
import type { Json, QuestionInput, Reading } from '../dialog.ts';
import type { FileRef } from '../file-ref.ts';

/** The id of the choice that ends the gathering. */
export const FILES_DONE = 'done';
/** The id of the choice that takes all files away. */
export const FILES_CLEAR = 'clear';

/** A file as plain JSON. */
export function fileJson({ hash, name, mediaType, size }: FileRef): Json {
  return { hash, name, mediaType, size };
}

/** Files gathered so far; anything that is not a list of files is none. */
export function filesOf(value: Json | undefined): FileRef[] {
  if (!Array.isArray(value)) return [];
  return value.filter((each: unknown): each is FileRef => typeof each === 'object' && each !== null && 'hash' in each);
}

/** Adds a file (the same bytes once, `most` at most) or ends with what there is; ending with none is asked again. */
export function readFiles(input: QuestionInput, current: Json | undefined, most: number): Reading {
  const files = filesOf(current);
  if (input.kind === 'choice' && input.id === FILES_DONE && files.length > 0)
    return { kind: 'answered', value: files.map((file) => fileJson(file)) };
  if (input.kind === 'choice' && input.id === FILES_CLEAR)
    return { kind: 'added', value: [], say: [{ key: 'core:read.files-cleared' }] };
  if (input.kind !== 'file') return { kind: 'again', say: input.kind === 'text' ? [{ key: 'core:read.file' }] : [] };
  if (files.some(({ hash }) => hash === input.file.hash))
    return { kind: 'again', say: [{ key: 'core:read.same-file' }] };
  if (files.length >= most) return { kind: 'again', say: [{ key: 'core:read.enough-files', facts: { count: most } }] };
  const next = [...files, input.file].map((file) => fileJson(file));
  return { kind: 'added', value: next, say: [{ key: 'core:read.file-added', facts: { count: next.length } }] };
}
