import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { complaints, DESK, describeInBrowser, PHONE } from './support/chromium.ts';
import { type EchoProgram, startEcho } from './support/echo-program.ts';

const TOKEN = 'TOKENtoken-TOKENtoken_TOKENtoken';
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4 certificate');

describeInBrowser('chat page', (screens) => {
  let program: EchoProgram;
  beforeEach(async () => {
    program = await startEcho();
  });
  afterEach(() => program.close());

  const open = async (options: Parameters<typeof screens.context>[0] = PHONE, path = '/'): Promise<Page> => {
    const page = await (await screens.context(options)).newPage();
    await page.goto(program.address + path);
    return page;
  };
  const begun = async (options: Parameters<typeof screens.context>[0] = PHONE): Promise<Page> => {
    const page = await open(options);
    await page.getByRole('button', { name: 'Начать' }).click();
    await page.getByRole('button', { name: 'Подтвердить июль' }).waitFor();
    return page;
  };
  const say = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Ваш ответ' }).fill(text);
    await page.getByRole('button', { name: 'Отправить' }).click();
  };
  const answered = (page: Page, text: string): Promise<void> => page.getByText(`Вы написали: «${text}»`).waitFor();

  test('a first visit greets, one press begins, and the page has nothing to complain of', async () => {
    const page = await open();
    const said = complaints(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
    await screens.picture(page, 'hello');
    expect(program.heard()).toEqual([]);
    await page.getByRole('button', { name: 'Начать' }).tap();
    await page.getByRole('button', { name: 'Подтвердить июль' }).tap();
    await page.getByText('Шаг 1 из 4').waitFor();
    await screens.picture(page, 'question');
    expect(program.heard()).toEqual(['start:', 'press:g.confirm-month']);
    expect(said).toEqual([]);
    expect(await page.locator('.card:visible').count()).toBe(0);
  });

  test('a deep link leaves the address bar, survives a reload, and is spent only by the press', async () => {
    for (let preview = 0; preview < 3; preview += 1) await fetch(`${program.address}/?start=${TOKEN}`);
    const page = await open(PHONE, `/?start=${TOKEN}`);
    await page.getByRole('heading', { name: 'Где вам удобнее?' }).waitFor();
    expect(page.url()).toBe(`${program.address}/`);
    await page.reload();
    await page.getByRole('button', { name: 'Продолжить' }).waitFor();
    await screens.picture(page, 'invited');
    expect(program.heard()).toEqual([]);
    await page.getByRole('button', { name: 'Продолжить' }).tap();
    await page.getByText('Вы подключены к контракту').waitFor();
    expect(program.heard()).toEqual([`start:${TOKEN}`]);
    await page.reload();
    await page.getByText('Вы подключены к контракту').waitFor();
    expect(await page.getByRole('button', { name: 'Продолжить' }).isVisible()).toBe(false);
  });

  test('a deep link in the middle of a talk is offered beside it, and may be left alone', async () => {
    const page = await begun();
    await page.goto(`${program.address}/?start=${TOKEN}`);
    await page.getByRole('button', { name: 'Не сейчас' }).tap();
    expect(await page.getByRole('button', { name: 'Продолжить' }).isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: 'Подтвердить июль' }).waitFor();
    expect(await page.getByRole('button', { name: 'Продолжить' }).isVisible()).toBe(false);
    expect(program.heard()).toEqual(['start:']);
  });

  test('everything is done by keyboard alone', async () => {
    const page = await begun(DESK);
    await page.reload();
    await page.getByRole('button', { name: 'Подтвердить июль' }).waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Перейти к ответу' });
    expect(
      await skip.evaluate((link) => link === link.ownerDocument.activeElement && link.getBoundingClientRect().top >= 0),
    ).toBe(true);
    await screens.picture(page, 'skip-link');
    await page.keyboard.press('Enter');
    await page.keyboard.type('работаю');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('с мая');
    await page.keyboard.press('Enter');
    await answered(page, 'работаю\nс мая');
    // Back from the field: send, camera and attach stand behind it; before the field come the buttons of the newest message.
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Shift+Tab');
      if ((await page.evaluate('document.activeElement?.textContent')) === 'Меню') break;
    }
    await page.keyboard.press('Enter');
    await page.getByText('Готово (press)').waitFor();
    expect(program.heard()).toEqual(['start:', 'text:работаю\nс мая', 'press:g.menu']);
    await screens.picture(page, 'keyboard');
  });

  test('only the newest buttons stand out, and earlier ones still work', async () => {
    const page = await begun();
    await say(page, 'привет');
    await answered(page, 'привет');
    expect(await page.locator('.message:not(.past) .buttons').count()).toBe(1);
    const old = page.getByRole('button', { name: 'Подтвердить июль' });
    expect((await old.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await old.tap();
    await page.getByText('Шаг 1 из 4').waitFor();
    expect(program.heard()).toEqual(['start:', 'text:привет', 'press:g.confirm-month']);
  });

  test('a trembling finger presses once', async () => {
    const page = await begun();
    await page.getByRole('button', { name: 'Подтвердить июль' }).dblclick();
    await page.getByText('Шаг 1 из 4').waitFor();
    await page.waitForTimeout(200);
    expect(program.heard()).toEqual(['start:', 'press:g.confirm-month']);
  });

  test('a reload shows what was said and what was being typed', async () => {
    const page = await begun();
    await say(page, 'первое');
    await answered(page, 'первое');
    await page.getByRole('textbox').fill('недописанное');
    await page.reload();
    await answered(page, 'первое');
    expect(await page.getByRole('textbox').inputValue()).toBe('недописанное');
    expect(await page.locator('.message.person', { hasText: 'первое' }).count()).toBe(1);
  });

  test('a restart of the server loses nothing and doubles nothing', async () => {
    const page = await begun();
    const { port } = program.app.server.address() as AddressInfo;
    await program.close();
    await say(page, 'пока вас не было');
    await page.getByText('ждёт связи').waitFor();
    await page.getByText('Связь прервалась').waitFor();
    await screens.picture(page, 'server-down');
    program = await startEcho({ state: program.state, port });
    await answered(page, 'пока вас не было');
    await page.getByText('ждёт связи').waitFor({ state: 'hidden' });
    expect(program.heard()).toEqual(['start:', 'text:пока вас не было']);
    expect(await page.locator('.message.person', { hasText: 'пока вас не было' }).count()).toBe(1);
  });

  test('a lost answer makes the page send again under the same key', async () => {
    const page = await begun();
    let lost = 0;
    await page.route('**/chat/event', async (route) => {
      lost += 1;
      if (lost > 2) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await say(page, 'важное');
    await answered(page, 'важное');
    await page.locator('.unsent').waitFor({ state: 'detached' });
    expect(lost).toBe(3);
    expect(program.heard()).toEqual(['start:', 'text:важное']);
    expect(await page.locator('.message.person', { hasText: 'важное' }).count()).toBe(1);
  });

  test('what was written offline is sent by the next page, words and files, in order', async () => {
    const page = await begun();
    const context = page.context();
    await context.setOffline(true);
    await page.getByText('Нет связи').waitFor();
    await say(page, 'сначала слова');
    await page.locator('#files').setInputFiles([{ name: 'справка.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await page.getByRole('button', { name: 'Отправить' }).tap();
    await page.getByText('справка.pdf').first().waitFor();
    await screens.picture(page, 'offline');
    await page.close();
    expect(program.heard()).toEqual(['start:']);
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(program.address);
    await again.getByText('Файл «справка.pdf» принят.').waitFor();
    await again.locator('.unsent').first().waitFor({ state: 'detached' });
    expect(program.heard()).toEqual(['start:', 'text:сначала слова', 'file:справка.pdf']);
    expect(await again.evaluate('JSON.stringify(localStorage)')).not.toContain('слова');
  });

  test('several files are looked over before they go, with words for the first', async () => {
    const page = await begun();
    await page.locator('#files').setInputFiles([
      { name: 'Трудовая книжка.jpg', mimeType: 'image/jpeg', buffer: JPEG },
      { name: 'лишнее.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'справка.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PDF, PDF]) },
      { name: 'пусто.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    ]);
    await page.getByText('Файл «пусто.pdf» пустой').waitFor();
    await page.getByRole('button', { name: 'Убрать: лишнее.pdf' }).tap();
    await page.getByRole('textbox').fill('за июль');
    await screens.picture(page, 'tray');
    await page.getByRole('button', { name: 'Отправить' }).tap();
    await page.getByText('Файл «справка.pdf» принят.').waitFor();
    expect(program.heard()).toEqual(['start:', 'file:Трудовая книжка.jpg', 'file:справка.pdf']);
    expect(program.inbox.rows()[1]?.input).toMatchObject({ caption: 'за июль' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'справка.pdf' }).tap();
    expect((await download).suggestedFilename()).toBe('справка.pdf');
    await screens.picture(page, 'files-sent');
  });

  test('a file that is too large is refused before it is sent', async () => {
    const page = await begun();
    await page.evaluate(`{
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'фильм.jpg', { type: 'image/jpeg' }));
      const field = document.getElementById('files');
      field.files = chosen.files;
      field.dispatchEvent(new Event('change'));
    }`);
    await page.getByText('Файл «фильм.jpg» больше 20').waitFor();
    expect(await page.locator('.tray li').count()).toBe(0);
  });

  test('pictures are shown, open larger and close by Escape', async () => {
    const page = await begun();
    await page.getByRole('button', { name: 'Помощь' }).tap();
    const picture = page.getByRole('button', { name: 'Открыть картинку qr.png' });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.locator('img').evaluate((img) => ('naturalWidth' in img ? img.naturalWidth : 0)))
      .toBeGreaterThan(100);
    await screens.picture(page, 'files-in');
    await picture.tap();
    await page.getByRole('img', { name: 'Картинка: qr.png' }).waitFor();
    await screens.picture(page, 'viewer');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const link = page.getByRole('link', { name: 'Правила на сайте' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('words are never read as markup', async () => {
    const page = await begun();
    await say(page, '<img src=x onerror="document.title=1"><b>жирно</b> https://example.org/a?b=1.');
    await page.getByText('Вы написали').waitFor();
    expect(await page.title()).toContain('Опора');
    expect(await page.locator('.said b, .said img').count()).toBe(0);
    expect(await page.locator('.person .said a').getAttribute('href')).toBe('https://example.org/a?b=1');
  });

  test('somebody who reads above is not pulled away, and is told of what is new', async () => {
    const page = await begun();
    for (let count = 0; count < 6; count += 1) {
      await say(page, `строка ${count}`);
      await answered(page, `строка ${count}`);
    }
    // Only the talk scrolls, never the page: its head and the field stay where they are.
    expect(await page.evaluate('document.body.scrollHeight - document.body.clientHeight')).toBe(0);
    await page.locator('#log').evaluate((log) => log.scrollTo(0, 0));
    const externalId = program.inbox.rows()[0]?.externalId ?? '';
    await program.web.send({
      id: 'n',
      externalId,
      text: 'Напоминание',
      buttons: [],
      files: [],
      at: new Date().toISOString(),
    });
    await page.getByRole('button', { name: 'Новые сообщения' }).waitFor();
    expect(await page.locator('#log').evaluate((log) => log.scrollTop)).toBeLessThan(50);
    await screens.picture(page, 'newer');
    await page.getByRole('button', { name: 'Новые сообщения' }).tap();
    expect(await page.getByText('Напоминание').isVisible()).toBe(true);
  });

  test('the page speaks English when asked, and remembers', async () => {
    const page = await begun();
    await page.getByRole('button', { name: 'English' }).tap();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // The talk is told, too, in the words that stood on the button.
    await page.locator('.message.person').getByText('English').waitFor();
    expect(program.heard()).toEqual(['start:', 'press:g.language.en']);
    await page.getByRole('textbox', { name: 'Your answer' }).fill('hello');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('Opora — social contract chat');
    await page.getByText('Today').waitFor();
    await screens.picture(page, 'english');
    await page.getByRole('button', { name: 'Русский' }).tap();
    await page.getByText('Сегодня').waitFor();
    await expect.poll(() => program.heard().at(-1)).toBe('press:g.language.ru');
  });

  test('who has not begun is not written down for changing the language, and has nothing to forget', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('heading', { name: 'Hello!' }).waitFor();
    expect(await page.getByRole('button', { name: 'Forget this device' }).isVisible()).toBe(false);
    expect(program.heard()).toEqual([]);
  });

  test('a device is forgotten after one plain question: nothing of the talk is left on it', async () => {
    const page = await begun();
    const said = complaints(page);
    const forget = page.getByRole('button', { name: 'Забыть это устройство' });
    await page.getByRole('textbox', { name: 'Ваш ответ' }).fill('недописанное');
    await forget.tap();
    await page.getByRole('heading', { name: 'Забыть разговор на этом устройстве?' }).waitFor();
    await screens.picture(page, 'forget');
    await page.getByRole('button', { name: 'Остаться' }).tap();
    expect(await page.getByRole('button', { name: 'Подтвердить июль' }).isVisible()).toBe(true);

    await forget.tap();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Забыть', exact: true }).tap();
    await page.getByText('Сейчас не получилось.').waitFor();
    await page.context().setOffline(false);
    const cookie = async () => (await page.context().cookies()).find(({ name }) => name === 'opora')?.value;
    const before = await cookie();
    await page.getByRole('button', { name: 'Забыть', exact: true }).tap();
    await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
    expect(await cookie()).not.toBe(before);
    expect(await page.getByRole('button', { name: 'Подтвердить июль' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'Ваш ответ' }).inputValue()).toBe('');
    expect(await page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual([]);
    expect(said.filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  });
});
