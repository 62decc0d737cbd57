/** A talk that answers what it is told, behind the real page and the real server. */
import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import type { Received } from '../../../src/casework/ports.ts';
import type { OutgoingButton, OutgoingMessage } from '../../../src/delivery/channel.ts';
import { freshState, startWebProgram, type WebProgram, type WebState } from '../../channels/web/support/web-program.ts';

export interface EchoProgram extends WebProgram {
  readonly state: WebState;
  /** What came in, in words: `text:привет`, `press:g.menu`, `start:TOKEN`, `file:name`. */
  heard(): string[];
}

const button = (label: string, press: string, url: string | null = null): OutgoingButton => ({ label, press, url });
const MENU = [
  [button('✅ Подтвердить июль', 'g.confirm-month')],
  [button('📄 Мой контракт', 'g.my-contract'), button('Помощь', 'g.help')],
];

export async function startEcho(options: { state?: WebState; port?: number } = {}): Promise<EchoProgram> {
  const state = options.state ?? freshState();
  const program: WebProgram = await startWebProgram({
    ...options,
    state,
    deps: {
      async receive(received) {
        const fresh = await state.inbox.receive(received);
        if (fresh) void answer(received, program);
        return fresh;
      },
    },
  });
  return { ...program, state, heard: () => state.inbox.rows().map(inWords) };
}

function inWords({ input }: Received): string {
  if (input.kind === 'text') return `text:${input.text}`;
  if (input.kind === 'press') return `press:${input.payload}`;
  if (input.kind === 'start') return `start:${input.token ?? ''}`;
  return input.kind === 'file' ? `file:${input.file.name}` : input.kind;
}

async function answer({ eventKey, externalId, input }: Received, { web }: WebProgram): Promise<void> {
  const say = (text: string, parts: Partial<OutgoingMessage> = {}): OutgoingMessage => {
    const id = createHash('sha256').update(`${eventKey}${text}`).digest('hex');
    return { id, externalId, text, buttons: [], files: [], at: new Date().toISOString(), ...parts };
  };
  await new Promise((resolve) => setTimeout(resolve, 60));
  if (input.kind === 'start') {
    await web.send(say('Здравствуйте, Анна Петровна! Вы подключены к контракту № 32-114 (поиск работы).'));
    await web.send(
      say('До 20 августа нужно подтвердить июль: работаете ли вы и какой был доход. Это займёт около двух минут.', {
        buttons: MENU,
      }),
    );
    return;
  }
  if (input.kind === 'press' && input.payload === 'g.confirm-month') {
    const text = 'Шаг 1 из 4. В июле у вас действовал трудовой договор?\n\nМожно ответить кнопкой или своими словами.';
    const rows = [
      [button('Да', 'c.1.yes'), button('Нет', 'c.1.no')],
      [button('Уже передал(а) в отдел', 'c.1.given')],
      [button('Не сейчас', 'm.1.cancel')],
    ];
    await web.send(say(text, { buttons: rows }));
    return;
  }
  if (input.kind === 'press' && input.payload === 'g.help') {
    const bytes = await QRCode.toBuffer('http://localhost:3000/?start=DEMO', { width: 480 });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const pdf = Buffer.from('%PDF-1.4 sheet');
    const files = [
      { hash, name: 'qr.png', mediaType: 'image/png', size: bytes.length, bytes: async () => bytes },
      {
        hash: createHash('sha256').update(pdf).digest('hex'),
        name: 'Лист со ссылкой для семьи Петровых, июль 2026 года.pdf',
        mediaType: 'application/pdf',
        size: 48_211,
        bytes: async () => pdf,
      },
    ];
    const link = button('Правила на сайте', 'g.help', 'https://example.org/rules');
    await web.send(
      say('Ссылка и QR-код: https://opora.example/help. Откройте или распечатайте.', {
        files,
        buttons: [[link], [button('Меню', 'g.menu')]],
      }),
    );
    return;
  }
  const heard =
    input.kind === 'text'
      ? `Вы написали: «${input.text}»`
      : input.kind === 'file'
        ? `Файл «${input.file.name}» принят.`
        : `Готово (${input.kind}).`;
  await web.send(say(heard, { buttons: [[button('Меню', 'g.menu')]] }));
}
