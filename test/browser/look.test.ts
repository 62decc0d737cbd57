import { afterAll, expect, test } from 'vitest';
import { complaints, DESK, describeInBrowser, PHONE } from './support/chromium.ts';
import { startEcho } from './support/echo-program.ts';

describeInBrowser('look', (screens) => {
  test('pictures', async () => {
    const program = await startEcho();
    const context = await screens.context();
    const page = await context.newPage();
    const said = complaints(page);
    await page.goto(program.address);
    await page.getByRole('button', { name: 'Начать' }).waitFor();
    await screens.picture(page, '01-hello');
    await page.goto(`${program.address}/?start=TOKENtoken`);
    await page.getByRole('button', { name: 'Продолжить' }).waitFor();
    await screens.picture(page, '02-invited');
    await page.getByRole('button', { name: 'Продолжить' }).tap();
    await page.getByRole('button', { name: 'Подтвердить июль' }).waitFor();
    await screens.picture(page, '03-menu');
    await page.getByRole('button', { name: 'Подтвердить июль' }).tap();
    await page.getByRole('button', { name: 'Да', exact: true }).waitFor();
    await screens.picture(page, '04-question');
    await page.getByRole('button', { name: 'Помощь' }).tap();
    await page.getByText('Откройте или распечатайте').waitFor();
    await page.waitForTimeout(400);
    await screens.picture(page, '05-files');
    await page
      .getByRole('textbox')
      .fill('Здравствуйте! В июле я работала две недели, договор закончился 15 числа. Что мне прислать?');
    await screens.picture(page, '06-typing');
    await page.getByRole('button', { name: 'Отправить' }).tap();
    await page.getByText('Вы написали').waitFor();
    await page.locator('#files').setInputFiles([
      {
        name: 'Трудовая книжка, страница 1.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 1]),
      },
      { name: 'справка.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a') },
    ]);
    await screens.picture(page, '07-tray');
    await page.getByRole('button', { name: 'Отправить' }).tap();
    await page.getByText('справка.pdf» принят').waitFor();
    await context.setOffline(true);
    await page.getByRole('textbox').fill('Дохода не было');
    await page.getByRole('button', { name: 'Отправить' }).tap();
    await page.waitForTimeout(600);
    await screens.picture(page, '08-offline');
    await context.setOffline(false);
    await page.getByText('Вы написали: «Дохода не было»').waitFor();
    await page.getByRole('button', { name: 'Показать' }).or(page.locator('#language')).tap();
    await page.waitForTimeout(400);
    await screens.picture(page, '09-english');
    const dark = await screens.context({ ...PHONE, colorScheme: 'dark', storageState: await context.storageState() });
    const night = await dark.newPage();
    await night.goto(program.address);
    await night.getByText('Дохода не было').first().waitFor();
    await screens.picture(night, '10-dark');
    const desk = await screens.context({ ...DESK, storageState: await context.storageState() });
    const wide = await desk.newPage();
    await wide.goto(program.address);
    await wide.getByText('Дохода не было').first().waitFor();
    await screens.picture(wide, '11-desk');
    expect(said.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await program.close();
  });
  afterAll(() => undefined);
});
