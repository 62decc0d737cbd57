/** People, where they can be reached, and what they consented to. */
import type { Address, AddressStatus, Consent, Instant, NewId, PeopleStore, Person } from '../casework/ports.ts';
import type { ChannelKind, ConsentKind } from '../dialogs/codes.ts';
import type { Language } from '../texts/text.ts';
import { absorbPerson } from './absorb-person.ts';
import type { Prisma } from './generated/client.ts';
import type { AddressModel, ConsentModel, PersonModel } from './generated/models.ts';
import { instantOf, momentOf } from './row-values.ts';

/** The store of one transaction; `absorbed` hears that rows of other stores have changed hands. */
export function peopleStore(tx: Prisma.TransactionClient, newId: NewId, absorbed: () => void): PeopleStore {
  return {
    meet: (channel, externalId, at) => meet(tx, newId, channel, externalId, at),
    find: async (personId) => {
      const row = await tx.person.findUnique({ where: { id: personId } });
      return row && toPerson(row);
    },
    change: async (personId, change) => {
      await tx.person.update({ where: { id: personId }, data: change });
    },
    addresses: (personId) => addresses(tx, { personId, status: 'active' }),
    everyAddress: (personId) => addresses(tx, { personId }),
    setApart: (addressId) => setApart(tx, newId, addressId),
    absorb: async (personId, otherId) => {
      await held(tx, personId);
      await absorbPerson(tx, personId, otherId);
      absorbed();
    },
    markAddress: async (addressId, status) => {
      await tx.address.update({ where: { id: addressId }, data: { status } });
    },
    giveConsent: (personId, consent) => giveConsent(tx, personId, consent),
    withdrawConsent: async (personId, kind, at) => {
      await tx.consent.updateMany({
        where: { personId, kind, withdrawnAt: null },
        data: { withdrawnAt: momentOf(at) },
      });
    },
    // Of two people who became one each may have given the same consent; both rows stay as evidence.
    consents: async (personId) => {
      const where = { personId, withdrawnAt: null };
      const rows = await tx.consent.findMany({ where, orderBy: { id: 'asc' }, distinct: ['kind', 'version'] });
      return rows.map(toConsent);
    },
  };
}

/** The main one first, then by the last use. */
async function addresses(tx: Prisma.TransactionClient, where: Prisma.AddressWhereInput): Promise<Address[]> {
  const rows = await tx.address.findMany({
    where,
    include: { mainOf: { select: { id: true } } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  });
  const isMain = (row: (typeof rows)[number]) => row.mainOf?.id === row.personId;
  return [...rows.filter(isMain), ...rows.filter((row) => !isMain(row))].map(({ mainOf: _main, ...row }) =>
    toAddress(row),
  );
}

async function setApart(tx: Prisma.TransactionClient, newId: NewId, addressId: string): Promise<Person> {
  const { person } = await tx.address.findUniqueOrThrow({ where: { id: addressId }, include: { person: true } });
  const { language, languageChosen } = person;
  const apart = await tx.person.create({
    data: { id: newId.id(), language, languageChosen, remindersOn: true, timeZone: null },
  });
  await tx.person.updateMany({ where: { mainAddressId: addressId }, data: { mainAddressId: null } });
  await tx.address.update({ where: { id: addressId }, data: { personId: apart.id } });
  return toPerson(apart);
}

async function meet(
  tx: Prisma.TransactionClient,
  newId: NewId,
  channel: ChannelKind,
  externalId: string,
  at: Instant,
): Promise<{ person: Person; address: Address }> {
  const touched = () =>
    tx.address.updateManyAndReturn({
      where: { channel, externalId },
      data: { status: 'active', lastSeenAt: momentOf(at) },
    });
  let [address] = await touched();
  if (!address) {
    await introduce(tx, newId, channel, externalId, at);
    [address] = await touched();
  }
  if (!address) throw new Error('an address that was just made is gone');
  return { person: toPerson(await held(tx, address.personId)), address: toAddress(address) };
}

/** One person may write from two channels at once: the second turn waits here for the first, or it would overwrite it. */
async function held(tx: Prisma.TransactionClient, personId: string): Promise<PersonModel> {
  const [row] = await tx.$queryRaw<PersonModel[]>`
    SELECT id, language, language_chosen AS "languageChosen", reminders_on AS "remindersOn", time_zone AS "timeZone",
      main_address_id AS "mainAddressId"
    FROM people WHERE id = ${personId} FOR NO KEY UPDATE`;
  if (!row) throw new Error(`no person ${personId} behind an address`);
  return row;
}

/** Two first messages at once make one person: the later one finds the address taken and leaves its own person unmade. */
async function introduce(
  tx: Prisma.TransactionClient,
  newId: NewId,
  channel: ChannelKind,
  externalId: string,
  at: Instant,
): Promise<void> {
  const personId = newId.id();
  await tx.person.create({
    data: { id: personId, language: 'ru', languageChosen: false, remindersOn: true, timeZone: null },
  });
  const made = await tx.address.createMany({
    data: [{ id: newId.id(), personId, channel, externalId, status: 'active', lastSeenAt: momentOf(at) }],
    skipDuplicates: true,
  });
  if (made.count === 0) await tx.person.delete({ where: { id: personId } });
}

async function giveConsent(tx: Prisma.TransactionClient, personId: string, consent: Consent): Promise<void> {
  const { kind, version, channel, givenAt } = consent;
  const standing = await tx.consent.findFirst({ where: { personId, kind, version, withdrawnAt: null } });
  if (standing) return;
  await tx.consent.create({ data: { personId, kind, version, channel, givenAt: momentOf(givenAt) } });
}

function toPerson(row: PersonModel): Person {
  return { ...row, language: row.language as Language };
}

function toAddress(row: AddressModel): Address {
  return {
    ...row,
    channel: row.channel as ChannelKind,
    status: row.status as AddressStatus,
    lastSeenAt: instantOf(row.lastSeenAt),
  };
}

function toConsent(row: ConsentModel): Consent {
  return {
    kind: row.kind as ConsentKind,
    version: row.version,
    givenAt: instantOf(row.givenAt),
    channel: row.channel as ChannelKind,
  };
}
