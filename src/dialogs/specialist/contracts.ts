/** Contracts of the office, page by page; a typed number or name finds one. What is typed never gets into a button. */
import type { Text } from '../../texts/text.ts';
import type { CommandResult, ContractLine } from '../command.ts';
import type { Choice, Dialog, Ending, Known, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { numberOf, textOrNull } from './kept-answers.ts';
import { trackText } from './law-words.ts';
import { pageText, readPage } from './paging.ts';
import { textQuestion } from './plain-questions.ts';
import { onKind } from './refusal.ts';
import { shortName } from './short-name.ts';
import { lines, staffText } from './wording.ts';

const LONGEST_SEARCH = 80;
/** What the form keeps between two pages: the words of the search, the page, and how many there are. */
const SEARCH = '_search';
const PAGE = '_page';
const PAGES = '_pages';

/** The list and the search stay open under each other; the argument is the page. */
export const CONTRACTS: Dialog = {
  id: 'contracts',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => ({
    kind: 'run',
    commands: [{ kind: 'list-contracts', search: null, page: readPage(argument) }],
  }),
  questions: (known) => [searchQuestion(known)],
  finish: ({ answers }) => {
    const wish = wishOf(answers['search'], answers);
    return {
      replies: [],
      commands: [{ kind: 'list-contracts', ...wish }],
      answers: { [SEARCH]: wish.search },
    };
  },
  onResult: onKind('contracts', (contracts, known) => show(contracts, known)),
};

function show(found: Extract<CommandResult, { kind: 'contracts' }>, { answers }: Known): Ending {
  const search = textOrNull(answers, SEARCH);
  const kept = { [SEARCH]: search, [PAGE]: found.page, [PAGES]: found.pages };
  const buttons = found.lines.map((line, index) => [
    goOption(staffText('contracts.open', { place: index + 1, contract: line.number }), 'contract', line.contractId),
  ]);
  const add = goOption(staffText('go.new-contract'), 'new-contract');
  const options = [...buttons, [add, goOption(staffText('go.work'), 'work')]];
  return { replies: [{ texts: listTexts(found, search), options, content: 'personal' }], next: 'stay', answers: kept };
}

function listTexts(found: Extract<CommandResult, { kind: 'contracts' }>, search: string | null): readonly Text[] {
  if (found.lines.length === 0)
    return [search === null ? staffText('contracts.empty') : staffText('contracts.nothing-found', { search })];
  const title = search === null ? staffText('contracts.title') : staffText('contracts.found', { search });
  return [title, lines(found.lines.map((line, index) => contractText(line, index + 1))), ...pageText(found)];
}

function contractText(line: ContractLine, place: number): Text {
  return staffText(line.joined ? 'contracts.line' : 'contracts.line-not-joined', {
    place,
    contract: line.number,
    name: shortName(line.recipientName),
    track: { text: trackText(line.track) },
    ends: { day: line.endsOn },
  });
}

/** Stays open under the list: words to look for, or another page. */
function searchQuestion({ answers }: Known): Question {
  const [page, pages] = [numberOf(answers, PAGE), numberOf(answers, PAGES)];
  const choices: Choice[] = [];
  if (page > 0) choices.push({ id: 'earlier', label: staffText('page.back') });
  if (page < pages - 1) choices.push({ id: 'further', label: staffText('page.on') });
  const all: Choice[] = textOrNull(answers, SEARCH) === null ? [] : [{ id: 'all', label: staffText('contracts.all') }];
  const typed = textQuestion({ id: 'search', ask: staffText('contracts.ask'), longest: LONGEST_SEARCH });
  return {
    ...typed,
    choices: [choices, all].filter((row) => row.length > 0),
    read: (input, current) =>
      input.kind === 'choice' ? { kind: 'answered', value: { move: input.id } } : typed.read(input, current),
  };
}

/** What to list next: the words typed, or the page a button asked for. */
function wishOf(answer: unknown, answers: Known['answers']): { search: string | null; page: number } {
  if (typeof answer === 'string') return { search: answer, page: 0 };
  const move = typeof answer === 'object' && answer !== null && 'move' in answer ? answer.move : 'all';
  const [search, page] = [textOrNull(answers, SEARCH), numberOf(answers, PAGE)];
  if (move === 'further') return { search, page: page + 1 };
  if (move === 'earlier') return { search, page: Math.max(0, page - 1) };
  return { search: null, page: 0 };
}
