import { beforeAll, describe, expect, it } from 'vitest';
import { PAPER_KINDS } from '../../../src/casework/paper/paper.ts';
import { writePaper } from '../../../src/documents/paper/write-paper.ts';
import { cannotRender, render, type Rendered } from './support/office-programs.ts';
import { conclusion, LONG, measures, report } from './support/sample-papers.ts';
import { SITUATIONS } from './support/situations.ts';

const MILLIMETRE = 50 / 25.4;

describe.skipIf(cannotRender())('papers as LibreOffice shows them', () => {
  let shown: ReadonlyMap<string, Rendered>;
  const counts = Array.from({ length: 30 }, (_, at) => at + 1);

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const kind of PAPER_KINDS) {
      for (const { name, paper, options } of SITUATIONS[kind])
        files.set(`${kind}: ${name}`, await writePaper(paper, options));
    }
    // The end of the text meets the end of the page in every way.
    for (const count of counts) {
      files.set(
        `ends: ${count} measures`,
        await writePaper(conclusion({ measures: measures(count), outcome: 5, cause: 'болезнь' })),
      );
      const livingConditions = Array.from({ length: count }, (_, at) => `Строка обследования ${at + 1}.`).join('\n');
      files.set(
        `ends: survey of ${count}`,
        await writePaper(report({ ...LONG, livingConditions, conditions: 'same' })),
      );
    }
    shown = render(files);
  }, 180_000);

  it('opens every one of them', () => {
    expect(shown.size).toBe(PAPER_KINDS.reduce((sum, kind) => sum + SITUATIONS[kind].length, 2 * counts.length));
    for (const { pages } of shown.values()) expect(pages.length).toBeGreaterThan(0);
  });

  it('keeps both signatures on the last page, with some of the text above them', () => {
    for (const [name, { pages }] of shown) {
      if (name.startsWith('inquiry')) continue;
      const signatures = pages.map((page) => page.match(/подпись/g)?.length ?? 0);
      expect([name, signatures.at(-1), signatures.reduce((sum, each) => sum + each, 0)]).toEqual([name, 2, 2]);
      const before = (pages.at(-1) ?? '').split(/Заключение подготовлено|(?:Ведущий|Главный) специалист/)[0] ?? '';
      const text = before.split('\n').filter((line) => line.trim() !== '' && !line.includes('страница'));
      expect([name, text.length > 0]).toEqual([name, true]);
    }
  });

  it('numbers the pages from the second on', () => {
    for (const [name, { pages }] of shown) {
      pages.forEach((page, at) => {
        const number = /страница (\d+) из (\d+)/.exec(page);
        const expected = at === 0 ? undefined : `${at + 1} из ${pages.length}`;
        expect([name, number && `${number[1]} из ${number[2]}`]).toEqual([name, expected ?? null]);
      });
    }
  });

  it('repeats the heading of the measures and the mark of a draft on every page', () => {
    const long = shown.get('conclusion: long names, 25 measures')?.pages ?? [];
    expect(long.length).toBe(2);
    for (const page of long) expect(page).toContain('Наименование мероприятия');
  });

  it('uses the Tinos that travels inside', () => {
    for (const [name, { fonts }] of shown) {
      expect([name, fonts]).toEqual([
        name,
        expect.stringMatching(/Tinos-Regular.*yes[\s\S]*Tinos-Bold.*yes|Tinos-Bold.*yes[\s\S]*Tinos-Regular.*yes/),
      ]);
      expect(fonts).not.toMatch(/Liberation|Times|Noto/);
    }
  });

  it('keeps the margins of the order free, and the text inside them black', () => {
    for (const [name, { firstPage }] of shown) {
      const { width, height, dots } = firstPage;
      const dark = (fromX: number, toX: number) => {
        let found = 0;
        for (let y = 0; y < height; y += 1) {
          for (let x = Math.round(fromX); x < Math.round(toX); x += 1)
            if ((dots[y * width + x] ?? 255) < 128) found += 1;
        }
        return found;
      };
      expect([name, dark(0, 29 * MILLIMETRE), dark(width - 8 * MILLIMETRE, width)]).toEqual([name, 0, 0]);
      expect(dark(30 * MILLIMETRE, width - 10 * MILLIMETRE)).toBeGreaterThan(1000);
    }
  });
});
