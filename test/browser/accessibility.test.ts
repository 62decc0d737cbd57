import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, describeInBrowser, PHONE } from './support/chromium.ts';
import { type EchoProgram, startEcho } from './support/echo-program.ts';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describeInBrowser('accessibility', (screens) => {
  let program: EchoProgram;
  beforeAll(async () => {
    program = await startEcho();
  });
  afterAll(() => program.close());

  /** A talk with everything a talk can have: pictures, files, old and new buttons, something unsent. */
  const fullTalk = async (options: Parameters<typeof screens.context>[0]): Promise<Page> => {
    const context = await screens.context({ ...options, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${program.address}/`);
    await page.getByRole('button', { name: 'Начать' }).click();
    await page.getByRole('button', { name: 'Помощь' }).click();
    await page.getByText('Откройте или распечатайте').waitFor();
    await page.route('**/chat/event', (route) => route.fulfill({ status: 400, json: { problem: 'bad-event' } }));
    await page.getByRole('textbox').fill('это не уйдёт');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Не отправлено').waitFor();
    await page
      .locator('#files')
      .setInputFiles([{ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') }]);
    return page;
  };
  const violations = async (page: Page): Promise<string[]> => {
    await page.waitForTimeout(300);
    await page.evaluate(AXE);
    const found = (await page.evaluate('axe.run()')) as Found;
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };

  test.each([
    { name: 'phone by day', options: PHONE },
    { name: 'phone by night', options: { ...PHONE, colorScheme: 'dark' as const } },
    { name: 'desk', options: DESK },
  ])('axe finds nothing: $name', async ({ name, options }) => {
    const page = await fullTalk(options);
    await screens.picture(page, `talk ${name}`.replaceAll(' ', '-'));
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    { name: 'greeting', path: '/' },
    { name: 'invitation', path: '/?start=TOKEN' },
  ])('axe finds nothing: $name', async ({ path }) => {
    const page = await (await screens.context({ ...PHONE, bypassCSP: true })).newPage();
    await page.goto(program.address + path);
    await page.locator('.card:visible').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('every control has a name and is at least 44 pixels for a finger', async () => {
    const page = await fullTalk(PHONE);
    const controls = page.locator('button:visible, textarea:visible, a.button:visible, a.file:visible');
    const count = await controls.count();
    expect(count).toBeGreaterThan(10);
    for (let at = 0; at < count; at += 1) {
      const control = controls.nth(at);
      const box = await control.boundingBox();
      const text = await control.evaluate((node) => node.outerHTML.slice(0, 120));
      expect.soft(Math.min(box?.width ?? 0, box?.height ?? 0), text).toBeGreaterThanOrEqual(44);
    }
    // A placeholder is no name: the field has a label of its own.
    expect(await page.getByLabel('Ваш ответ', { exact: true }).and(page.locator('textarea')).count()).toBe(1);
  });

  test('what was there is not read aloud when the page opens; what comes later is', async () => {
    const page = await (await screens.context(PHONE)).newPage();
    await page.goto(program.address);
    const log = page.getByRole('log', { name: 'Разговор' });
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
    await page.getByRole('button', { name: 'Начать' }).click();
    await page.getByRole('button', { name: 'Подтвердить июль' }).waitFor();
    expect(await log.getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('#pending').getAttribute('aria-live')).toBe('off');
  });

  test('nothing moves for those who asked for that', async () => {
    const page = await (await screens.context({ ...PHONE, reducedMotion: 'reduce' })).newPage();
    await page.goto(program.address);
    await page.getByRole('button', { name: 'Начать' }).click();
    await page.locator('.message.live').first().waitFor();
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.message.live')).animationName`)).toBe('none');
  });

  test('at 200 % letters nothing is cut off sideways', async () => {
    const page = await fullTalk({ ...PHONE, viewport: { width: 320, height: 640 } });
    await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide).toBe(0);
    await screens.picture(page, 'large-letters');
  });
});
