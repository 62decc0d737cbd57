/** A recipient's month and a specialist's review, as anybody would do them: by reading what stands there and pressing what fits. */
import sharp from 'sharp';
import { plain } from '../../support/test-office.ts';
import type { Shown, Somebody } from './platform.ts';
import type { WholeProduct } from './whole-product.ts';

type Move = { readonly press: string } | { readonly say: string } | { readonly photo: true };

/** What a recipient answers, by what is offered; the first line that fits. A label may be cut or numbered by the platform. */
const ANSWERS: readonly (readonly [fits: RegExp, move: (label: string) => Move])[] = [
  [/^✅ Это всё/, press],
  [/^✅ Отправить/, press],
  [/^Да, работаю/, press],
  [/^Снимок экрана/, press],
  [/^Дальше/, press],
  [/^Зарплата/, press],
  [/^У них дохода не было/, press],
];
const MOST_TURNS = 25;

function press(label: string): Move {
  return { press: label };
}

/** Labels of the whole keyboard: a long one may have come in several messages. */
function keyboardOf(seen: readonly Shown[]): string[] {
  const labels: string[] = [];
  for (const { text, labels: more } of seen.toReversed()) {
    labels.unshift(...more);
    if (text !== 'Ещё варианты:') return labels;
  }
  return labels;
}

function wordsOf(seen: readonly Shown[]): string {
  return plain(seen.filter(({ text }) => text !== 'Ещё варианты:').at(-1)?.text ?? '');
}

function nextMove(seen: readonly Shown[]): Move {
  const labels = keyboardOf(seen);
  for (const [fits, move] of ANSWERS) {
    const label = labels.find((one) => fits.test(one));
    if (label !== undefined) return move(label);
  }
  if (/сколько рублей/.test(wordsOf(seen))) return { say: '32 500' };
  if (/Пришлите фото/.test(wordsOf(seen))) return { photo: true };
  throw new Error(`nothing fits under "${wordsOf(seen)}": ${labels.join(' | ')}`);
}

let pictures = 0;

async function picture(): Promise<Uint8Array> {
  pictures += 1;
  const background = { r: pictures % 256, g: 90, b: 120 };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Presses the button whose label begins so. */
export async function pressBeginning(person: Somebody, beginning: string): Promise<void> {
  const label = keyboardOf(await person.seen()).find((one) => one.startsWith(beginning));
  if (label === undefined)
    throw new Error(`no button "${beginning}" among ${keyboardOf(await person.seen()).join(' | ')}`);
  await person.press(label);
}

/** From the link to the contract being there. */
export async function joinAsRecipient(product: WholeProduct, person: Somebody, token: string): Promise<void> {
  await person.start(token);
  await product.sees(person, 'На каком языке');
  await pressBeginning(person, 'Русский');
  await product.sees(person, 'Редакция согласия');
  await pressBeginning(person, '✅ Согласен');
  await product.sees(person, 'договор подключён');
}

/** From the link to the seat being taken. */
export async function joinAsSpecialist(product: WholeProduct, person: Somebody, token: string): Promise<void> {
  await person.start(token);
  await product.sees(person, 'На каком языке');
  await pressBeginning(person, 'Русский');
  await product.sees(person, 'Это вы?');
  await pressBeginning(person, 'Да, это я');
  await product.sees(person, 'Готово, вы вошли');
}

/** From the menu to the receipt of a month. */
export async function answerMonth(product: WholeProduct, person: Somebody): Promise<void> {
  await person.say('/menu');
  await product.sees(person, 'Ждём от вас');
  let known = (await person.seen()).length;
  await pressBeginning(person, '✅ За ');
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    await somethingNew(product, person, known);
    const seen = await person.seen();
    if (wordsOf(seen).includes('Отправлено за')) return;
    known = seen.length;
    const move = nextMove(seen);
    if ('press' in move) await person.press(move.press);
    else if ('say' in move) await person.say(move.say);
    else await person.photo(await picture());
  }
  throw new Error('the month has no end');
}

/** From the queue to the acceptance. */
export async function acceptFirst(product: WholeProduct, person: Somebody): Promise<void> {
  await person.say('/queue');
  await product.sees(person, 'Примерова');
  await pressBeginning(person, '1. ');
  await product.sees(person, 'Примерова Анна Сергеевна');
  await pressBeginning(person, '✅ Принять');
  await product.sees(person, 'рин');
}

async function somethingNew(product: WholeProduct, person: Somebody, than: number): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    await product.opora.settle();
    const seen = await person.seen();
    if (seen.length > than && keyboardOf(seen).length > 0) return;
    if (Date.now() > until) throw new Error(`no answer after "${wordsOf(seen)}"`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
