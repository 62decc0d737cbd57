import type { ReportPaper } from '../../src/casework/paper/paper.ts';
import type { Deps } from '../../src/casework/deps.ts';
import { dayIn } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { type OfficeMonth, RECORDS_OF } from './office-month.ts';

/** An approved report of the month for each of the first contracts of the office; `change` says what its figures are. */
export async function addReports(
  deps: Deps,
  office: OfficeMonth,
  count: number,
  change: (at: number) => Partial<ReportPaper> = () => ({}),
): Promise<void> {
  await deps.database.transaction(async (stores) => {
    for (const [at, contractId] of office.contractIds.slice(0, count).entries()) {
      const contract = await stores.cases.find(contractId);
      if (!contract) throw new Error('the contract is gone');
      const on = dayIn(RECORDS_OF, 1 + (at % 30));
      const signed = { at: deps.clock.now(), on };
      const value: ReportPaper = {
        kind: 'report',
        region: contract.region,
        officeName: 'Отдел социальной защиты населения по Бежицкому району',
        contractNumber: contract.number,
        recipientName: contract.recipientName,
        track: contract.track,
        startsOn: contract.startsOn,
        endsOn: contract.agreedEndsOn,
        specialist: { name: office.specialist.name, position: office.specialist.position },
        head: { name: office.head.name, position: office.head.position },
        preparedOn: on,
        draft: false,
        revision: 1,
        before: {
          on: contract.startsOn,
          averageMonthlyIncome: roubles('27000.00'),
          familyMinimum: roubles('16844.50'),
          perCapitaIncome: roubles('9000.00'),
        },
        after: {
          on,
          averageMonthlyIncome: roubles('61203.01'),
          familyMinimum: roubles('18101.21'),
          perCapitaIncome: roubles('20401.00'),
          perCapitaMinimum: roubles('17424.00'),
        },
        business: null,
        livingConditions: 'Сделан ремонт детской.',
        conditions: 'better',
        incomeOutcome: 'rose-above-minimum',
        result: 'reached',
        verdict: 'effective',
        ...change(at),
      };
      await stores.papers.add({
        id: deps.newId.id(),
        contractId,
        officeId: office.officeId,
        kind: 'report',
        key: `report@${contract.agreedEndsOn}`,
        answers: [`report@${contract.agreedEndsOn}`],
        revision: 1,
        status: 'approved',
        value,
        inputs: null,
        outcome: null,
        proposed: null,
        whyAgainst: null,
        revisionReason: null,
        prepared: { ...signed, byStaffId: office.specialist.id },
        submitted: { ...signed, byStaffId: office.specialist.id },
        approved: { ...signed, byStaffId: office.head.id },
        remark: null,
        contentHash: null,
        file: null,
      });
    }
  });
}
