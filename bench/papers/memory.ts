/** The most memory of the process while a job made its pieces. */
export interface MemoryMark {
  readonly pieces: number;
  /** Mebibytes of the whole process, database and all, since the job began. */
  readonly peak: number;
}

/** Told of each piece, notes the peak at some of them. */
export interface MemoryWatch {
  readonly piece: () => void;
  readonly marks: readonly MemoryMark[];
}

/** A watch that notes the peak when so many pieces are made. */
export function watchMemory(at: readonly number[]): MemoryWatch {
  const marks: MemoryMark[] = [];
  let [pieces, peak] = [0, 0];
  return {
    marks,
    piece: () => {
      pieces += 1;
      peak = Math.max(peak, process.memoryUsage.rss());
      if (at.includes(pieces)) marks.push({ pieces, peak: Math.round(peak / 2 ** 20) });
    },
  };
}
