/** Marks of a picture as SVG. Numbers are rounded to hundredths, so that the same figures make the same bytes. */
import { drawable, type Weight } from './chart-letters.ts';

/** Family name the drawing program finds the face by. */
export const FACE = 'PT Sans';

/** A point in pixels, from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a line is drawn. `dash` is lengths of stroke and gap in pixels. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** How words are drawn; `at` of the text is its baseline. */
export interface Lettering {
  readonly size: number;
  readonly colour: string;
  readonly weight?: Weight;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** The whole picture on white. */
export function svg(width: number, height: number, marks: readonly string[]): string {
  const sheet = rectangle({ x: 0, y: 0 }, { x: width, y: height }, '#ffffff');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${sheet}${marks.join('')}</svg>`;
}

/** A filled box between two corners. */
export function rectangle(from: Point, to: Point, colour: string): string {
  return `<rect x="${number(from.x)}" y="${number(from.y)}" width="${number(to.x - from.x)}" height="${number(to.y - from.y)}" fill="${colour}"/>`;
}

/** A line through all points. */
export function line(points: readonly Point[], stroke: Stroke): string {
  const path = points.map((point) => `${number(point.x)},${number(point.y)}`).join(' ');
  const dash = stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.join(' ')}"`;
  return `<polyline points="${path}" fill="none" stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linejoin="round"${dash}/>`;
}

/** A dot with a white rim, seen on any line below it. */
export function dot(at: Point, radius: number, colour: string): string {
  return `<circle cx="${number(at.x)}" cy="${number(at.y)}" r="${radius}" fill="${colour}" stroke="#ffffff" stroke-width="3"/>`;
}

/** Words; signs of markup are escaped, letters the face does not have become `?`. */
export function words(text: string, at: Point, lettering: Lettering): string {
  const { size, colour, weight = 'normal', anchor = 'start' } = lettering;
  return `<text x="${number(at.x)}" y="${number(at.y)}" font-family="${FACE}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(drawable(text))}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
