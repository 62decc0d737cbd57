import type { ListedCode } from '../../../engine/law.ts';
import { seen } from '../../citation.ts';
import { CIRCUMSTANCE_CODES } from '../../federal/circumstances.ts';

const LAW_73 = seen(
  'Закон Иркутской области от 19.07.2010 № 73-ОЗ',
  'программа Иркутской области 2021 года, объективные обстоятельства; список открытый',
);

/** Objective circumstances of Irkutsk law 73-ОЗ [000]; `other` stands for the law's "and the like". */
export const IRKUTSK_CIRCUMSTANCES: readonly ListedCode[] = CIRCUMSTANCE_CODES.map((code) => ({ code, cite: LAW_73 }));
