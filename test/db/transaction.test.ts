import { describe, expect, test } from 'vitest';
import { day } from '../../src/engine/day.ts';
import { openTestPGlite } from '../support/database.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, contract, NOW } from './samples.ts';

onEachDatabase((on, kind) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const read = (key: string): Promise<string | null> => run(({ settings }) => settings.read(key));

  test('what fails is undone whole, and its error is the caller’s', async () => {
    const failed = run(async ({ settings }) => {
      await settings.write('a', '1');
      throw new Error('half-way');
    });
    await expect(failed).rejects.toThrow('half-way');
    expect(await read('a')).toBeNull();
  });

  test('a failed statement whose error was swallowed is never reported as kept', async () => {
    await run((stores) => addOffice(stores));
    await run(({ cases }) => cases.add(contract()));
    const swallowed = run(async ({ settings, cases }) => {
      await settings.write('a', '1');
      await cases.add(contract({ id: 'twin' })).catch(() => undefined);
      return 'kept';
    });
    await expect(swallowed).rejects.toThrow();
    expect(await read('a')).toBeNull();
  });

  test('a transaction inside another joins it instead of waiting for it forever', async () => {
    const joined = run(async ({ settings }) => {
      await settings.write('a', 'outer');
      await run((inner) => inner.settings.write('b', 'inner'));
      throw new Error('both go');
    });
    await expect(joined).rejects.toThrow('both go');
    expect([await read('a'), await read('b')]).toEqual([null, null]);
  });

  test('work begun inside and left running has its own transaction once the outer one has ended', async () => {
    let later: Promise<void> = Promise.resolve();
    await run(async ({ settings }) => {
      await settings.write('a', '1');
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        run((stores) => stores.settings.write('b', '2')),
      );
    });
    await later;
    expect([await read('a'), await read('b')]).toEqual(['1', '2']);
  });

  test('what was read before is read anew after a change in the same transaction, and in every other one', async () => {
    await run((stores) => addOffice(stores));
    await run(({ cases }) => cases.add(contract()));
    const { id } = contract();
    await run(async ({ cases, offices }) => {
      expect([(await cases.find(id))?.extendedTo, (await offices.findStaff('office-head'))?.active]).toEqual([
        null,
        true,
      ]);
      await cases.change(id, { extendedTo: day('2026-12-31') });
      await offices.changeStaff('office-head', { active: false });
      expect([(await cases.find(id))?.extendedTo, (await offices.findStaff('office-head'))?.active]).toEqual([
        '2026-12-31',
        false,
      ]);
    });
    await on().sql(`UPDATE staff SET active = true WHERE id = 'office-head'`);
    expect((await run(({ offices }) => offices.findStaff('office-head')))?.active).toBe(true);
  });

  test('forty at once all come through', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        run(async ({ settings }) => {
          await settings.read('x');
          await settings.write(`k${index}`, String(index));
        }),
      ),
    );
    expect(await on().sql('SELECT count(*)::int AS n FROM settings')).toEqual([{ n: 40 }]);
  });

  test('tidying up beside transactions loses nothing', async () => {
    const busy = Promise.all(
      Array.from({ length: 5 }, (_, index) => run(({ settings }) => settings.write(`${index}`, 'x'))),
    );
    await on().database.tidy();
    await busy;
    expect(await on().sql('SELECT count(*)::int AS n FROM settings')).toEqual([{ n: 5 }]);
  });

  test('a ping is answered while transactions are open', async () => {
    const busy = run(({ settings }) => settings.write('a', '1'));
    await on().database.ping();
    await busy;
  });

  test.runIf(kind === 'PostgreSQL')(
    'of two that lock each other out one is tried again, and both are kept',
    async () => {
      const { database, replica } = on();
      const [one, two] = await Promise.all(
        ['1', '2'].map((chat) => run(({ people }) => people.meet('web', chat, NOW))),
      );
      const [first, second] = [one?.person.id ?? '', two?.person.id ?? ''];
      let tries = 0;
      const cross = (of: typeof database, from: string, to: string): Promise<void> =>
        of.transaction(async ({ people, settings }) => {
          tries += 1;
          await people.change(from, { language: 'en' });
          await new Promise((resolve) => setTimeout(resolve, 100));
          await people.change(to, { language: 'en' });
          await settings.write(from, to);
        });
      await Promise.all([cross(database, first, second), cross(replica, second, first)]);
      expect(tries).toBe(3);
      expect([await read(first), await read(second)]).toEqual([second, first]);
    },
  );
});

describe('on PGlite alone', () => {
  test('a commit that fails is an error, not a success', async () => {
    const { database, pglite } = await openTestPGlite();
    // A check that PostgreSQL makes only at the commit.
    await pglite.exec(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused at commit'; END $$;
      CREATE CONSTRAINT TRIGGER late AFTER INSERT ON settings DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION refuse();`);
    await expect(database.transaction(({ settings }) => settings.write('a', '1'))).rejects.toThrow('refused at commit');
    expect((await pglite.query('SELECT * FROM settings')).rows).toEqual([]);
    // And the next one works.
    await pglite.exec('DROP TRIGGER late ON settings');
    await database.transaction(({ settings }) => settings.write('a', '1'));
    await database.close();
  });

  test('closing waits for what is queued', async () => {
    const { database } = await openTestPGlite();
    const kept = Promise.all(
      Array.from({ length: 5 }, (_, index) => database.transaction(({ settings }) => settings.write(`${index}`, 'x'))),
    );
    const closed = database.close();
    await expect(kept).resolves.toHaveLength(5);
    await closed;
  });
});
