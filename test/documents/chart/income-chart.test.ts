import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawable, textWidth } from '../../../src/documents/chart/chart-letters.ts';
import { HEIGHT, levelsOf, PLANE_BOTTOM, WIDTH } from '../../../src/documents/chart/chart-plane.ts';
import { drawIncomeChart } from '../../../src/documents/chart/income-chart.ts';
import { incomeChartSvg } from '../../../src/documents/chart/income-chart-svg.ts';
import { svgToPng } from '../../../src/documents/chart/svg-to-png.ts';
import { day } from '../../../src/engine/day.ts';
import { roubles } from '../../../src/engine/money.ts';
import { TEXTS } from '../../support/texts.ts';
import { CHARTS, chartOf } from './chart-sample.ts';

const NAMES = Object.keys(CHARTS);
const keep = process.env['SCREENSHOTS'];
const TEXT =
  /<text x="([\d.]+)" y="([\d.]+)"[^>]*font-size="([\d.]+)" font-weight="(\w+)"[^>]*text-anchor="(\w+)">([^<]*)<\/text>/g;

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function drawing(name: string, language: 'ru' | 'en' = 'ru'): string {
  const chart = CHARTS[name];
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return incomeChartSvg(chart, TEXTS, language);
}

function labels(svg: string): Box[] {
  return [...svg.matchAll(TEXT)].map(([, x = '', y = '', size = '', weight, anchor, escaped = '']) => {
    const text = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const wide = textWidth(text, Number(size), weight === 'bold' ? 'bold' : 'normal');
    const left = Number(x) - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
    return {
      text,
      left,
      right: left + wide,
      top: Number(y) - Number(size) * 0.75,
      bottom: Number(y) + Number(size) * 0.22,
    };
  });
}

async function pixels(png: Uint8Array): Promise<{ readonly at: (x: number, y: number) => number }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    at: (x, y) => {
      const start = (y * info.width + x) * info.channels;
      return ((data[start] ?? 0) << 16) | ((data[start + 1] ?? 0) << 8) | (data[start + 2] ?? 0);
    },
  };
}

async function differences(one: Uint8Array, other: Uint8Array): Promise<(box: Box) => number> {
  const [left, right] = [await pixels(one), await pixels(other)];
  return (box) => {
    let count = 0;
    for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(HEIGHT, box.bottom); y += 1)
      for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(WIDTH, box.right); x += 1)
        if (left.at(x, y) !== right.at(x, y)) count += 1;
    return count;
  };
}

const WHOLE: Box = { text: '', left: 0, right: WIDTH, top: 0, bottom: HEIGHT };

function dots(svg: string): { readonly x: number; readonly y: number }[] {
  const all = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  return all.filter(({ y }) => y <= PLANE_BOTTOM);
}

