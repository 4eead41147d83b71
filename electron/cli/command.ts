/** What every command is: a function that adds itself to the program and learns its common options when it runs. */
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { Language } from '../../shared/wording/language.ts'
import type { Terminal } from './terminal.ts'

/** Options every command has, read. */
export interface CommandSetting {
  readonly folder: string
  readonly language: Language
  readonly terminal: Terminal
  /** Sets the exit code; the command then returns. */
  finish(code: number): void
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, settingOf: (command: Command) => CommandSetting) => Command

/** Reads a whole number not below `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`cần một số nguyên từ ${least}`)
    return value
  }

/** Reads a day as `YYYY-MM-DD`. */
export function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('cần một ngày dạng NNNN-TT-NN, ví dụ 2013-06-03')
  }
  return text
}

/** Collects a repeatable option. */
export const collect = (value: string, earlier: string[] | undefined): string[] => [...(earlier ?? []), value]
