/** The text of a DOCX, read back from its file: what a person would find on the paper, one line per paragraph, tables as `a | b`. */
import PizZip from 'pizzip';

/** Text of one part, `word/document.xml` unless said. An underlined stretch is `<u>…</u>`, an empty cell or line is empty. */
export function readPaperText(docx: Uint8Array, part = 'word/document.xml'): string {
  const xml = new PizZip(docx).file(part)?.asText();
  if (xml === undefined) throw new Error(`no ${part} in the file`);
  const body = rowsAsLines(xml.replace(/<w:sectPr[\s\S]*?<\/w:sectPr>/g, ''));
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.replace(/[\s|]/g, '') !== '')
    .join('\n');
}

function rowsAsLines(xml: string): string {
  const tokens =
    /<w:(tc|tr|tbl|p)(?:\s[^>]*?)?(\/)?>|<\/w:(tc|tr|tbl|p)>|<w:(tab|br|u)\b[^>]*\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:r>|<w:tabs>[\s\S]*?<\/w:tabs>|<w:instrText[^>]*>([^<]*)</g;
  let out = '';
  // Depth of tables, with the cells seen so far in the row of each.
  const cells: number[] = [];
  let underlined = false;
  for (const [found, opened, selfClosed, closed, sign, text, field] of xml.matchAll(tokens)) {
    if (found.startsWith('<w:tabs>')) continue;
    if (opened === 'tbl') cells.push(0);
    else if (opened === 'tr') cells[cells.length - 1] = 0;
    else if (opened === 'tc') {
      const seen = cells.at(-1) ?? 0;
      if (seen > 0) out = `${out.trimEnd()} | `;
      cells[cells.length - 1] = seen + 1;
    } else if (opened === 'p' && selfClosed && cells.length === 0) out += '\n';
    else if (closed === 'p') out += cells.length === 0 ? '\n' : ' ';
    else if (closed === 'tr') out = `${out.trimEnd()}\n`;
    else if (closed === 'tbl') cells.pop();
    else if (sign === 'tab') out += '\t';
    else if (sign === 'br') out += cells.length > 0 ? ' ' : '\n';
    else if (sign === 'u') underlined = true;
    else if (found === '</w:r>') underlined = false;
    else if (field !== undefined) out += `{${field.trim()}}`;
    else if (text !== undefined) out += underlined ? `<u>${plain(text)}</u>` : plain(text);
  }
  return out;
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}
