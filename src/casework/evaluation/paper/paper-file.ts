/** The DOCX of a paper: into the office's own template where it put one, else as we print it. */
import type { FileRef } from '../../../dialogs/file-ref.ts';
import type { Turn } from '../../actor.ts';
import type { Paper } from '../../paper/paper.ts';
import type { MadeFile } from '../../ports.ts';

/** Written and kept; `fullForm` is always ours, because an own template has only the chosen variants. */
export async function paperFile(
  { deps, stores }: Turn,
  officeId: string,
  paper: Paper,
  options: { readonly fullForm: boolean } = { fullForm: false },
): Promise<FileRef> {
  const own = options.fullForm
    ? undefined
    : (await stores.templates.ofOffice(officeId)).find((template) => template.paperKind === paper.kind);
  const template = own ? await deps.files.read(own.file.hash) : null;
  const made = template
    ? await deps.documents.fillTemplate(paper, template)
    : await deps.documents.paper(paper, options);
  return keepMade({ deps }, made);
}

/** Keeps what the document writer made. */
export function keepMade({ deps }: Pick<Turn, 'deps'>, { bytes, name, mediaType }: MadeFile): Promise<FileRef> {
  return deps.files.keepMade(bytes, name, mediaType);
}
