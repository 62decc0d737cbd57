/** How far people got who came by each link: for the head in full, for a partner without small numbers. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { type OwnSourceLine, type SourceLine, SOURCE_STEPS, type VeiledCount } from '../../dialogs/source-command.ts';
import { refused, type Turn } from '../actor.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../page.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** From so many people on a partner sees the number. A kindergarten that gave its link to one mother must not learn what she earns. */
const LEAST_SHOWN = 5;

/** The head's overview of the office, its partners' links included. */
export async function listSources({ stores, actor }: Turn, { page }: Of<'list-sources'>): Promise<CommandResult> {
  if (actor.staff?.role !== 'head') return refused('list-sources', 'not-allowed');
  const of = { officeId: actor.staff.officeId };
  const { lines, total } = await stores.sources.list(of, skipOf(page), PAGE_LINES);
  return {
    of: 'list-sources',
    kind: 'sources',
    lines: lines.map(({ id, kind, name, counts }) => ({ sourceId: id, kind, name, counts })),
    totals: await stores.sources.totals(of),
    page,
    pages: pagesOf(total),
  };
}

/** A partner's own links and nobody else's. */
export async function listOwnSources(
  { stores, actor }: Turn,
  { page }: Of<'list-own-sources'>,
): Promise<CommandResult> {
  const partner = await stores.sources.partnerOfPerson(actor.person.id);
  if (!partner) return refused('list-own-sources', 'not-allowed');
  const { lines, total } = await stores.sources.list({ partnerId: partner.id }, skipOf(page), PAGE_LINES);
  return {
    of: 'list-own-sources',
    kind: 'own-sources',
    lines: lines.map(({ id, name, counts }) => ({ sourceId: id, name, counts: veiled(counts) })),
    page,
    pages: pagesOf(total),
  };
}

/** Who opened the link says nothing about a family; every further step might, and so might "nobody". */
function veiled(counts: SourceLine['counts']): OwnSourceLine['counts'] {
  const shown = SOURCE_STEPS.map((step): [string, VeiledCount] => {
    const count = counts[step];
    return [step, step === 'opened' || count >= LEAST_SHOWN ? count : 'few'];
  });
  return Object.fromEntries(shown) as OwnSourceLine['counts'];
}
