/** Form 4 of a month before it is prepared: what came in, what was asked, what is kept so far. */
import type { Text } from '../../texts/text.ts';
import type { InquiryLine, MonitoringCard, RecordLine, SurveyLine } from '../evaluation-card.ts';
import type { FileRef } from '../file-ref.ts';
import { factText } from '../specialist/law-words.ts';
import { shortName } from '../specialist/short-name.ts';
import { lines } from '../specialist/wording.ts';
import {
  conditionsText,
  confirmedByText,
  hardshipText,
  inquiryAnswerText,
  inquiryToText,
  recordFactText,
  registeredAsText,
} from './code-words.ts';
import { windowTexts } from './figure-lines.ts';
import { evaluationText } from './wording.ts';

/** All that is known of the month. */
export function monitoringTexts(card: MonitoringCard): readonly Text[] {
  const { record, inquiries, surveys, window } = card;
  return [
    lines([saidText(card), recordText(record), ...suggestionTexts(card)]),
    ...(inquiries.length === 0 ? [] : [lines(inquiries.map((each) => inquiryText(each)))]),
    ...(surveys.length === 0 ? [] : [lines(surveys.map((each) => surveyText(each)))]),
    ...(window === null ? [] : windowTexts(window)),
  ];
}

/** Photos and papers that the recipient and the survey brought. */
export function monitoringFiles({ said, surveys }: Pick<MonitoringCard, 'said' | 'surveys'>): readonly FileRef[] {
  const proofs = (said?.proofs ?? []).flatMap(({ file }) => (file === null ? [] : [file]));
  return [...proofs, ...surveys.flatMap(({ files }) => files)];
}

/** The record as it is kept: the fact, the day, the method, the paper. */
export function recordText(record: RecordLine): Text {
  const { checkedOn, confirmedBy, paperWords } = record;
  const what = recordStateText(record);
  if (what === null || checkedOn === null) return evaluationText('record.none');
  const facts = { what: { text: what }, on: { day: checkedOn } };
  if (confirmedBy === null) return evaluationText('record.kept', facts);
  const by = { text: confirmedByText(confirmedBy) };
  return paperWords === null
    ? evaluationText('record.kept-by', { ...facts, by })
    : evaluationText('record.kept-by-paper', { ...facts, by, paper: paperWords });
}

/** The fact, or the conditions and the hardship of a month, in a few words; null where nothing is kept. */
export function recordStateText({
  fact,
  conditions,
  hardship,
  registeredAs,
}: Pick<RecordLine, 'fact' | 'conditions' | 'hardship' | 'registeredAs'>): Text | null {
  const known = [
    ...(fact === null ? [] : [recordFactText(fact)]),
    ...(conditions === null ? [] : [conditionsText(conditions)]),
    ...(hardship === null
      ? []
      : [evaluationText('record.hardship-state', { hardship: { text: hardshipText(hardship) } })]),
    ...(registeredAs === null ? [] : [registeredAsText(registeredAs)]),
  ];
  return known.length === 0 ? null : evaluationText('list', { items: { list: known } });
}

/** A letter and its answer, or how long it is waited for. */
export function inquiryText({ to, addressee, sentOn, answerBy, answer, overdue, month }: InquiryLine): Text {
  const letter = evaluationText('inquiry.sent', {
    to: { text: inquiryToText(to) },
    addressee,
    on: { day: sentOn },
    month: { month },
  });
  if (answer === null)
    return lines([letter, evaluationText(overdue ? 'inquiry.overdue' : 'inquiry.waiting', { by: { day: answerBy } })]);
  const facts = { on: { day: answer.on }, answer: { text: inquiryAnswerText(answer.what) } };
  const answered =
    answer.words === null
      ? evaluationText('inquiry.answered', facts)
      : evaluationText('inquiry.answered-words', { ...facts, words: answer.words });
  return lines([letter, answered]);
}

/** A survey of the home with its findings. */
export function surveyText({ on, findings, by, files }: SurveyLine): Text {
  return evaluationText('survey.line', { on: { day: on }, by: shortName(by), findings, count: files.length });
}

function saidText({ said, track }: MonitoringCard): Text {
  if (said === null) return evaluationText('monitoring.nothing-said');
  const facts = { fact: { text: factText(track, said.state) }, number: said.number };
  const line = evaluationText(`monitoring.said-${said.status}`, facts);
  return said.words === null ? line : lines([line, evaluationText('monitoring.words', { words: said.words })]);
}

function suggestionTexts({ suggestion }: MonitoringCard): readonly Text[] {
  if (suggestion === null) return [];
  const what = recordStateText({ ...suggestion, hardship: null, registeredAs: null });
  const by = { text: confirmedByText(suggestion.confirmedBy) };
  return what === null ? [] : [evaluationText('monitoring.suggestion', { what: { text: what }, by })];
}
