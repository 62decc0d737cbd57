import type { IncomeChart } from '../../casework/paper/paper.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { incomeChartSvg } from './income-chart-svg.ts';
import { svgToPng } from './svg-to-png.ts';

/**
 * PNG, 1080 × 1000, for a phone: the income per head by month with the subsistence minimum as a step line, the level before the
 * contract, the day the contract ended, and the windows of three months with their averages. A month nobody knows is a gap,
 * never zero. The same chart makes the same bytes.
 */
export function drawIncomeChart(chart: IncomeChart, texts: Texts, language: Language = 'ru'): Promise<Uint8Array> {
  return svgToPng(incomeChartSvg(chart, texts, language));
}
