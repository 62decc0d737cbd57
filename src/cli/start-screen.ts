/** What an operator reads when the program is open. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { DemoLink } from './demo/demo-links.ts';

const SEATS: { readonly [seat in DemoLink['seat']]: string } = {
  citizen: 'recipient of a contract',
  specialist: 'specialist of the office',
  head: 'head of the office',
};
const STATE: { readonly [region: string]: string } = {
  bryansk: 'the contract is over, one month was sent back',
  irkutsk: 'the contract is running, a month is asked for',
};

/** Plain text. `policySet` is `CHANNEL_POLICY` as the environment has it, empty where it has none. */
export function startScreen(config: Config, links: readonly DemoLink[], policySet: string): string {
  return [
    `Opora is open at ${config.publicUrl}`,
    `  database  ${config.databaseUrl === null ? `embedded, in ${join(config.dataDir, 'database')}` : 'a PostgreSQL server'}`,
    `  channels  ${channels(config)}`,
    ...policyNotice(config, policySet),
    '',
    ...(links.length > 0 ? demo(config, links) : NO_DEMO),
  ].join('\n');
}

function channels({ telegram, max, viber, vk }: Config): string {
  const how = (secret: string | null) => (secret === null ? 'long polling' : 'webhook');
  return [
    'web chat',
    ...(max ? [`MAX (${how(max.webhookSecret)})`] : []),
    ...(vk ? ['VK (Callback API)'] : []),
    ...(telegram ? [`Telegram (${how(telegram.webhookSecret)})`] : []),
    ...(viber ? ['Viber (webhook)'] : []),
  ].join(', ');
}

/** Law 41-FZ of 01.04.2025 (`delivery/channel-policy.ts`). Said until the operator has chosen, `open` included. */
function policyNotice({ telegram, viber }: Config, policySet: string): string[] {
  const foreign = [...(telegram ? ['Telegram'] : []), ...(viber ? ['Viber'] : [])];
  if (foreign.length === 0 || policySet !== '') return [];
  return [
    '',
    `Notice: ${foreign.join(' and ')} ${foreign.length === 1 ? 'is' : 'are'} open to everything. Law 41-FZ forbids state offices to address citizens through`,
    'foreign messengers since 01.06.2025. Set CHANNEL_POLICY=ru-41fz (they get one fixed answer with links to MAX and the',
    'web chat) or CHANNEL_POLICY=public-only (nothing about a person goes there), or CHANNEL_POLICY=open to say that this is meant.',
  ];
}

const OFFICE = 'npm run -s opora -- office --region bryansk --name "…" --head "…"';

const NO_DEMO = ['To open an office, stop the program and run', `  ${OFFICE}`];

function demo({ publicUrl }: Config, links: readonly DemoLink[]): string[] {
  const rows = links.map(({ seat, region, url }) => {
    const what = seat === 'citizen' ? `${SEATS[seat]}, ${region}: ${STATE[region] ?? ''}` : `${SEATS[seat]}, ${region}`;
    return `  ${what}\n    ${url}`;
  });
  return [
    'A demo office to look at; all people in it are invented. Each link works once, until ' +
      `${links[0]?.expiresOn ?? ''}.`,
    'Open each in a window of its own (a private window or another browser): one browser is one person.',
    '',
    ...rows,
    '  anybody, without a name: the pre-check',
    `    ${publicUrl}/`,
    '',
    'These links are new at every start. A link moves its seat to whoever opens it.',
    'To start without the demo: DATA_DIR=./office npm start -- --empty',
    'To open an office there (stop the program first):',
    `  DATA_DIR=./office ${OFFICE}`,
  ];
}
