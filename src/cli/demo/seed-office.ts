/** An office of `start`'s demo and the people in it: what they do goes through the use cases, without a chat between. */
import { addOffice } from '../../casework/office/add-office.ts';
import type { Office, StoredDuty, Stores } from '../../casework/ports.ts';
import type { Deps } from '../../casework/deps.ts';
import { runCommand } from '../../casework/run-command.ts';
import { actorOf } from '../../casework/talk/actor-of.ts';
import type { Command, CommandResult } from '../../dialogs/command.ts';
import type { DutyKind } from '../../engine/duties.ts';
import type { Text } from '../../texts/text.ts';
import { demoText } from './deeds.ts';

/** The results of one kind. */
export type ResultOf<Kind extends CommandResult['kind']> = Extract<CommandResult, { readonly kind: Kind }>;

/** The office with its people. */
export interface SeedOffice {
  readonly deps: Deps;
  readonly office: Office;
  readonly words: (text: Text) => string;
  /** Does it as `head`, as `specialist` or as the recipient of a contract's number. Throws where it is refused: the demo is wrong then. */
  run<Kind extends CommandResult['kind']>(who: string, wish: Command, kind: Kind): Promise<ResultOf<Kind>>;
  /** The earliest open duty of the kind; `number` of a record or window. Throws where there is none. */
  duty(contractId: string, kind: DutyKind, number?: number): Promise<StoredDuty>;
  /** Submits what was prepared, and the head approves it. */
  sign(prepared: ResultOf<'paper'>): Promise<void>;
}

/** Where an office of the demo stands; its words are under `demo:office.<name>`. */
export interface SeedPlace {
  readonly name: 'bryansk' | 'irkutsk';
  readonly region: string;
  readonly municipality: string | null;
}

/** Opens the office as `opora office` does, and lets the head and a specialist in. */
export async function openSeedOffice(
  deps: Deps,
  words: (text: Text) => string,
  { name, region, municipality }: SeedPlace,
): Promise<SeedOffice> {
  const about = (path: string) => words(demoText(`office.${name}.${path}`));
  const { office, handout } = await addOffice(deps, {
    region,
    municipality,
    name: about('name'),
    address: about('address'),
    phone: about('phone'),
    hours: about('hours'),
    headName: about('head'),
    headPosition: words(demoText('office.head-position')),
    language: 'ru',
    isDemo: true,
  });
  const it = seedOffice(deps, words, office);
  await it.run('head', { kind: 'join-staff', token: tokenOf(handout.url) }, 'link');
  const specialist = {
    kind: 'invite-staff',
    role: 'specialist',
    name: about('specialist'),
    position: words(demoText('office.specialist-position')),
  } as const;
  const invited = await it.run('head', specialist, 'handout');
  await it.run('specialist', { kind: 'join-staff', token: tokenOf(invited.handout.url) }, 'link');
  return it;
}

/** The token in a personal link. */
export function tokenOf(url: string): string {
  return new URL(url).searchParams.get('start') ?? '';
}

function seedOffice(deps: Deps, words: SeedOffice['words'], office: Office): SeedOffice {
  const run: SeedOffice['run'] = async (who, wish, kind) => {
    const externalId = deps.hash(`${office.id} ${who}`);
    const result = await deps.database.transaction(async (stores: Stores) => {
      const { actor } = await actorOf(deps, stores, { channel: 'web', externalId });
      return runCommand({ deps, stores, actor }, wish);
    });
    if (!isOf(result, kind)) throw new Error(`the demo cannot be made: ${who} ${wish.kind}: ${JSON.stringify(result)}`);
    return result;
  };
  return {
    deps,
    office,
    words,
    run,
    duty: async (contractId, kind, number) => {
      const duties = await deps.database.transaction((stores: Stores) => stores.duties.ofContract(contractId));
      const found = duties.find(
        (duty) => duty.kind === kind && !duty.done && (number === undefined || duty.number === number),
      );
      if (!found) throw new Error(`the demo cannot be made: no open duty ${kind} ${number ?? ''}`);
      return found;
    },
    sign: async ({ card: { paperId } }) => {
      await run('specialist', { kind: 'submit-paper', paperId }, 'paper');
      await run('head', { kind: 'approve-paper', paperId }, 'paper');
    },
  };
}

function isOf<Kind extends CommandResult['kind']>(result: CommandResult, kind: Kind): result is ResultOf<Kind> {
  return result.kind === kind;
}
