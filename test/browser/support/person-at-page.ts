/** A person at the chat page. Buttons are found by what stands in their payload, so that words may change. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WholeProgram } from './whole-program.ts';

export interface PersonAtPage {
  readonly page: Page;
  /** Follows a personal link, or opens the page by itself, and goes on. */
  start(link: string | null): Promise<void>;
  say(words: string): Promise<void>;
  /** Presses the newest button of these choices, one after the other. */
  choose(...ids: readonly string[]): Promise<void>;
  move(wish: 'send' | 'skip' | 'back' | 'cancel'): Promise<void>;
  /** Presses the newest button that opens the dialog. */
  open(dialog: string): Promise<void>;
  sendFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  /** Waits until everything said has been answered and stands on the page. */
  answered(): Promise<void>;
  /** Text of the newest messages of Opora. */
  last(count?: number): Promise<string>;
  /** The newest personal link that stands in a message. */
  linkShown(): Promise<string>;
}

export function personAt(page: Page, { opora, address }: WholeProgram): PersonAtPage {
  const answered = async (): Promise<void> => {
    await expect
      .poll(
        async () => {
          await opora.settle();
          return page.evaluate(`(async () => {
            const answer = await fetch('/chat/history?after=0');
            const kept = (await answer.json()).messages.at(-1);
            const shown = [...document.querySelectorAll('[data-seq]')].at(-1);
            const waiting = document.querySelectorAll('.unsent').length;
            return waiting === 0 && kept?.from === 'opora' && shown?.dataset.seq === String(kept.seq);
          })()`);
        },
        { timeout: 20_000, interval: 60 },
      )
      .toBe(true);
  };
  const press = async (wanted: string): Promise<void> => {
    const button = page.locator(`button[data-press${wanted}]`).last();
    if ((await button.count()) === 0) throw new Error(`no button ${wanted}; the page ends with:\n${await last(2)}`);
    await button.click();
    await answered();
  };
  const last = async (count = 1): Promise<string> => {
    const texts = await page.locator('.message.opora').allInnerTexts();
    return texts.slice(-count).join('\n').replaceAll('\u00a0', ' ');
  };
  return {
    page,
    answered,
    last,
    async start(link) {
      await page.goto(link ?? address);
      await page.getByRole('button', { name: link === null ? 'Начать' : 'Продолжить' }).click();
      await answered();
    },
    async say(words) {
      await page.locator('#text').fill(words);
      await page.locator('#send').click();
      await answered();
    },
    async choose(...ids) {
      for (const id of ids) await press(`^="c."][data-press$=".${id}"`);
    },
    move: (wish) => press(`^="m."][data-press$=".${wish}"`),
    async open(dialog) {
      const exact = page.locator(`button[data-press="g.${dialog}"], button[data-press^="g.${dialog}."]`).last();
      if ((await exact.count()) === 0) throw new Error(`no way to ${dialog}; the page ends with:\n${await last(2)}`);
      await exact.click();
      await answered();
    },
    async sendFile(file) {
      await page.locator('#files').setInputFiles([file]);
      const before = await page.locator('.message.person').count();
      await page.locator('#send').click();
      // A file is kept by the browser first: it stands there a moment after the press.
      await expect.poll(() => page.locator('.message.person').count()).toBeGreaterThan(before);
      await answered();
    },
    async linkShown() {
      const links = await page
        .locator('.opora .said a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const found = links.findLast((href) => href?.includes('?start='));
      if (found === undefined || found === null) throw new Error('no link was shown');
      return found;
    },
  };
}
