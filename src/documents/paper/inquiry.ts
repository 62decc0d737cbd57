/** The office's own letter to an employer or the tax service: one of the ways of form 4 to confirm the fact of a month. */
import type { InquiryPaper } from '../../casework/paper/paper.ts';
import type { Block } from './block.ts';
import { isPrescribed, signer } from './head-blocks.ts';
import { dayWords, monthWords, say } from './words.ts';

const ASKS = [1, 2, 3] as const;

/**
 * The page from top to bottom; the head signs, the specialist is named as the one to ask. Day of birth and tax number stand as empty
 * lines: the product keeps neither of them about a recipient, so the office writes in by hand what the addressee needs.
 */
export function inquiryBlocks(paper: InquiryPaper): Block[] {
  const month = monthWords(paper.month);
  const { specialist } = paper;
  const executor = signer(paper, specialist, say('sign.specialist')).position;
  return [
    { kind: 'letterhead', from: paper.officeName, to: paper.addressee },
    { kind: 'remark', text: say('inquiry.sent', { on: dayWords(paper.sentOn) }) },
    { kind: 'title', title: say('inquiry.title'), about: say(`inquiry.about.${paper.to}`, { month }), under: null },
    { kind: 'paragraph', pieces: [say(`inquiry.opening.${paper.to}`)] },
    { kind: 'fields', rows: contractRows(paper, month) },
    { kind: 'heading', pieces: [say('inquiry.ask')] },
    { kind: 'list', mark: 'dash', items: ASKS.map((at) => [say(`inquiry.asks.${paper.to}.${at}`)]) },
    { kind: 'paragraph', pieces: [say('inquiry.answer-by', { on: dayWords(paper.answerBy) })] },
    ...(isPrescribed(paper.region) ? [{ kind: 'remark', text: say('inquiry.basis') } as const] : []),
    {
      kind: 'signatures',
      day: null,
      rows: [signer(paper, paper.head, say('sign.head'))],
      nameCaption: say('sign.name'),
      signatureCaption: say('sign.signature'),
    },
    ...(specialist.name === ''
      ? []
      : [
          {
            kind: 'remark',
            text: say('inquiry.executor', { name: specialist.name, position: lower(executor) }),
          } as const,
        ]),
  ];
}

function contractRows(paper: InquiryPaper, month: string) {
  return [
    { label: say('inquiry.citizen'), value: paper.recipientName },
    { label: say('inquiry.birth'), value: null },
    ...(paper.to === 'tax-service' ? [{ label: say('inquiry.tax-number'), value: null }] : []),
    { label: say('inquiry.contract'), value: say('inquiry.contract-value', { number: paper.contractNumber }) },
    { label: say('inquiry.month'), value: month },
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('ru') + text.slice(1);
}
