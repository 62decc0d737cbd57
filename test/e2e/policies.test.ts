/** The policy over real HTTP: what a person in a foreign messenger is told, and that the others know nothing of it. */
import { afterEach, expect, it } from 'vitest';
import { plain } from '../support/test-office.ts';
import type { Platform, Somebody } from './support/platform.ts';
import { openWholeProduct, type WholeProduct } from './support/whole-product.ts';

let product: WholeProduct;
afterEach(() => product.close());

const on = (kind: Platform['kind']): Promise<Somebody> => {
  const platform = product.platforms.find((one) => one.kind === kind);
  if (!platform) throw new Error(`no platform ${kind}`);
  return platform.somebody(product.publicUrl);
};
const texts = async (person: Somebody) => (await person.seen()).map(({ text }) => plain(text));

it('ru-41fz: Telegram and Viber give one fixed answer with both links, MAX and VK talk as ever', async () => {
  product = await openWholeProduct({ CHANNEL_POLICY: 'ru-41fz' });
  await product.opora.tick();
  for (const kind of ['telegram', 'viber'] as const) {
    const person = await on(kind);
    await person.say('/check');
    await product.sees(person, 'в этом мессенджере нам отвечать нельзя');
    const said = await texts(person);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(product.publicUrl);
    expect(said[0]).toMatch(/MAX: https?:\/\//);
  }
  for (const kind of ['max', 'vk', 'web'] as const) {
    const person = await on(kind);
    await person.say('/check');
    await product.sees(person, 'Восемь коротких вопросов');
  }
}, 120_000);

it('public-only: the pre-check goes on in Telegram, what is personal is handed over by link', async () => {
  product = await openWholeProduct({ CHANNEL_POLICY: 'public-only' });
  await product.opora.tick();
  const person = await on('telegram');
  await person.say('/check');
  await product.sees(person, 'Шаг 1');
  await person.say('/stop');
  await product.sees(person, 'Здесь мы не пишем о личном');
  expect((await texts(person)).at(-1)).toContain(product.publicUrl);
}, 120_000);
