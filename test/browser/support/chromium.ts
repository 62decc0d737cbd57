/** Chromium for the browser tests. Where there is none the tests say so and are skipped; `OPORA_NO_SKIP=1` (CI) makes that a failure. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { skipUnless } from '../../support/skip.ts';

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** A phone of ordinary size, touched with fingers. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
/** A desk with mouse and keyboard. */
export const DESK = { viewport: { width: 1200, height: 800 } };

export interface Screens {
  /** A fresh context: other cookies, other storage. */
  context(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  /** Keeps a picture of the page; the folder is printed at the end. */
  picture(page: Page, name: string): Promise<void>;
}

/** A group of tests with one browser. */
export function describeInBrowser(name: string, tests: (screens: Screens) => void): void {
  const missing = skipUnless(existsSync(PATH), `${name}: no Chromium at ${PATH} (set CHROMIUM to where it is)`);
  describe.skipIf(missing)(name, () => {
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    const folder = process.env['SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'opora-screens-'));
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: PATH, args: ARGS });
    });
    afterAll(async () => {
      for (const context of contexts) await context.close();
      await browser?.close();
      process.stdout.write(`${name}: pictures in ${folder}\n`);
    });
    tests({
      async context(options = PHONE) {
        const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow', ...options });
        context.setDefaultTimeout(8000);
        contexts.push(context);
        return context;
      },
      async picture(page, file) {
        await page.screenshot({ path: join(folder, `${file}.png`), animations: 'disabled' });
      },
    });
  });
}

/** What the page complained of in the console, and scripts that failed. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}
