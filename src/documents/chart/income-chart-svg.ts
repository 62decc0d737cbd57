import type { IncomeChart } from '../../casework/paper/paper.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { registerWords } from '../register/register-words.ts';
import { beforeLevel, incomeCurve, minimumCurve } from './chart-curves.ts';
import { heading, leftEdge, monthNames, scale } from './chart-frame.ts';
import { legend } from './chart-legend.ts';
import { endMark, windowMarks } from './chart-marks.ts';
import { HEIGHT, planeOf, WIDTH } from './chart-plane.ts';
import { svg } from './svg.ts';

/**
 * The picture as SVG, marks from the lowest to the uppermost. Every place is reckoned from the widths of the words, so nothing
 * is left to a drawing program and no label can lie over another.
 */
export function incomeChartSvg(chart: IncomeChart, texts: Texts, language: Language): string {
  const say = registerWords(texts, language);
  const plane = planeOf(chart, leftEdge(chart, language, say));
  return svg(WIDTH, HEIGHT, [
    ...heading(chart, say),
    ...windowMarks(chart, plane, language, say),
    ...scale(plane, language, say),
    ...monthNames(chart, plane, say),
    ...beforeLevel(chart, plane),
    ...minimumCurve(chart, plane),
    ...endMark(chart, plane, say),
    ...incomeCurve(chart, plane, say),
    ...legend(chart, say),
  ]);
}
