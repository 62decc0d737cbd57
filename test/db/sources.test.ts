import { expect, test } from 'vitest';
import type { Source, Stores } from '../../src/casework/ports.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, contract, NOW } from './samples.ts';

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const meet = async (chat: string) => (await run(({ people }) => people.meet('max', chat, NOW))).person.id;
  const source = (id: string, change: Partial<Source> = {}): Source => ({
    id,
    officeId: 'office',
    kind: 'place',
    name: `Место ${id}`,
    token: `token-${id}`,
    partnerId: null,
    staffId: 'office-head',
    madeAt: NOW,
    ...change,
  });
  const none = {
    opened: 0,
    'pre-check-begun': 0,
    'pre-check-finished': 0,
    'likely-eligible': 0,
    'contact-asked': 0,
    contract: 0,
  };
  const partner = { id: 'p', officeId: 'office', personId: null, kind: 'school', name: 'Школа', active: true } as const;
  const fill = (stores: Stores) => addOffice(stores).then(() => stores.sources.add(source('a')));

  test('a source comes back as it was put in, by its token; the same place is found whoever made it', async () => {
    await run(fill);
    expect(await run(({ sources }) => sources.byToken('token-a'))).toEqual(source('a'));
    expect(await run(({ sources }) => sources.byToken('token-b'))).toBeNull();
    const same = (change: Partial<Source>) =>
      run(async ({ sources }) => (await sources.same({ ...source('a'), ...change }))?.id);
    expect(await same({ staffId: 'office-specialist' })).toBe('a');
    expect(await same({ name: 'Другое' })).toBeUndefined();
    expect(await same({ kind: 'specialist' })).toBeUndefined();
  });

  test('steps are counted once per person, under the first source, from any number of processes at once', async () => {
    await run(async (stores) => {
      await fill(stores);
      await stores.sources.add(source('b'));
    });
    const [anna, boris] = [await meet('anna'), await meet('boris')];
    const { database, replica } = on();
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 ? database : replica).transaction(({ sources }) => sources.open(anna, index < 3 ? 'a' : 'b', NOW)),
      ),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
    const first = await run(({ sources }) => sources.ofPerson(anna));
    await run(async ({ sources }) => {
      await sources.reach(anna, ['pre-check-begun', 'contact-asked'], at('07:00:00'));
      await sources.reach(anna, ['contact-asked', 'contract'], at('08:00:00'));
      await sources.reach(boris, ['contact-asked'], NOW);
      await sources.reach(anna, [], NOW);
    });
    const list = await run(({ sources }) => sources.list({ officeId: 'office' }, 0, 5));
    const reached = { ...none, opened: 1, 'pre-check-begun': 1, 'contact-asked': 1, contract: 1 };
    expect(list.total).toBe(2);
    expect(list.lines.map(({ id, counts }) => [id, counts])).toEqual(
      ['b', 'a'].map((id) => [id, id === first ? reached : none]),
    );
    expect(await run(({ sources }) => sources.totals({ officeId: 'office' }))).toEqual(reached);
    expect(await run(({ sources }) => sources.totals({ officeId: 'another' }))).toEqual(none);
    expect(await run(({ sources }) => sources.ofPerson(boris))).toBeNull();
  });

  test('the table of steps holds an opaque person, a code, a source and a moment', async () => {
    const columns = await on().sql(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'source_steps' ORDER BY 1",
    );
    expect(columns.map(({ name }) => name)).toEqual(['at', 'person_id', 'source_id', 'step']);
  });

  test('a contract is credited to one source and keeps it', async () => {
    await run(async (stores) => {
      await fill(stores);
      await stores.sources.add(source('b'));
      await stores.cases.add(contract());
      await stores.sources.credit('contract', 'a');
      await stores.sources.credit('contract', 'b');
    });
    expect(await on().sql('SELECT source_id FROM contracts')).toEqual([{ source_id: 'a' }]);
    expect(await run(({ cases }) => cases.find('contract'))).toEqual(contract());
  });

  test('a partner is found by who joined, with their own links only', async () => {
    const person = await meet('school');
    await run(async (stores) => {
      await fill(stores);
      await stores.sources.addPartner(partner);
      await stores.sources.add(source('own', { kind: 'partner', partnerId: 'p', staffId: null }));
    });
    expect(await run(({ sources }) => sources.partnerOfPerson(person))).toBeNull();
    await run(({ sources }) => sources.changePartner('p', { personId: person }));
    expect(await run(({ sources }) => sources.partnerOfPerson(person))).toEqual({ ...partner, personId: person });
    const own = await run(({ sources }) => sources.list({ partnerId: 'p' }, 0, 5));
    expect(own.lines.map(({ id }) => id)).toEqual(['own']);
    expect((await run(({ sources }) => sources.places('office', 5))).map(({ id }) => id)).toEqual(['a']);
    await run(({ sources }) => sources.changePartner('p', { active: false }));
    expect(await run(({ sources }) => sources.partnerOfPerson(person))).toBeNull();
  });
});
