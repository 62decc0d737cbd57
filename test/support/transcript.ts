/**
 * Golden transcripts. `<name>.json` holds what the person does and what commands answer; `<name>.txt` is the talk as the phone
 * shows it, in Russian unless the view says otherwise, with every command. `GOLDEN=write` (npm run golden) writes the latter.
 * State goes through JSON between every two turns.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, CommandResult } from '../../src/dialogs/command.ts';
import type { DialogState, Input, Option, Reply, Turn } from '../../src/dialogs/dialog.ts';
import { DIALOGS } from '../../src/dialogs/index.ts';
import { NEW_TALK, readState, step } from '../../src/dialogs/step.ts';
import { type Day, day } from '../../src/engine/day.ts';
import { evaluationResult } from './evaluation-view.ts';
import { fileNamed } from './file-named.ts';
import { staffResult } from './staff-view.ts';
import { TEXTS } from './texts.ts';
import { viewOf, type ViewOptions } from './views.ts';

export const TRANSCRIPTS = join(import.meta.dirname, '..', 'dialogs', 'transcripts');

/** What a transcript shows of a dialog; every dialog of the table needs all three. */
export type Way = 'main' | 'refusal' | 'resume';

/** What the person does in one turn: exactly one of the first group. */
export interface TranscriptTurn {
  /** Label of a button of the newest message that has one like it; its beginning is enough. */
  readonly press?: string;
  /** The same among all messages before the newest: an old button. */
  readonly pressOld?: string;
  /** A payload as it came over the wire. */
  readonly payload?: string;
  readonly text?: string;
  /** `null` without a token. */
  readonly start?: string | null;
  /** Name of a file; the same name is the same file. */
  readonly file?: string;
  readonly fileRefused?: 'too-large' | 'wrong-type' | 'unreadable';
  readonly contact?: { readonly phone: string; readonly own: boolean };
  readonly unsupported?: 'sticker' | 'voice' | 'video' | 'location' | 'other';
  /** From this turn on. */
  readonly today?: string;
  readonly view?: Partial<ViewOptions>;
  /** Answers of the commands of this turn, in order; `done` where absent. `view` holds from the result on. */
  readonly results?: readonly Answer[];
}

/** What a command answered, and the view that holds from then on. */
export type Answer =
  | CommandResult
  | { readonly result: CommandResult; readonly view: Partial<ViewOptions> }
  | { readonly staff: string }
  | { readonly evaluation: string };

/** A transcript as written by hand. */
export interface Transcript {
  /** `dialog:way`, for the test that every dialog has all ways. */
  readonly covers: readonly `${string}:${Way}`[];
  readonly today: string;
  readonly view: ViewOptions;
  readonly turns: readonly TranscriptTurn[];
}

