/** Sending through misfortunes, files that come and go, and what must never be told to anybody. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingMessage } from '../../../src/delivery/channel.ts';
import { startViberFake } from '../../support/viber-fake/viber-fake.ts';
import { type OpenViber, openViber } from './support/open-viber.ts';

const WAIT = { timeout: 5000, interval: 5 };
const MB = 1024 * 1024;
const MINUTE = 60;
const HOUR = 3600;

let one: OpenViber | null = null;
const open = async (...options: Parameters<typeof openViber>) => {
  one = await openViber(...options);
  return one;
};
afterEach(async () => {
  await one?.close();
  one = null;
});

const message = (to: string, parts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: 'm1',
  externalId: to,
  text: '',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});
const menu = [[{ label: 'Меню', press: 'g.menu', url: null }]];

describe('what became of a message', () => {
  test('the id is the token with all its digits', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const result = await channel.send(message(olga.id, { text: 'x' }));
    expect(result).toEqual({ kind: 'sent', messageId: olga.seen()[0]?.token });
    expect(result.kind === 'sent' && result.messageId).toMatch(/^\d{19}$/);
  });

  test('a stranger, whoever left and whoever is gone', async () => {
    const { fake, channel } = await open();
    const [stranger, left, gone] = [fake.person({ stranger: true }), fake.person(), fake.person()];
    left.unsubscribe();
    gone.vanish();
    const blocked = { kind: 'unreachable', status: 'blocked' };
    expect(await channel.send(message(stranger.id, { text: 'x' }))).toMatchObject(blocked);
    expect(await channel.send(message(left.id, { text: 'x' }))).toMatchObject(blocked);
    expect(await channel.send(message(gone.id, { text: 'x' }))).toMatchObject({ kind: 'unreachable', status: 'dead' });
    left.sendText('я вернулась');
    expect(await channel.send(message(left.id, { text: 'x' }))).toMatchObject({ kind: 'sent' });
  });

  test.each(['', 'ab', 'a b c d', '"},{"', 'я'.repeat(24)])(
    'an address that is no person is refused: "%s"',
    async (to) => {
      const { fake, channel } = await open();
      expect(await channel.send(message(to, { text: 'x' }))).toMatchObject({ kind: 'refused' });
      expect(fake.calls.filter((call) => call.method === 'send_message')).toEqual([]);
    },
  );

  test.each([
    {
      name: 'too many, so long',
      fault: { kind: 'http', code: 429, retryAfter: 33 },
      result: { kind: 'later', afterSeconds: 33, scope: 'bot' },
      shown: 0,
    },
    {
      name: 'too many to this person',
      fault: { kind: 'status', status: 12 },
      result: { kind: 'later', afterSeconds: 600, scope: 'address' },
      shown: 0,
    },
    { name: 'an error before', fault: { kind: 'http', code: 500 }, result: { kind: 'unknown' }, shown: 0 },
    {
      name: 'an error after it was taken',
      fault: { kind: 'http', code: 502, after: true },
      result: { kind: 'unknown' },
      shown: 1,
    },
    {
      name: 'a connection broken before',
      fault: { kind: 'reset', when: 'before' },
      result: { kind: 'unknown' },
      shown: 0,
    },
    {
      name: 'a connection broken after',
      fault: { kind: 'reset', when: 'after' },
      result: { kind: 'unknown' },
      shown: 1,
    },
    { name: 'a page of a proxy', fault: { kind: 'not-json', code: 200 }, result: { kind: 'unknown' }, shown: 0 },
    {
      name: 'a redirect, which would carry the token away',
      fault: { kind: 'redirect', to: 'http://127.0.0.1:9/' },
      result: { kind: 'unknown' },
      shown: 0,
    },
  ] as const)('$name', async ({ fault, result, shown }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('send_message', fault);
    expect(await channel.send(message(olga.id, { text: 'x' }))).toMatchObject(result);
    expect(olga.seen()).toHaveLength(shown);
    expect(fake.calls.filter((call) => call.method === 'send_message')).toHaveLength(1);
  });

  test('the 101st message to who is silent waits, and goes once they write', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    for (let count = 0; count < 100; count += 1)
      expect(await channel.send(message(olga.id, { id: `m${count}`, text: 'x' }))).toMatchObject({ kind: 'sent' });
    const last = message(olga.id, { id: 'last', text: 'x' });
    expect(await channel.send(last)).toMatchObject({ kind: 'later', scope: 'address' });
    // Others are not held back.
    expect(await channel.send(message(fake.person().id, { text: 'x' }))).toMatchObject({ kind: 'sent' });
    olga.sendText('я здесь');
    expect(await channel.send(last)).toMatchObject({ kind: 'sent' });
  });

  test('a token refused in the middle of the day keeps the message, and the alarm is raised and taken back once', async () => {
    const { fake, channel, troubles } = await open();
    const olga = fake.person();
    fake.faults.next('send_message', { kind: 'status', status: 2 }, 2);
    for (const id of ['a', 'b'])
      expect(await channel.send(message(olga.id, { id, text: 'x' }))).toMatchObject({ kind: 'later', scope: 'bot' });
    expect(channel.ready()).toBe(false);
    expect(await channel.send(message(olga.id, { id: 'a', text: 'x' }))).toMatchObject({ kind: 'sent' });
    expect(channel.ready()).toBe(true);
    expect(troubles).toEqual(['+token-refused', '-token-refused']);
  });

  test('a platform that is silent for long is out of reach, told once; a short silence is not told', async () => {
    const { fake, channel, troubles, pass } = await open();
    const olga = fake.person();
    const fail = async (id: string) => {
      fake.faults.next('send_message', { kind: 'http', code: 503 });
      await channel.send(message(olga.id, { id, text: 'x' }));
    };
    await fail('a');
    pass(4 * MINUTE);
    await channel.send(message(olga.id, { id: 'b', text: 'x' }));
    await fail('c');
    pass(4 * MINUTE);
    await fail('d');
    expect(troubles).toEqual([]);
    pass(MINUTE);
    await fail('e');
    await fail('f');
    expect(troubles).toEqual(['+out-of-reach']);
    await channel.send(message(olga.id, { id: 'g', text: 'x' }));
    expect(troubles).toEqual(['+out-of-reach', '-out-of-reach']);
  });

  test('an application too old for keyboards gets the words', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('send_message', { kind: 'status', status: 13 });
    expect(await channel.send(message(olga.id, { text: 'Меню?', buttons: menu }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map(({ text, rows }) => [text, rows.length])).toEqual([['Меню?', 0]]);
    fake.faults.next('send_message', { kind: 'status', status: 14 }, 2);
    expect(await channel.send(message(olga.id, { id: 'm2', text: 'x', buttons: menu }))).toMatchObject({
      kind: 'refused',
    });
  });

  test('closing while the platform is silent leaves it unknown, at once', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('send_message', { kind: 'stall', milliseconds: 20_000 });
    const sending = channel.send(message(olga.id, { text: 'x' }));
    await vi.waitFor(() => expect(fake.calls.at(-1)?.method).toBe('send_message'), WAIT);
    const began = performance.now();
    await channel.close();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a message of several calls', () => {
  test('goes on where it broke off, so that nothing is shown twice', async () => {
    const { fake, channel, file } = await open();
    const olga = fake.person();
    const parts = { text: 'слова', files: [file('1.pdf'), file('2.pdf')], buttons: menu };
    const broken = { ...parts, files: [parts.files[0] ?? file('1.pdf'), file('2.pdf')] };
    expect(await channel.send(message(olga.id, { id: 'whole', ...parts }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen()).toHaveLength(3);
    const ivan = fake.person();
    // The first call goes through, the second meets the fault.
    const counting = fake.calls.length;
    fake.faults.next('send_message', { kind: 'status', status: 12 });
    expect(await channel.send(message(ivan.id, broken))).toMatchObject({ kind: 'later' });
    expect(await channel.send(message(ivan.id, broken))).toMatchObject({ kind: 'sent' });
    expect(fake.calls.length - counting).toBe(4);
    const shown = await Promise.all(ivan.seen().map(async (one) => (await one.file)?.name ?? one.text));
    expect(shown).toEqual(['1.pdf', '2.pdf', 'слова']);
    expect(ivan.seen().at(-1)?.rows.flat()).toHaveLength(1);
    // All of it arrived: asked once more, nothing goes out.
    expect(await channel.send(message(ivan.id, broken))).toMatchObject({ kind: 'sent' });
    expect(ivan.seen()).toHaveLength(3);
  });
});

describe('files to the person', () => {
  const linkOf = (opened: OpenViber) => {
    const media = opened.fake.calls.findLast((call) => 'media' in call.body)?.body['media'];
    if (typeof media !== 'string') throw new Error('no link was sent');
    return media;
  };
  const sendOne = async (name = 'Заявление Ольги Петровой.pdf', mediaType = 'application/pdf') => {
    const opened = await open();
    const olga = opened.fake.person();
    const paper = opened.file(name, mediaType);
    expect(await opened.channel.send(message(olga.id, { files: [paper] }))).toMatchObject({ kind: 'sent' });
    await olga.seen()[0]?.file;
    return { ...opened, olga, paper, link: linkOf(opened) };
  };

  test('the link says nothing of the person nor of the name, and gives the bytes with their type', async () => {
    const { link, paper, olga, publicUrl } = await sendOne();
    expect(link).toMatch(new RegExp(`^${publicUrl}/viber/files/[\\w-]{43}\\.[0-9a-z]+\\.[\\w-]{22}\\.pdf$`));
    expect(decodeURIComponent(link)).not.toMatch(/Ольг/);
    expect(link).not.toContain(olga.id);
    const got = await fetch(link);
    expect(got.status).toBe(200);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('content-disposition')).toBe('attachment');
    expect(got.headers.get('cache-control')).toContain('no-store');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await got.arrayBuffer())).toEqual(Buffer.from(await paper.bytes()));
    const head = await fetch(link, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(paper.size)]);
  });

  test.each([
    { name: 'a.html', type: 'application/octet-stream' },
    { name: 'a.svg', type: 'application/octet-stream' },
    { name: 'a', type: 'application/octet-stream' },
    { name: 'a.PDF', type: 'application/pdf' },
  ])('$name is served as $type, whatever it is said to be', async ({ name, type }) => {
    const { links, served } = await serving(name);
    expect((await served(links)).headers.get('content-type')).toBe(type);
  });
  const serving = async (name: string) => {
    const opened = await open();
    const olga = opened.fake.person();
    // Sent with an ending that Viber takes, then looked at under its own.
    const paper = {
      ...opened.file(name.includes('.') ? name : `${name}.x`, 'text/html'),
      name: name.includes('.') ? name : `${name}.x`,
    };
    await opened.channel.send(message(olga.id, { files: [paper] }));
    await olga.seen()[0]?.file;
    return { links: linkOf(opened), served: (link: string) => fetch(link) };
  };

  test('it ends after three days, to the second', async () => {
    const { link, pass } = await sendOne();
    pass(72 * HOUR - 1);
    expect((await fetch(link)).status).toBe(200);
    pass(1);
    expect((await fetch(link)).status).toBe(410);
  });

  test('any change of it is a forgery', async () => {
    const { link, publicUrl } = await sendOne();
    const signed = link.slice(link.lastIndexOf('/') + 1);
    const [hash = '', end = '', mac = '', extension = ''] = signed.split('.');
    const other = (text: string) => (text.startsWith('a') ? 'b' : 'a') + text.slice(1);
    const forged = [
      [other(hash), end, mac, extension],
      [hash, `${end}0`, mac, extension],
      [hash, other(end), mac, extension],
      [hash, end, other(mac), extension],
      [hash, end, mac, 'html'],
      [hash, end, '', extension],
      [hash, end, mac],
      ['..', '..', 'etc', 'passwd'],
    ];
    for (const parts of forged) {
      const got = await fetch(`${publicUrl}/viber/files/${parts.join('.')}`);
      expect([parts.join('.'), got.status, await got.text()]).toEqual([parts.join('.'), 404, '']);
    }
  });

  test('another process with the same token serves it; one with another token does not', async () => {
    const { link, paper, fake } = await sendOne();
    const path = link.slice(link.indexOf('/viber/files/'));
    const twin = await openViber({ fake, start: false });
    const stranger = await openViber({ fake, start: false, deps: { token: 'another' } });
    for (const process of [twin, stranger]) process.keep(paper.hash, await paper.bytes());
    expect((await fetch(`${twin.publicUrl}${path}`)).status).toBe(200);
    expect((await fetch(`${stranger.publicUrl}${path}`)).status).toBe(404);
    await twin.close();
    await stranger.close();
  });

  test('a file that is gone since is not found', async () => {
    const { link, lose, paper } = await sendOne();
    lose(paper.hash);
    expect((await fetch(link)).status).toBe(404);
  });

  test('a file that cannot be read now is tried later, and no dead link goes out', async () => {
    const { fake, channel, file, lose, keep } = await open();
    const olga = fake.person();
    const paper = file('1.pdf');
    lose(paper.hash);
    expect(await channel.send(message(olga.id, { files: [paper] }))).toEqual({
      kind: 'unknown',
      why: 'file-unreadable',
    });
    expect(olga.seen()).toEqual([]);
    keep(paper.hash, await paper.bytes());
    expect(await channel.send(message(olga.id, { files: [paper] }))).toMatchObject({ kind: 'sent' });
  });

  test('a picture is shown in the talk, with its words and buttons', async () => {
    const { fake, channel, file } = await open();
    const olga = fake.person();
    const files = [file('QR.png', 'image/png')];
    await channel.send(message(olga.id, { text: 'Покажите', files, buttons: menu }));
    expect(olga.seen().map(({ type, text, rows }) => [type, text, rows.length])).toEqual([['picture', 'Покажите', 1]]);
  });
});

describe('files of the person', () => {
  const sendOne = async () => {
    const opened = await open();
    opened.fake.person().sendFile({ name: 'справка.pdf', bytes: Buffer.from('байты') });
    await vi.waitFor(() => expect(opened.inbox.rows()).toHaveLength(1), WAIT);
    const input = opened.inbox.rows()[0]?.input;
    if (input?.kind !== 'remote-file') throw new Error('no file came');
    const [kept] = opened.fake.world.media.values();
    if (kept === undefined) throw new Error('the fake forgot the file');
    return { ...opened, ref: input.ref, kept };
  };

  test('what the inbox keeps gives neither the address nor its key away, and is never the same twice', async () => {
    const { fake, inbox, ref } = await sendOne();
    expect(JSON.stringify(inbox.rows())).not.toMatch(/Signature|http|127\.0\.0\.1/);
    expect(Buffer.from(ref, 'base64url').toString('latin1')).not.toContain('Signature');
    fake.person().sendFile({ name: 'справка.pdf', bytes: Buffer.from('байты') });
    await vi.waitFor(() => expect(inbox.rows()).toHaveLength(2), WAIT);
    expect(inbox.rows()[1]?.input).not.toMatchObject({ ref });
  });

  test.each([
    { name: 'a server error', fault: { kind: 'http', code: 502 }, result: 'later' },
    { name: 'too many requests', fault: { kind: 'http', code: 429 }, result: 'later' },
    { name: 'a download that breaks off', fault: { kind: 'reset', when: 'before' }, result: 'later' },
    { name: 'a file that is gone', fault: { kind: 'http', code: 404 }, result: 'gone' },
    { name: 'an address that is over', fault: { kind: 'http', code: 403 }, result: 'gone' },
    {
      name: 'a redirect into our network',
      fault: { kind: 'redirect', to: 'http://127.0.0.1:9/secret' },
      result: 'gone',
    },
    { name: 'a redirect to nowhere', fault: { kind: 'redirect', to: 'http://' }, result: 'gone' },
  ] as const)('$name: $result', async ({ fault, result }) => {
    const { fake, channel, ref } = await sendOne();
    fake.faults.next('media', fault);
    expect(await channel.fetchFile(ref)).toEqual({ kind: result });
    // Once the trouble is over the file is there.
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
  });

  test('a redirect within Viber is followed, and one in a circle is not for ever', async () => {
    const { fake, channel, ref } = await sendOne();
    const [path = ''] = fake.world.media.keys();
    fake.faults.next('media', { kind: 'redirect', to: path });
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
    fake.faults.next('media', { kind: 'redirect', to: path }, 4);
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'gone' });
  });

  test('a file whose address is over by the platform’s clock is gone', async () => {
    const { channel, ref, kept } = await sendOne();
    kept.expired = true;
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'gone' });
  });

  test('a file larger than it was said to be is cut off while it comes', async () => {
    const { fake, channel, ref } = await sendOne();
    const [path = ''] = fake.world.media.keys();
    fake.world.media.set(path, { bytes: Buffer.alloc(20 * MB + 1), expired: false });
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'too-large' });
    fake.world.media.set(path, { bytes: Buffer.alloc(20 * MB), expired: false });
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
  });

  test('a ref of another bot, a changed one and none at all are gone, and nobody is asked', async () => {
    const { fake, channel, ref } = await sendOne();
    fake.faults.next('media', { kind: 'http', code: 200 });
    const changed = (ref.startsWith('A') ? 'B' : 'A') + ref.slice(1);
    for (const one of [changed, ref.slice(0, -4), '', 'http://127.0.0.1/secret'])
      expect(await channel.fetchFile(one)).toEqual({ kind: 'gone' });
    const stranger = await openViber({ fake, start: false, deps: { token: 'another' } });
    expect(await stranger.channel.fetchFile(ref)).toEqual({ kind: 'gone' });
    await stranger.close();
    expect(fake.faults.take('media')).not.toBeNull();
  });

  test.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:3000/admin',
    'https://viber.com.evil.example/a',
    'https://evil-viber.com/a',
    'http://dl-media.viber.com/a',
    'https://dl-media.viber.com:8443/a',
    'https://user@dl-media.viber.com/a',
    'file:///etc/passwd',
    'no address',
  ])('nobody is sent to %s, even by a signed callback', async (address) => {
    const { fake, inbox, logged } = await open();
    fake.person().sendFileFrom(address);
    await vi.waitFor(() => expect(inbox.rows()).toHaveLength(1), WAIT);
    expect(inbox.rows()[0]?.input).toEqual({ kind: 'file-refused', why: 'unreadable' });
    expect(logged.join()).toContain('lies elsewhere');
  });

  test('Viber’s own hosts are fetched from', async () => {
    const { fake, inbox } = await open();
    fake.person().sendFileFrom('https://dl-media.viber.com/3/a.jpg?Expires=1&Signature=x');
    await vi.waitFor(() => expect(inbox.rows()[0]?.input).toMatchObject({ kind: 'remote-file' }), WAIT);
  });
});

describe('links, checks and connections', () => {
  test('the link opens the bot by its name at Viber, which is asked once', async () => {
    const { fake, channel } = await open();
    expect(await channel.link('aZ09_-')).toBe('viber://pa?chatURI=opora-test&context=aZ09_-');
    expect(await channel.link(null)).toBe('viber://pa?chatURI=opora-test');
    expect(fake.calls.filter((call) => call.method === 'get_account_info')).toHaveLength(1);
  });

  test('there is no link while the platform does not say who we are', async () => {
    const { fake, channel } = await open();
    fake.faults.next('get_account_info', { kind: 'http', code: 502 });
    expect(await channel.link('a')).toBeNull();
    expect(await channel.link('a')).not.toBeNull();
  });

  const codes = async (found: ReturnType<OpenViber['channel']['check']>) =>
    (await found).map(({ code, ok }) => `${ok ? '+' : '-'}${code}`);

  test('a check finds what works and changes nothing', async () => {
    const { fake, channel, publicUrl, hook } = await open();
    const before = fake.calls.length;
    expect(await channel.check()).toEqual([
      { code: 'public-url-not-https', ok: false, facts: { url: publicUrl } },
      { code: 'token-works', ok: true, facts: { name: 'Opora' } },
      { code: 'viber-webhook-set', ok: true, facts: { url: hook } },
    ]);
    expect(fake.calls.slice(before).map(({ method }) => method)).toEqual(['get_account_info']);
  });

  test.each([
    {
      name: 'no webhook',
      spoil: (opened: OpenViber) => void (opened.fake.world.webhook = ''),
      code: '-viber-webhook-missing',
    },
    {
      name: 'the webhook of another program',
      spoil: (opened: OpenViber) => void (opened.fake.world.webhook = 'https://old.example/secret-path'),
      code: '-viber-webhook-elsewhere',
    },
    {
      name: 'events that were left out',
      spoil: (opened: OpenViber) => void (opened.fake.world.events = ['seen']),
      code: '-viber-events-missing',
    },
  ])('a check finds $name, and connecting mends it', async ({ spoil, code }) => {
    const opened = await open();
    spoil(opened);
    const found = await opened.channel.check();
    expect(await codes(Promise.resolve(found))).toEqual(['-public-url-not-https', '+token-works', code]);
    expect(JSON.stringify(found)).not.toContain('secret-path');
    expect(await codes(opened.channel.connect())).toEqual([
      '-public-url-not-https',
      '+token-works',
      '+viber-webhook-set',
    ]);
  });

  test.each([
    { name: 'a refused token', fault: { kind: 'status', status: 2 }, code: '-token-refused' },
    { name: 'a bot that is shut', fault: { kind: 'status', status: 7 }, code: '-token-refused' },
    { name: 'a refusal of another kind', fault: { kind: 'status', status: 3 }, code: '-viber-refuses' },
    { name: 'a silent platform', fault: { kind: 'reset', when: 'before' }, code: '-out-of-reach' },
  ] as const)('$name is found, once', async ({ fault, code }) => {
    const { fake, channel } = await open();
    fake.faults.next('get_account_info', fault);
    expect(await codes(channel.check())).toEqual(['-public-url-not-https', code]);
    if (code === '-viber-refuses') return;
    fake.faults.next('set_webhook', fault);
    fake.faults.next('get_account_info', fault);
    expect(await codes(channel.connect())).toEqual(['-public-url-not-https', code]);
  });

  test('an address the platform refuses is found when connecting', async () => {
    const { fake, channel } = await open();
    fake.world.webhook = '';
    fake.faults.next('set_webhook', { kind: 'status', status: 1 });
    expect(await codes(channel.connect())).toEqual([
      '-public-url-not-https',
      '+token-works',
      '-viber-webhook-missing',
      '-viber-webhook-refused',
    ]);
  });

  test('an https address is found right, with or without a slash at its end', async () => {
    const fake = await startViberFake();
    const opened = await openViber({ fake, start: false, deps: { publicUrl: 'https://opora.example/' } });
    fake.world.webhook = 'https://opora.example/viber/webhook';
    expect(await codes(opened.channel.check())).toEqual(['+public-url-https', '+token-works', '+viber-webhook-set']);
    await opened.close();
    await fake.stop();
  });
});

test('neither the token, nor what was said, nor to whom, nor an address of a file is ever logged or given back', async () => {
  const opened = await open();
  const { fake, channel, inbox, logged, hook, file } = opened;
  const olga = fake.person();
  const given: unknown[] = [];
  const faults = [
    { kind: 'reset', when: 'before' },
    { kind: 'not-json', code: 502 },
    { kind: 'status', status: 2 },
    { kind: 'status', status: 3, says: `bad data: 'тайна' ${fake.token} ${olga.id}` },
    { kind: 'http', code: 500 },
  ] as const;
  olga.sendFile({ name: 'тайна.pdf', bytes: Buffer.from('тайна') });
  await vi.waitFor(() => expect(inbox.rows()).toHaveLength(1), WAIT);
  const input = inbox.rows()[0]?.input;
  for (const [index, fault] of faults.entries()) {
    fake.faults.next('send_message', fault);
    given.push(await channel.send(message(olga.id, { id: `t${index}`, text: 'тайна' })));
    fake.faults.next('send_message', fault);
    given.push(await channel.send(message(olga.id, { id: `f${index}`, text: 'тайна', files: [file('тайна.pdf')] })));
    if (fault.kind === 'reset') fake.faults.next('media', fault);
    if (input?.kind === 'remote-file') given.push((await channel.fetchFile(input.ref)).kind);
    fake.faults.next('get_account_info', fault);
    given.push(await channel.check());
  }
  inbox.failNext(1);
  olga.sendText('тайна');
  await vi.waitFor(() => expect(inbox.rows()).toHaveLength(2), WAIT);
  await fake.callbacks.forge(hook, '{"тайна"', null);
  const everything = JSON.stringify([given, logged]);
  expect(logged.length).toBeGreaterThan(5);
  for (const secret of [fake.token, olga.id, 'тайна', 'Signature']) expect(everything).not.toContain(secret);
});
