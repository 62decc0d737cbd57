/** `opora channels check` and `opora channels connect NAME`: what works, what to mend, and the setting up of one channel. Needs no database. */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { openFiles } from '../db/file-store.ts';
import { systemClock } from '../db/system-clock.ts';
import type { ChannelFinding } from '../delivery/channel.ts';
import { createMessengers, type RoutedMessenger } from '../open-channels.ts';
import { loadLocales } from '../texts/locales.ts';
import { createTexts } from '../texts/render.ts';
import type { Language } from '../texts/text.ts';
import { type ChannelReport, channelsPage } from './channels-page.ts';
import type { CliCommand } from './command.ts';
import { type Ready, readSettings, sayWhy } from './operator.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

/** What stands after `opora channels`. */
const USAGE = 'check | connect telegram|max|viber|vk [--language ru|en]';

/** The variable that opens each messenger. */
const TOKENS: { readonly [name: string]: string } = {
  telegram: 'TELEGRAM_BOT_TOKEN',
  max: 'MAX_BOT_TOKEN',
  viber: 'VIBER_AUTH_TOKEN',
  vk: 'VK_GROUP_TOKEN',
};
const ANSWER_MS = 5000;

/** Exit status 0 where all is well, 1 where something is to be mended, 2 for wrong settings or options. */
export const channelsCommand: CliCommand = async (args) => {
  const wish = readWish(args);
  if (wish === null) {
    const problem = args.length === 0 ? 'nothing was asked for' : args.join(' ');
    return printFaults('opora channels', [{ path: 'arguments', problem, remedy: `use: ${USAGE}` }]);
  }
  const ready = await readSettings('opora channels');
  if (!ready) return 2;
  const messengers = await openMessengers(ready);
  try {
    const asked = messengers.filter(({ kind }) => wish.connect === null || kind === wish.connect);
    if (wish.connect !== null && asked.length === 0) {
      const remedy = `set ${TOKENS[wish.connect] ?? ''} in .env; .env.example has a line for everything it needs`;
      return await printFaults('opora channels', [{ path: wish.connect, problem: 'is not configured', remedy }]);
    }
    const reports = wish.connect === null ? [await lookAtWeb(ready)] : [];
    for (const messenger of asked) {
      const findings = await (wish.connect === null ? messenger.check() : messenger.connect());
      reports.push({ channel: messenger.kind, findings });
    }
    await printLine(
      channelsPage(
        reports,
        wish.language,
        createTexts(loadLocales(), () => {}),
      ),
    );
    return reports.some(({ findings }) => findings.some(({ ok }) => !ok)) ? 1 : 0;
  } catch (error) {
    return await sayWhy('channels', error);
  } finally {
    for (const messenger of messengers) await messenger.close();
  }
};

interface Wish {
  /** Null: look at all. */
  readonly connect: string | null;
  readonly language: Language;
}

function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { language: { type: 'string', default: 'en' } },
      allowPositionals: true,
    });
    const [what, name, ...rest] = positionals;
    const { language } = values;
    if (rest.length > 0 || (language !== 'ru' && language !== 'en')) return null;
    if (what === 'check' && name === undefined) return { connect: null, language };
    return what === 'connect' && name !== undefined && Object.hasOwn(TOKENS, name) ? { connect: name, language } : null;
  } catch {
    return null;
  }
}

/** They take nothing in and start nothing: the running product does. */
function openMessengers({ config }: Ready): Promise<RoutedMessenger[]> {
  return createMessengers(config, {
    receive: async () => false,
    addressChanged: async () => {},
    trouble: () => {},
    files: openFiles(config.dataDir),
    links: () => ({ webChat: config.publicUrl, max: null }),
    clock: systemClock,
    texts: createTexts(loadLocales(), () => {}),
    // What fails is said as a finding.
    log: pino({ level: 'silent' }),
  });
}

/** Webhooks come to the same address as people: that it answers is worth knowing first. */
async function lookAtWeb({ config: { publicUrl } }: Ready): Promise<ChannelReport> {
  const answer = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null);
  const finding: ChannelFinding = answer?.ok
    ? { code: 'web-answers', ok: true, facts: { url: publicUrl } }
    : { code: 'web-no-answer', ok: false, facts: { url: publicUrl } };
  return { channel: 'web', findings: [finding] };
}