/** Names of all transcripts, without `.json`. */
export function transcriptNames(): string[] {
  return readdirSync(TRANSCRIPTS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Reads one transcript. */
export function readTranscript(name: string): Transcript {
  return JSON.parse(readFileSync(join(TRANSCRIPTS, `${name}.json`), 'utf8')) as Transcript;
}

/** The recorded talk; empty where none was recorded. With `GOLDEN=write` it is `played` that is recorded first. */
export function recorded(name: string, played: string): string {
  const path = join(TRANSCRIPTS, `${name}.txt`);
  if (process.env['GOLDEN'] === 'write') writeFileSync(path, played);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Plays a transcript and returns the talk as text. Throws where a button is not there, a payload is wrong, or the person is stranded. */
export function play(transcript: Transcript): string {
  const player = new Player(transcript);
  for (const turn of transcript.turns) player.turn(turn);
  return player.page();
}

/** Every reply of a transcript, in order, as the dialogs gave it. */
export function repliesOf(transcript: Transcript): readonly Reply[] {
  const player = new Player(transcript);
  for (const turn of transcript.turns) player.turn(turn);
  return player.shown;
}

class Player {
  private readonly lines: string[] = [];
  /** Messages of the talk, newest last. */
  readonly shown: Reply[] = [];
  private state: DialogState = NEW_TALK;
  private options: ViewOptions;
  private today: Day;

  constructor(transcript: Transcript) {
    this.options = transcript.view;
    this.today = day(transcript.today);
    this.lines.push(`# ${transcript.covers.join(', ')}`, `# ${this.today}`, '');
  }

  page(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  turn(turn: TranscriptTurn): void {
    if (turn.today) this.newDay(day(turn.today));
    if (turn.view) this.options = { ...this.options, ...turn.view };
    const [input, said] = this.inputOf(turn);
    this.lines.push(`▷ ${said}`, '');
    const waiting: Answer[] = [...(turn.results ?? [])];
    this.step(input, waiting);
    if (waiting.length > 0) throw new Error(`${waiting.length} results were not asked for after: ${said}`);
    const last = this.shown.at(-1);
    if (!last || (last.options ?? []).flat().length === 0) throw new Error(`stranded after: ${said}`);
  }

  private step(turn: Turn, waiting: Answer[]): void {
    const stored = readState(JSON.parse(JSON.stringify(this.state)));
    const stepped = step(DIALOGS, stored, turn, viewOf(this.options, this.today), this.today);
    this.state = stepped.state;
    for (const reply of stepped.replies) this.show(reply);
    for (const command of stepped.commands) this.run(command, waiting);
  }

  private run(command: Command, waiting: Answer[]): void {
    this.lines.push(`⚙ ${JSON.stringify(command)}`, '');
    const given: Answer = waiting.shift() ?? { of: command.kind, kind: 'done' };
    const result = resultOf(given, this.today);
    if ('result' in given) this.options = { ...this.options, ...given.view };
    this.step({ kind: 'result', result }, waiting);
  }

  private show(reply: Reply): void {
    this.shown.push(reply);
    const text = reply.texts.map((each) => this.render(each)).join('\n\n');
    for (const line of text.split('\n')) this.lines.push(line === '' ? '' : `  ${line}`);
    for (const file of reply.files ?? []) this.lines.push(`  📎 ${file.name}`);
    for (const row of reply.options ?? []) {
      for (const option of row) checkPayload(option.press);
      if (row.length > 0) this.lines.push(`  ${row.map((option) => `[ ${this.render(option.label)} ]`).join(' ')}`);
    }
    this.lines.push('');
  }

  private newDay(today: Day): void {
    this.today = today;
    this.lines.push(`# ${today}`, '');
  }

  private inputOf(turn: TranscriptTurn): [Input, string] {
    if (turn.press !== undefined) return this.pressed(turn.press, this.shown);
    if (turn.pressOld !== undefined) {
      const [input, said] = this.pressed(turn.pressOld, this.shown.slice(0, -1));
      return [input, `${said} (старая кнопка)`];
    }
    if (turn.payload !== undefined) return [{ kind: 'press', payload: turn.payload }, `payload ${turn.payload}`];
    if (turn.text !== undefined) return [{ kind: 'text', text: turn.text }, turn.text];
    if (turn.start !== undefined) return [{ kind: 'start', token: turn.start }, `/start ${turn.start ?? ''}`.trim()];
    if (turn.file !== undefined)
      return [{ kind: 'file', file: fileNamed(turn.file), caption: null }, `📎 ${turn.file}`];
    if (turn.fileRefused !== undefined)
      return [{ kind: 'file-refused', why: turn.fileRefused }, `📎 (${turn.fileRefused})`];
    if (turn.contact !== undefined) return [{ kind: 'contact', ...turn.contact }, `☎ ${turn.contact.phone}`];
    if (turn.unsupported !== undefined)
      return [{ kind: 'unsupported', what: turn.unsupported }, `(${turn.unsupported})`];
    throw new Error(`a turn does nothing: ${JSON.stringify(turn)}`);
  }

  private pressed(label: string, among: readonly Reply[]): [Input, string] {
    for (const reply of [...among].reverse()) {
      const options = (reply.options ?? []).flat();
      const found = options.find((option) => this.label(option) === label) ?? this.startingWith(options, label);
      if (found) return [{ kind: 'press', payload: found.press }, `[ ${this.render(found.label)} ]`];
      if (reply === among.at(-1) && among === this.shown && options.length > 0)
        throw new Error(`no button "${label}" among ${options.map((each) => this.label(each)).join(' | ')}`);
    }
    throw new Error(`no button "${label}" was ever shown`);
  }

  private startingWith(options: readonly Option[], label: string): Option | undefined {
    return options.find((option) => this.label(option).startsWith(label));
  }

  /** Without no-break spaces, which nobody can type into a transcript. */
  private label(option: Option): string {
    return this.render(option.label).replaceAll('\u00a0', ' ');
  }

  private render(text: Parameters<typeof TEXTS.render>[1]): string {
    return TEXTS.render(this.options.language ?? 'ru', text);
  }
}

/** The answer itself, or the one of that name as it is on the day. */
function resultOf(given: Answer, today: Day): CommandResult {
  if ('staff' in given) return staffResult(given.staff, today);
  if ('evaluation' in given) return evaluationResult(given.evaluation, today);
  return 'result' in given ? given.result : given;
}

/** Buttons travel as at most 64 bytes of ASCII. */
export function checkPayload(payload: string): void {
  if (!/^[\x21-\x7e]{1,64}$/.test(payload)) throw new Error(`not a payload: ${payload}`);
}
