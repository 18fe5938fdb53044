import { asNumber, formatFigure } from '#modules/figures/rules/figure-value.ts';
import type { ReportChart } from './report-document.ts';

const width = 620;
const fontSize = 12;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escaped(words)}</text>`;

/**
 * A chart as a vector picture in black and grey, as official papers are printed; a number stands at every bar, so that no
 * axis is needed. Empty when nothing was counted.
 */
export function chartSvg({ kind, points }: ReportChart): string {
  const most = Math.max(0, ...points.map(({ value }) => (value ? asNumber(value) : 0)));
  if (points.length === 0 || most <= 0) return '';
  return kind === 'columns' ? columns(points, most) : bars(points, most);
}

function columns(points: ReportChart['points'], most: number): string {
  const [height, top, bottom] = [210, 22, 24];
  const step = width / points.length;
  const plot = height - top - bottom;
  const drawn = points.map(({ label, value }, place) => {
    const middle = step * (place + 0.5);
    const tall = value ? (asNumber(value) / most) * plot : 0;
    const y = height - bottom - tall;
    const bar = `<rect x="${(middle - step * 0.31).toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.62).toFixed(1)}" height="${tall.toFixed(1)}" fill="#595959"/>`;
    return `${bar}${text(middle, y - 5, formatFigure('vi', value), 'middle')}${text(middle, height - 8, label, 'middle')}`;
  });
  const base = `<line x1="0" y1="${height - bottom}" x2="${width}" y2="${height - bottom}" stroke="#000" stroke-width="1"/>`;
  return frame(height, `${drawn.join('')}${base}`);
}

function bars(points: ReportChart['points'], most: number): string {
  const [step, names, numbers] = [24, 230, 80];
  const plot = width - names - numbers;
  const drawn = points.map(({ label, value }, place) => {
    const y = place * step;
    const long = value ? (asNumber(value) / most) * plot : 0;
    const bar = `<rect x="${names}" y="${y + 4}" width="${long.toFixed(1)}" height="${step - 8}" fill="#595959"/>`;
    return `${bar}${text(names - 8, y + 16, label, 'end')}${text(names + long + 6, y + 16, formatFigure('vi', value), 'start')}`;
  });
  return frame(points.length * step, drawn.join(''));
}

const frame = (height: number, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Tinos, 'Times New Roman', serif" font-size="${fontSize}" fill="#000">${content}</svg>`;
