/** A question that is asked at a point of the window: what a line means, what can stand instead. */
import { createStore } from 'zustand/vanilla'
import type { Choice } from '../store'
import type { Point } from './gesture'

export interface Question {
  readonly at: Point
  readonly title: string
  /** A sentence before the answers. */
  readonly text?: string
  readonly choices: readonly Choice[]
}

export const questions = createStore<{ readonly open: Question | undefined }>(() => ({ open: undefined }))

/** Asks; a question that is open already goes. */
export function chooseAt(question: Question): void {
  questions.setState({ open: question })
}
