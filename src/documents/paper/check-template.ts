/** An office's own DOCX is looked through when it is put in, not on the day the paper is needed. */
import { unzipSync } from 'fflate';
import PizZip from 'pizzip';
import type { PaperKind } from '../../casework/paper/paper.ts';
import { accept, type Fault, type Outcome, refuse } from '../../engine/outcome.ts';
import { syntaxFaults } from './template-engine.ts';
import { fault, nameFaults, wholeFile } from './template-faults.ts';
import { templateParts, templateTags } from './template-parts.ts';

const MEGABYTE = 1024 * 1024;
/** A form with a coat of arms takes far less; more is a mistake, or an attack when unpacked. */
const LIMIT = { packed: 5, unpacked: 40 } as const;

/**
 * Whether the DOCX may be used for this paper: its placeholders (each once, in reading order), or every fault at once, each with
 * the name, the place (document, header or footer, and the text around it) and what to do, in Russian. Never throws.
 */
export function checkTemplate(
  kind: PaperKind,
  bytes: Uint8Array,
): Outcome<{ readonly placeholders: readonly string[] }> {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  const parts = templateParts(opened.value);
  if (!parts.some((part) => part.place === 'main')) return refuse([fault('not-docx', wholeFile())]);
  const tags = templateTags(parts);
  const faults = [...syntaxFaults(opened.value, parts), ...nameFaults(kind, tags)];
  if (faults.length > 0) return refuse(faults);
  if (tags.length === 0) return refuse([fault('empty', wholeFile())]);
  const placeholders = tags.filter((tag) => tag.sign !== '/').map((tag) => tag.name);
  return accept({ placeholders: [...new Set(placeholders)] });
}

function open(bytes: Uint8Array): Outcome<PizZip> {
  const refused = (found: Fault) => refuse<PizZip>([found]);
  const tooLarge = (size: number, limit: number) =>
    refused(fault('too-large', wholeFile(), { size: Math.ceil(size / MEGABYTE), limit }));
  if (bytes.byteLength > LIMIT.packed * MEGABYTE) return tooLarge(bytes.byteLength, LIMIT.packed);
  try {
    const names: string[] = [];
    let unpacked = 0;
    // First the sizes only: nothing is unpacked before they are known to be small.
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > LIMIT.unpacked * MEGABYTE) return tooLarge(unpacked, LIMIT.unpacked);
    if (names.some((name) => /vbaProject\.bin$/i.test(name))) return refused(fault('macros', wholeFile()));
    const file = new PizZip();
    // Unpacked into the sizes that were told, so that a file that lies about them cannot grow.
    for (const [name, data] of Object.entries(unzipSync(bytes))) if (!name.endsWith('/')) file.file(name, data);
    return accept(file);
  } catch {
    return refused(fault('not-docx', wholeFile()));
  }
}
