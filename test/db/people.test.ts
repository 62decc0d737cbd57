import { expect, test } from 'vitest';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, NOW, staff } from './samples.ts';

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);

  test('the first message makes a person with an address, the next ones find them', async () => {
    const first = await run(({ people }) => people.meet('telegram', '100', NOW));
    const again = await run(({ people }) => people.meet('telegram', '100', at('07:00:00')));
    expect(first.person).toEqual({
      id: first.person.id,
      language: 'ru',
      languageChosen: false,
      remindersOn: true,
      timeZone: null,
      mainAddressId: null,
    });
    expect(first.person.id).toMatch(/^[a-z0-9]{16}$/);
    expect(again).toEqual({ person: first.person, address: { ...first.address, lastSeenAt: at('07:00:00') } });
  });

  test('the same number in two channels is two people', async () => {
    const one = await run(({ people }) => people.meet('telegram', '100', NOW));
    const other = await run(({ people }) => people.meet('vk', '100', NOW));
    expect(other.person.id).not.toBe(one.person.id);
  });

  test('eight first messages at once make one person and leave none behind', async () => {
    const { database, replica, sql } = on();
    const met = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? database : replica).transaction(({ people }) => people.meet('max', 'same', NOW)),
      ),
    );
    expect(new Set(met.map(({ person }) => person.id)).size).toBe(1);
    expect(await sql('SELECT count(*)::int AS n FROM people')).toEqual([{ n: 1 }]);
  });

  test('who blocked us and writes again can be reached again; the address used last is first', async () => {
    const { person, address } = await run(({ people }) => people.meet('telegram', '100', NOW));
    await run(({ people }) => people.markAddress(address.id, 'blocked'));
    expect(await run(({ people }) => people.addresses(person.id))).toEqual([]);
    await run(({ people }) => people.meet('telegram', '100', at('08:00:00')));
    expect(await run(({ people }) => people.addresses(person.id))).toEqual([
      { ...address, status: 'active', lastSeenAt: at('08:00:00') },
    ]);
  });

  test('a change touches only what it names', async () => {
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    await run(({ people }) => people.change(person.id, { language: 'en', languageChosen: true }));
    expect(await run(({ people }) => people.find(person.id))).toEqual({
      ...person,
      language: 'en',
      languageChosen: true,
    });
    expect(await run(({ people }) => people.find('nobody'))).toBeNull();
  });

  test('a consent stands until it is withdrawn, and its row stays as evidence', async () => {
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    const consent = { kind: 'personal-data', version: 'v1', givenAt: NOW, channel: 'web' } as const;
    await run(async ({ people }) => {
      await people.giveConsent(person.id, consent);
      await people.giveConsent(person.id, { ...consent, givenAt: at('09:00:00') });
      await people.giveConsent(person.id, { ...consent, kind: 'contact' });
    });
    expect(await run(({ people }) => people.consents(person.id))).toEqual([consent, { ...consent, kind: 'contact' }]);
    await run(({ people }) => people.withdrawConsent(person.id, 'personal-data', at('10:00:00')));
    expect(await run(({ people }) => people.consents(person.id))).toEqual([{ ...consent, kind: 'contact' }]);
    expect(await on().sql('SELECT count(*)::int AS n FROM consents')).toEqual([{ n: 2 }]);
  });

  test('offices and staff come back as they went in, in the order they came', async () => {
    await run((stores) => addOffice(stores));
    const all = await run(({ offices }) => offices.all());
    expect(all.map((office) => office.id)).toEqual(['office']);
    expect(await run(({ offices }) => offices.find('office'))).toEqual(all[0]);
    expect(await run(({ offices }) => offices.staffOf('office'))).toEqual([
      staff('office', 'specialist'),
      staff('office', 'head'),
    ]);
  });

  test('who was dismissed is staff no more', async () => {
    await run((stores) => addOffice(stores));
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    await run(({ offices }) => offices.changeStaff('office-head', { personId: person.id }));
    expect((await run(({ offices }) => offices.staffOfPerson(person.id)))?.id).toBe('office-head');
    await run(({ offices }) => offices.changeStaff('office-head', { active: false }));
    expect(await run(({ offices }) => offices.staffOfPerson(person.id))).toBeNull();
    expect((await run(({ offices }) => offices.findStaff('office-head')))?.active).toBe(false);
  });

  test('a request to be called is closed once, by its own office', async () => {
    await run((stores) => addOffice(stores));
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    const request = (id: string, askedAt: string) => ({
      id,
      number: `З-${id}`,
      officeId: 'office',
      personId: person.id,
      name: 'Мария',
      phone: null,
      verdict: 'likely-eligible',
      track: null,
      consentVersion: 'v1',
      askedAt,
      sourceId: null,
    });
    await run(async ({ offices }) => {
      await offices.addContactRequest(request('b', at('07:00:00')));
      await offices.addContactRequest(request('a', at('06:00:00')));
      await offices.addContactRequest(request('c', at('08:00:00')));
    });
    expect(await run(({ offices }) => offices.contactRequests('office', 1, 1))).toEqual({
      lines: [request('b', at('07:00:00'))],
      total: 3,
    });
    const close = (office: string) =>
      run(({ offices }) => offices.closeContactRequest('a', office, NOW, 'office-specialist'));
    expect([await close('another'), await close('office'), await close('office')]).toEqual([false, true, false]);
    expect((await run(({ offices }) => offices.contactRequests('office', 0, 9))).total).toBe(2);
  });
});
