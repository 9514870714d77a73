/** A reader's first question: is it approved, and does that still count? Then the figures at a glance. */

import { toText } from '../../../basics/convert'
import { say, type Text, term } from '../../../texts/text'
import { type Refusal, refusal, type Standing } from '../../approvals'
import type { Comparison } from '../../compare/comparison'
import { isOpen, threadsOf } from '../../threads'
import type { Callout, Line, Section, Tile } from '../report'
import { countOf, type Source, shown } from '../source'
import { timeText } from '../times'

interface Glance {
  readonly standing: Standing
  /** The tiles about other sections, in their order. */
  readonly tiles: readonly Tile[]
  readonly since?: Comparison | undefined
}

/** The section. */
export function approvalSection(source: Source, { standing, tiles }: Glance): Section {
  return {
    id: 'approval',
    heading: source.words('Approval'),
    blocks: [stateOf(source, standing), { block: 'tiles', tiles: [...tiles] }],
  }
}

const titles: Readonly<Record<Standing['state'], Text>> = {
  approved: term('Approved, and the approval stands'),
  void: term('No longer approved: the design has changed since'),
  none: term('Not approved yet'),
}

const tones = { approved: 'ok', void: 'warning', none: 'muted' } as const

function stateOf(source: Source, { state, approvals }: Standing): Callout {
  const { words, design } = source
  const told = state === 'void' ? approvals.slice(0, 1) : approvals.filter(({ holds }) => holds)
  const lines = told.map(
    ({ author, at, override }): Line => [
      words(
        state === 'void'
          ? say`Approved last by “${shown(author)}” on ${timeText(at)}.`
          : say`Approved by “${shown(author)}” on ${timeText(at)}.`,
      ),
      ...(override === undefined
        ? []
        : [' ', words(say`Given although changes were asked for: ${shown(override)}`)]),
    ],
  )
  const hindrance = refusal(design)
  const open: readonly Line[] = hindrance ? [hindranceLine(source, hindrance)] : []
  const clear: readonly Line[] =
    !hindrance && state !== 'approved' ? [[words('No change request is open.')]] : []
  return {
    block: 'callout',
    tone: tones[state],
    title: words(titles[state]),
    lines: [...lines, ...open, ...clear],
  }
}

function hindranceLine({ words }: Source, refused: Refusal): Line {
  if (refused.why === 'conflicts') {
    const conflicts = countOf(
      refused.count,
      term('One conflict of a merge is still to be settled.'),
      say`${refused.count} conflicts of a merge are still to be settled.`,
    )
    return [{ sign: 'error', text: words(conflicts) }]
  }
  const requests = countOf(
    refused.threads.length,
    term('One change request is open.'),
    say`${refused.threads.length} change requests are open.`,
  )
  return [{ sign: 'warning', text: words(requests) }, ' ', { to: 'threads', text: words('Read them') }]
}

/** How many threads are open. */
export function threadsTile({ design, words }: Source): Tile {
  const open = threadsOf(design).filter(isOpen)
  const requests = open.filter(({ kind }) => kind === 'change-request').length
  return {
    label: words('Open threads'),
    value: toText(open.length),
    detail: words(countOf(requests, term('one change request'), say`${requests} change requests`)),
    tone: requests > 0 ? 'warning' : 'muted',
    to: 'threads',
  }
}
