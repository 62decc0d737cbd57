import { describe, expect, it } from 'vitest';
import { PAPER_KINDS, type Paper } from '../../../src/casework/paper/paper.ts';
import { type PaperOptions } from '../../../src/documents/paper/choice.ts';
import { writePaper } from '../../../src/documents/paper/write-paper.ts';
import { golden } from './support/golden.ts';
import { readPaperText } from './support/read-paper-text.ts';
import { conclusion, decision, inquiry, LONG, measures, monitoring, report } from './support/sample-papers.ts';
import { SITUATIONS } from './support/situations.ts';

/** The running lines of the first and the following pages, then the paper. */
async function textOf(paper: Paper, options?: PaperOptions): Promise<string> {
  const file = await writePaper(paper, options);
  const [following, first] = ['word/header1.xml', 'word/header2.xml'].map((part) => readPaperText(file, part));
  const lines = [`[page 1] ${first}`.trimEnd(), `[page 2…] ${following?.replaceAll('\n', ' · ')}`];
  return [...lines, readPaperText(file)].join('\n');
}

describe.each(PAPER_KINDS)('recorded papers: %s (GOLDEN=write rewrites them)', async (kind) => {
  const written = new Map<string, string>();
  for (const { name, paper, options } of SITUATIONS[kind]) written.set(name, await textOf(paper, options));
  const recorded = golden(`${kind}.txt`, written);

  it.each(SITUATIONS[kind].map(({ name }) => name))('%s', (name) => {
    expect(written.get(name)).toBe(recorded.get(name));
  });

  it('records no situation that is gone', () => {
    expect([...recorded.keys()]).toEqual([...written.keys()]);
  });
});

describe('what must never be on a paper', () => {
  const every = PAPER_KINDS.flatMap((kind) => SITUATIONS[kind]);

  it('an order of Bryansk outside Bryansk', async () => {
    for (const region of ['irkutsk', 'novosibirsk', 'unheard-of']) {
      for (const make of [conclusion, report, monitoring, decision, inquiry]) {
        expect(await textOf(make({ region }))).not.toMatch(/693|Брянск[^а]/);
      }
    }
  });

  it('zero roubles where nothing is known', async () => {
    const nothing = { on: null, averageMonthlyIncome: null, familyMinimum: null, perCapitaIncome: null };
    const papers = [
      report({ track: 'business', before: nothing, after: { ...nothing, perCapitaMinimum: null } }),
      monitoring({ number: 12, window: null }),
      decision({ windows: [] }),
    ];
    for (const paper of papers) {
      const text = await textOf(paper);
      expect(text).toContain('| рублей');
      expect(text).not.toMatch(/\b0 рублей/);
    }
  });

  it('the figures of a window in other months than 6, 9 and 12', async () => {
    const window = monitoring({ number: 6 }).window;
    for (const number of [1, 2, 3, 4, 5, 7, 8, 10, 11]) {
      expect(await textOf(monitoring({ number, window }))).not.toMatch(/Рассчитан|рубл/);
    }
  });

  it('business lines of other tracks', async () => {
    expect(await textOf(report({ track: 'hardship' }))).not.toContain('предпринимательской деятельности за три');
  });

  it('two chosen variants, or boxes, outside the full form', async () => {
    for (const { paper, options } of every) {
      if (options?.fullForm) continue;
      const text = await textOf(paper);
      expect(text).not.toContain('☐');
      expect(text.match(/По итогам окончания/g)?.length ?? 0).toBe(paper.kind === 'conclusion' ? 1 : 0);
    }
  });

  it('a word without its text, an unfilled pattern or a broken value', async () => {
    for (const { paper, options } of every) {
      expect(await textOf(paper, options)).not.toMatch(/forms:|\{\{|undefined|null|NaN|\[object|[\ue000-\uf8ff]/);
    }
  });
});

describe('the file', () => {
  it('is the same for the same paper, whenever it is written', async () => {
    const [first, second] = [await writePaper(report()), await writePaper(report())];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('keeps letters that XML cannot hold out of it, and line breaks in', async () => {
    const text = await textOf(
      conclusion({ recipientName: 'Ли\u0000\u0008\ud800 <Ан&на>', measures: [{ name: 'Раз\r\nДва', status: 'done' }] }),
    );
    expect(text).toContain('Ли <Ан&на>');
    expect(text).toContain('Раз Два | выполнено');
  });

  it('stays small with two cuts of Tinos inside', async () => {
    const file = await writePaper(conclusion({ ...LONG, measures: measures(25) }));
    expect(file.byteLength).toBeLessThan(150_000);
  });
});
