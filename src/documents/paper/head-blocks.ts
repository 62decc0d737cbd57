/** What the four forms share: which form it is, whose contract, and the two who sign. */
import type { PaperHead, PaperKind, Signer } from '../../casework/paper/paper.ts';
import type { Block, SignatureRow } from './block.ts';
import { dayOrNull, dayWords, regionWords, say } from './words.ts';

/** Appendix of the Bryansk order with the form [003]. */
const APPENDIX = { conclusion: 1, report: 2, decision: 3, monitoring: 4 } as const;

/** Whether order 693 prescribes the form; elsewhere it is offered by analogy and not cited (domain.md). */
export function isPrescribed(region: string): boolean {
  return region === 'bryansk';
}

/** Note, title and the four lines about the contract. */
export function openingBlocks(paper: PaperHead & { readonly kind: Exclude<PaperKind, 'inquiry'> }): Block[] {
  const note = isPrescribed(paper.region)
    ? say('note.prescribed', { appendix: APPENDIX[paper.kind] })
    : say('note.by-analogy', { in: regionWords(paper.region).in });
  return [
    { kind: 'note', text: note },
    {
      kind: 'title',
      title: say(`${paper.kind}.title`),
      about: say(`${paper.kind}.about`),
      under: say('contract-number', { number: paper.contractNumber }),
    },
    {
      kind: 'fields',
      rows: [
        { label: say('head.recipient'), value: paper.recipientName },
        { label: say('head.track'), value: say(`track.${paper.track}`) },
        { label: say('head.starts-on'), value: dayWords(paper.startsOn) },
        { label: say('head.ends-on'), value: dayWords(paper.endsOn) },
      ],
    },
  ];
}

/** The two signature lines; with `dayLabel` the day of the paper stands above them. */
export function closingBlock(paper: PaperHead, day?: { readonly label: string; readonly caption: string }): Block {
  return {
    kind: 'signatures',
    day: day === undefined ? null : { ...day, value: dayOrNull(paper.preparedOn) },
    rows: [signer(paper, paper.specialist, say('sign.specialist')), signer(paper, paper.head, say('sign.head'))],
    nameCaption: say('sign.name'),
    signatureCaption: say('sign.signature'),
  };
}

/** One line of the signatures; a position nobody entered is the one the form names. */
export function signer(paper: PaperHead, who: Signer, position: string): SignatureRow {
  const named = who.position.trim() === '' ? position : who.position.trim();
  return {
    position: named.charAt(0).toLocaleUpperCase('ru') + named.slice(1),
    office: paper.officeName,
    name: who.name,
  };
}
