import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantAt } from '../../src/cli/turned-clock.ts';
import { samplePicture } from '../../src/cli/demo/sample-picture.ts';
import { day } from '../../src/engine/day.ts';
import { complaints, DESK, describeInBrowser, PHONE } from './support/chromium.ts';
import { type PersonAtPage, personAt } from './support/person-at-page.ts';
import { startWholeProgram, type WholeProgram } from './support/whole-program.ts';

const ZONE = 'Europe/Moscow';

describeInBrowser('a month from link to receipt', (screens) => {
  let program: WholeProgram;
  beforeEach(async () => {
    program = await startWholeProgram(instantAt(day('2026-09-01'), '09:30', ZONE));
  });
  afterEach(() => program.close());

  const person = async (options: Parameters<typeof screens.context>[0]): Promise<PersonAtPage> =>
    personAt(await (await screens.context(options)).newPage(), program);

  test('a specialist registers, a citizen joins and confirms with a photo, the specialist accepts', async () => {
    const head = await person(DESK);
    const said = complaints(head.page);
    await head.start(await program.openOffice('Соколова Мария Ивановна'));
    await head.choose('ru', 'yes');
    await head.open('work');
    await head.open('staff');
    await head.open('invite-staff');
    await head.choose('specialist');
    await head.say('Орлова Елена Сергеевна');
    await head.say('Главный специалист');
    await head.move('send');
    await screens.picture(head.page, 'month-1-head');

    const specialist = await person(DESK);
    await specialist.start(await head.linkShown());
    await specialist.choose('ru', 'yes');
    await specialist.open('work');
    await specialist.open('new-contract');
    await specialist.say('СК-0107');
    await specialist.say('Петрова Анна Сергеевна');
    await specialist.choose('job-search', '2026-09-01', '2026-11-30');
    await specialist.say('12.05.1990');
    await specialist.choose('done');
    await specialist.say('5 722,22');
    await specialist.say('17 166,67');
    await specialist.say('Встать на учёт в центре занятости — 15.09.2026');
    await specialist.choose('done');
    await screens.picture(specialist.page, 'month-2-summary');
    await specialist.move('send');
    await specialist.open('recipient-link');
    await specialist.choose('yes');
    await screens.picture(specialist.page, 'month-3-link');
    const link = await specialist.linkShown();
    for (let preview = 0; preview < 3; preview += 1) await fetch(link);

    const citizen = await person(PHONE);
    await citizen.start(link);
    await citizen.choose('ru', 'yes');
    await screens.picture(citizen.page, 'month-4-joined');

    program.clock.turnTo(instantAt(day('2026-10-02'), '12:00', ZONE));
    await program.opora.tick();
    await citizen.answered();
    await screens.picture(citizen.page, 'month-5-reminded');
    await citizen.open('confirm-month');
    await citizen.choose('yes', 'copy');
    const photo = Buffer.from(samplePicture('contract'));
    await citizen.sendFile({ name: 'Трудовой договор.png', mimeType: 'image/png', buffer: photo });
    await citizen.choose('done', 'wage', 'done');
    await citizen.say('18 000');
    await screens.picture(citizen.page, 'month-6-amount');
    await citizen.choose('certificate');
    await citizen.sendFile({ name: 'Справка.png', mimeType: 'image/png', buffer: Buffer.from(samplePicture('wage')) });
    await citizen.choose('done');
    await screens.picture(citizen.page, 'month-7-check');
    await citizen.move('send');
    await screens.picture(citizen.page, 'month-8-receipt');
    expect(await citizen.last()).toMatch(/сентябрь 2026/);
    await citizen.page.reload();
    await citizen.answered();
    expect(await citizen.last()).toMatch(/сентябрь 2026/);

    await specialist.open('work');
    await specialist.open('queue');
    await specialist.open('submission');
    await screens.picture(specialist.page, 'month-9-submission');
    expect(await specialist.last(2)).toContain('18 000');
    await specialist.open('accept');
    await screens.picture(specialist.page, 'month-10-accepted');
    await citizen.answered();
    expect(await citizen.last()).toMatch(/принят/i);
    await screens.picture(citizen.page, 'month-11-told');

    expect(said).toEqual([]);
    // What was said stays out of the log.
    expect(program.lines.join()).not.toMatch(/Петров|18 000|start=/);
  }, 180_000);
});
