/** The findings of the channels as an operator reads them. */
import type { ChannelFinding } from '../delivery/channel.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Texts } from '../texts/render.ts';
import type { Language } from '../texts/text.ts';

/** What was found at one channel. */
export interface ChannelReport {
  readonly channel: ChannelKind;
  readonly findings: readonly ChannelFinding[];
}

/** Plain text: a paragraph for each channel, what is to be mended marked, and the sum at the end. */
export function channelsPage(reports: readonly ChannelReport[], language: Language, texts: Texts): string {
  const words = (key: string, facts: ChannelFinding['facts'] = {}) => texts.render(language, { key, facts });
  const paragraphs = reports.map(({ channel, findings }) => [
    words(`channels:name.${channel}`),
    ...findings.map(({ code, ok, facts }) => {
      const said = words(`channels:finding.${code}`, { ...facts, channel });
      return `  ${words(ok ? 'channels:page.works' : 'channels:page.mend')}  ${said}`;
    }),
    '',
  ]);
  const count = reports.flatMap(({ findings }) => findings).filter(({ ok }) => !ok).length;
  const sum = count === 0 ? words('channels:page.all-well') : words('channels:page.to-mend', { count });
  const none = reports.every(({ channel }) => channel === 'web') ? [words('channels:page.only-web'), ''] : [];
  return [...paragraphs.flat(), ...none, sum].join('\n');
}
