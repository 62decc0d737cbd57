import { expect, test } from 'vitest';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, contract, draft, NOW } from './samples.ts';

/** Every column that refers to a person, as `absorbPerson` moves it or deletes its row: a new one must be thought of there. */
const MOVED = [
  'addresses.person_id',
  'consents.person_id',
  'contact_requests.person_id',
  'contracts.person_id',
  'jobs.person_id',
  'outbox.person_id',
  'partners.person_id',
  'personal_links.person_id',
  'personal_links.spent_by_person_id',
  'reminder_steps.person_id',
  'source_steps.person_id',
  'staff.person_id',
  'talks.person_id',
  'wrong_codes.person_id',
];

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const meet = async (chat: string, when = NOW) => run(({ people }) => people.meet('max', chat, when));

  test('no reference to a person is forgotten', async () => {
    const rows = await on().sql(`
      SELECT DISTINCT conrelid::regclass || '.' || attname AS column FROM pg_constraint
      JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
      WHERE contype = 'f' AND confrelid = 'people'::regclass ORDER BY 1`);
    expect(rows.map((row) => row['column'])).toEqual(MOVED);
  });

  test('everything of the other is this person’s, and the other is gone', async () => {
    const [own, other] = [await meet('own'), await meet('other')];
    const [id, otherId] = [own.person.id, other.person.id];
    const step = { contractId: 'contract', key: 'k', step: 'asked' };
    await run(async (stores) => {
      await addOffice(stores);
      await stores.offices.changeStaff('office-head', { personId: otherId });
      await stores.cases.add(contract({ personId: otherId }));
      await stores.people.change(otherId, { mainAddressId: other.address.id });
      for (const who of [id, otherId])
        await stores.people.giveConsent(who, { kind: 'contact', version: 'v1', givenAt: NOW, channel: 'max' });
      await stores.links.addWrongCode(otherId, NOW);
      await stores.talks.write(otherId, { v: 1, turn: 1, form: null, parked: [] }, NOW);
      await stores.outbox.put([draft('waits', otherId, { addressId: other.address.id })], NOW);
      await stores.duties.claimSteps(
        [
          { ...step, personId: id },
          { ...step, personId: otherId },
          { ...step, step: 'halfway', personId: otherId },
        ],
        NOW,
      );
    });
    await run(({ people }) => people.absorb(id, otherId));
    const seen = await run(async (stores) => ({
      other: await stores.people.find(otherId),
      staff: (await stores.offices.staffOfPerson(id))?.id,
      contracts: (await stores.cases.ofPerson(id)).length,
      consents: (await stores.people.consents(id)).length,
      wrong: await stores.links.wrongCodes(id, NOW),
      addresses: (await stores.people.addresses(id)).map((address) => address.externalId).toSorted(),
      again: await stores.duties.claimSteps([{ ...step, step: 'halfway', personId: id }], NOW),
    }));
    expect(seen).toEqual({
      other: null,
      staff: 'office-head',
      contracts: 1,
      consents: 1,
      wrong: 1,
      addresses: ['other', 'own'],
      again: [],
    });
    expect(await on().sql('SELECT count(*)::int AS n FROM consents')).toEqual([{ n: 2 }]);
    const [message] = await run(({ outbox }) => outbox.lease('w', NOW, at('07:00:00'), 5));
    expect(message).toMatchObject({ uniqueKey: 'waits', personId: id, addressId: other.address.id });
  });

  test('the main address comes first, then the one used last; one that is set apart belongs to somebody new', async () => {
    const first = await meet('first');
    const second = await meet('second', at('07:00:00'));
    const { id } = first.person;
    await run(async ({ people }) => {
      await people.absorb(id, second.person.id);
      await people.change(id, { mainAddressId: first.address.id, language: 'en', languageChosen: true });
    });
    const order = async () => (await run(({ people }) => people.addresses(id))).map((address) => address.externalId);
    expect(await order()).toEqual(['first', 'second']);
    await run(({ people }) => people.change(id, { mainAddressId: null }));
    expect(await order()).toEqual(['second', 'first']);
    await run(({ people }) => people.change(id, { mainAddressId: first.address.id }));
    await run(({ people }) => people.markAddress(first.address.id, 'blocked'));
    expect(await order()).toEqual(['second']);
    expect((await run(({ people }) => people.everyAddress(id))).map(({ status }) => status)).toEqual([
      'blocked',
      'active',
    ]);
    const apart = await run(({ people }) => people.setApart(first.address.id));
    expect(apart).toMatchObject({ language: 'en', languageChosen: true, mainAddressId: null });
    expect((await meet('first')).person.id).toBe(apart.id);
    expect(await run(({ people }) => people.find(id))).toMatchObject({ mainAddressId: null });
  });
});
