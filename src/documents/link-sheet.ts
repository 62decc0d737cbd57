/** A4 sheet to print and hand over: QR, code, what to do, until when, whom to ask. */
import pdfmake, { type Block, type Sheet } from 'pdfmake';
import type { LinkSheet } from '../casework/ports.ts';
import type { Texts } from '../texts/render.ts';
import type { Text } from '../texts/text.ts';
import { PT_SANS, ptSans } from './fonts.ts';

const INK = '#16242b';
const SOFT = '#4a5a62';
const ACCENT = '#0f5e6e';
const TINT = '#e6f1f3';
const QR_SIDE = 190;
const MARGIN = 56;

const MARK = `<svg viewBox="0 0 48 48" width="36" height="36"><rect width="48" height="48" rx="13" fill="${ACCENT}"/>
<path d="M11 37V24a13 13 0 0 1 26 0v13" fill="none" stroke="#ffffff" stroke-width="5" stroke-linecap="round"/>
<circle cx="24" cy="27" r="4.5" fill="#ffd08a"/></svg>`;

type Say = (key: string, facts?: Text['facts']) => string;

/** The sheet as PDF, one page, in the language it names. Reads nothing but its own fonts. */
export async function linkSheet(sheet: LinkSheet, texts: Texts): Promise<Uint8Array> {
  pdfmake.setFonts({ [PT_SANS]: ptSans() });
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setUrlAccessPolicy(() => false);
  const say: Say = (key, facts) =>
    texts.render(sheet.language, { key: `papers:link-sheet.${key}`, ...(facts === undefined ? {} : { facts }) });
  return pdfmake.createPdf(page(sheet, say)).getBuffer();
}

function page(sheet: LinkSheet, say: Say): Sheet {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    language: sheet.language,
    info: { title: say(`${sheet.purpose}.title`), creator: 'Opora', producer: 'Opora' },
    defaultStyle: { font: PT_SANS, fontSize: 13, lineHeight: 1.25, color: INK },
    content: [head(sheet, say), ...greeting(sheet, say), keys(sheet, say), ...steps(sheet, say), ...foot(sheet, say)],
  };
}

function head(sheet: LinkSheet, say: Say): Block {
  const names: Block = {
    stack: [
      { text: say('name'), fontSize: 16, bold: true, lineHeight: 1.1 },
      { text: sheet.officeName, fontSize: 11, color: SOFT },
    ],
  };
  return { columns: [{ svg: MARK, width: 36 }, names], columnGap: 12, margin: [0, 0, 0, 26] };
}

function greeting(sheet: LinkSheet, say: Say): Block[] {
  return [
    { text: say(`${sheet.purpose}.title`), fontSize: 24, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 8] },
    { text: say(`${sheet.purpose}.what-for`), margin: [0, 0, 0, 22] },
  ];
}

/** The two ways in, side by side: the picture to point a camera at, and the code to type. */
function keys(sheet: LinkSheet, say: Say): Block {
  const typed: Block = {
    stack: [
      ...(sheet.code === null ? [] : typedCode(sheet.code, say)),
      { text: say('chat-address'), color: SOFT, margin: [0, 22, 0, 4] },
      { text: addressOf(sheet.url), fontSize: 15, bold: true },
    ],
  };
  const qr: Block = { qr: sheet.url, fit: QR_SIDE, eccLevel: 'M' };
  return {
    table: {
      widths: [QR_SIDE + 4, '*'],
      body: [
        [
          { ...qr, fillColor: '#ffffff' },
          { ...typed, fillColor: TINT },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 18,
      paddingRight: () => 12,
      paddingTop: () => 14,
      paddingBottom: () => 14,
    },
    margin: [-18, 0, 0, 26],
  };
}

function typedCode(code: string, say: Say): Block[] {
  return [
    { text: say('or-code'), color: SOFT, margin: [0, 14, 0, 6] },
    { text: code, fontSize: 34, bold: true, characterSpacing: 3, color: ACCENT, lineHeight: 1.1 },
  ];
}

function steps(sheet: LinkSheet, say: Say): Block[] {
  const keys = sheet.code === null ? ['step-1', 'public.step-2', 'public.step-3'] : ['step-1', 'step-2', 'step-3'];
  const lines = keys.map((key, at): Block => {
    const number: Block = {
      text: String(at + 1),
      width: 26,
      fontSize: 20,
      bold: true,
      color: ACCENT,
      lineHeight: 1,
      margin: [0, -4, 0, 0],
    };
    return { columns: [number, { text: say(key) }], margin: [0, 0, 0, 10] };
  });
  return [{ text: say('how'), fontSize: 16, bold: true, margin: [0, 0, 0, 10] }, ...lines];
}

function foot(sheet: LinkSheet, say: Say): Block[] {
  const { officePhone: phone, expiresOn } = sheet;
  const until: Block[] =
    expiresOn === null
      ? [{ text: say('public.free'), bold: true, margin: [0, 14, 0, 6] }]
      : [
          { text: say('until', { day: { day: expiresOn } }), bold: true, margin: [0, 14, 0, 6] },
          { text: say('personal'), margin: [0, 0, 0, 6] },
        ];
  return phone === null ? until : [...until, { text: say('phone', { phone }) }];
}

/** What a person types by hand: the address without the secret part and without `https://`. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/$/, '');
}