describe('letters', () => {
  test.each(NAMES)('%s: every label is drawn, with no fonts of the machine', async (name) => {
    const svg = drawing(name);
    const png = await svgToPng(svg);
    if (keep !== undefined) writeFileSync(join(keep, `chart ${name}.png`), png);
    const changed = await differences(png, await svgToPng(svg.replaceAll(TEXT, '')));
    const boxes = labels(svg);
    expect(boxes.length).toBeGreaterThan(6);
    // Ink of a letter takes about a fifth of its box; a missing face would leave none, a wrong width would leave the box empty at an edge.
    for (const box of boxes) {
      const area = (box.right - box.left) * (box.bottom - box.top);
      expect(changed(box), box.text).toBeGreaterThan(area * 0.08);
    }
    const inside = boxes.reduce((sum, box) => sum + changed(box), 0);
    expect(inside / changed(WHOLE)).toBeGreaterThan(0.97);
  });

  test('come from the npm face alone: without it nothing is written', async () => {
    const svg = drawing('every month known');
    const bare = await renderAsync(svg, { font: { fontFiles: [], loadSystemFonts: false }, logLevel: 'off' });
    const changed = await differences(bare.asPng(), await svgToPng(svg.replaceAll(TEXT, '')));
    expect(changed(WHOLE)).toBe(0);
  });

  test('the widths reckoned are the widths drawn', async () => {
    for (const [text, weight] of [
      ['прожиточный минимум: 17 424 ₽', 'normal'],
      ['16 456,78 ₽', 'bold'],
    ] as const) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="100"><text x="40" y="60" font-family="PT Sans" font-size="40" font-weight="${weight}">${text}</text></svg>`;
      const { info } = await sharp(await svgToPng(svg))
        .flatten({ background: '#ffffff' })
        .trim()
        .toBuffer({ resolveWithObject: true });
      expect(Math.abs(info.width - textWidth(text, 40, weight))).toBeLessThan(10);
    }
  });

  test.each([
    ['Ёжикова–Щукина «№ 1» ₽…', 'Ёжикова–Щукина «№ 1» ₽…'],
    ['Анна \u{1F600} 王', 'Анна ? ?'],
    ['и\u0306\u0007x\ny', 'й x y'],
  ])('%j is written %j', (typed, drawn) => {
    expect(drawable(typed)).toBe(drawn);
  });

  test('no label holds a sign the face does not have', () => {
    for (const name of NAMES)
      for (const language of ['ru', 'en'] as const)
        for (const { text } of labels(drawing(name, language))) expect(text).not.toContain('?');
  });
});

describe('places', () => {
  test.each(NAMES)('%s: labels lie inside the picture and never over each other', (name) => {
    for (const language of ['ru', 'en'] as const) {
      const boxes = labels(drawing(name, language));
      for (const box of boxes) {
        expect(box.left, box.text).toBeGreaterThanOrEqual(20);
        expect(box.right, box.text).toBeLessThanOrEqual(WIDTH - 20);
        expect(box.bottom, box.text).toBeLessThanOrEqual(HEIGHT);
      }
      const over = boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
          .map((two) => `${one.text} / ${two.text}`),
      );
      expect(over).toEqual([]);
    }
  });

  test('months are Russian, years stand under their first month', () => {
    const texts = labels(drawing('every month known')).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['июн', 'авг', 'сен', 'ноя', 'янв', 'май', '2026', '2027']));
  });

  test('every figure is said in words below', () => {
    const texts = labels(drawing('every month known')).map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Доход на человека в семье, рублей в месяц',
        'Иванова Анна Сергеевна',
        'конец контракта 31 августа 2026 г.',
        '4–6 мес.',
        '7–9 мес.',
        '10–12 мес.',
        '16 456,78 ₽',
        '18 500 ₽',
        'доход на человека, август 2027: 21 030,75 ₽',
        'прожиточный минимум: 17 424 ₽, с 1 января 2027 г. — 18 939 ₽',
        'до контракта: 9 800 ₽',
        'среднее за три месяца',
      ]),
    );
  });

  test('the end of the contract lies at its day: the last day is the edge between months', () => {
    const at = (endsOn: string): number => {
      const svg = incomeChartSvg(chartOf(Array<string>(10).fill('100.00'), { endsOn: day(endsOn) }), TEXTS, 'ru');
      return Number(/<polyline points="([\d.]+),168 /.exec(svg)?.[1]);
    };
    const middles = dots(incomeChartSvg(chartOf(Array<string>(10).fill('100.00')), TEXTS, 'ru')).map(({ x }) => x);
    const [august = 0, september = 0] = middles.slice(2);
    expect(at('2026-08-31')).toBeCloseTo((august + september) / 2, 1);
    expect(at('2026-09-15')).toBeCloseTo(september, 1);
    expect(at('2025-01-31')).toBeNaN();
  });
});

describe('figures', () => {
  test('a month nobody knows is a gap, never zero and never bridged', () => {
    const known = dots(drawing('every month known'));
    const left = dots(drawing('months not known'));
    expect(known).toHaveLength(15);
    expect(left).toHaveLength(9);
    expect(left.every(({ y }) => y < PLANE_BOTTOM - 50)).toBe(true);
    const lines = [...drawing('months not known').matchAll(/<polyline points="([^"]+)"[^>]*stroke="#0f5e6e"/g)].map(
      ([, points = '']) => points.split(' ').length,
    );
    // June alone has a dot only; August–October, January–March, May–June are lines; the last is the legend's sample.
    expect(lines).toEqual([3, 3, 2, 2]);
    expect(drawing('months not known')).toContain('пропуск — за этот месяц сведений нет');
    expect(drawing('every month known')).not.toContain('пропуск');
  });

  test('no income is a dot on the bottom line, which is not the same as not known', () => {
    const zero = dots(drawing('no income at all'));
    expect(zero).toHaveLength(15);
    expect(zero.every(({ y }) => y === PLANE_BOTTOM)).toBe(true);
    expect(drawing('no income at all')).toContain('0\u00a0₽');
    expect(dots(drawing('nothing known'))).toHaveLength(0);
    expect(drawing('nothing known')).toContain('Сведений о доходе пока нет');
    expect(drawing('nothing known')).toContain('до контракта: нет данных');
  });

  test('the minimum is a step at the first of January, and unknown where it is not known', () => {
    const step = /<polyline points="([^"]+)"[^>]*stroke="#b5460f"/.exec(drawing('every month known'))?.[1] ?? '';
    const heights = [...new Set(step.split(' ').map((point) => point.split(',')[1]))];
    expect(heights).toHaveLength(2);
    expect(drawing('no minimum, end in the middle of a month')).toContain('прожиточный минимум: нет данных');
    expect(drawing('no minimum, end in the middle of a month')).not.toContain('stroke="#b5460f"');
  });

  test.each([
    ['0.00', [0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000]],
    ['17424.00', [0, 5_000, 10_000, 15_000, 20_000]],
    ['2131887.13', [0, 500_000, 1_000_000, 1_500_000, 2_000_000, 2_500_000]],
    ['9999999999.99', [0, 2e9, 4e9, 6e9, 8e9, 10e9]],
  ])('the scale up to %s has round steps and holds it', (largest, levels) => {
    const found = levelsOf({
      ...chartOf([]),
      months: [],
      windows: [],
      perCapitaIncomeBefore: roubles(largest),
    });
    expect(found).toEqual(levels);
  });
});

describe('the picture', () => {
  test('is a PNG of 1080 × 1000, the same bytes every time', async () => {
    const chart = chartOf(['12000.00', null, '15000.00']);
    const [one, other] = [await drawIncomeChart(chart, TEXTS), await drawIncomeChart(chart, TEXTS)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1000 });
    expect(one.length).toBeLessThan(200_000);
  });

  test('a broken one does not stop the next', async () => {
    const [broken, whole] = await Promise.allSettled([svgToPng('<svg'), drawIncomeChart(chartOf(['1.00']), TEXTS)]);
    expect([broken.status, whole.status]).toEqual(['rejected', 'fulfilled']);
  });

  test('fifty of them, asked for at once, keep the memory bounded', { timeout: 60_000 }, async () => {
    const chart = chartOf(Array<string>(15).fill('12000.00'));
    await drawIncomeChart(chart, TEXTS);
    const before = process.memoryUsage().rss;
    let peak = before;
    await Promise.all(
      Array.from({ length: 50 }, () =>
        drawIncomeChart(chart, TEXTS).then(() => (peak = Math.max(peak, process.memoryUsage().rss))),
      ),
    );
    const grown = (peak - before) / 2 ** 20;
    process.stdout.write(`50 pictures: +${grown.toFixed(0)} MB\n`);
    // Fifty bitmaps that nobody frees would be 206 MB, and the fonts of each another 60.
    expect(grown).toBeLessThan(160);
  });
});
