/** What has changed since the design was last approved, field by field. */

import { toText } from '../../../basics/convert'
import type { Design } from '../../../design/design'
import { sentence } from '../../../elements/meanings'
import { graphOf, nameOf } from '../../../graph/graph'
import type { Problem } from '../../../rules/problem'
import { say, type Text, term } from '../../../texts/text'
import { approvedDesign, lastApproval, type PlacedApproval } from '../../approvals'
import { type Comparison, compareDesigns, type ElementChange, meansTheSame } from '../../compare/comparison'
import { fieldPlace } from '../../compare/field-place'
import { valueText } from '../../compare/value-text'
import type { Block, Cell, Line, Part, Row, Section, Sign, Tile } from '../report'
import { countOf, kindLabel, type Source, shown } from '../source'
import { timeText } from '../times'
import { placeLines, severityWords } from './problems'

/** What there is to compare with, or why there is nothing. */
export type Since =
  | { readonly is: 'compared'; readonly approval: PlacedApproval; readonly comparison: Comparison }
  | { readonly is: 'never-approved' | 'not-kept' | 'damaged' }

/** Compares a design with the one that was approved last. */
export function changesSince({ design }: Pick<Source, 'design'>): Since {
  const approval = lastApproval(design)
  if (!approval)
    return { is: Object.keys(design.approvals ?? {}).length === 0 ? 'never-approved' : 'not-kept' }
  const approved = approvedDesign(approval)
  if (approved.is !== 'design') return { is: 'damaged' }
  return { is: 'compared', approval, comparison: compareDesigns(approved.design, design) }
}

const reasons: Readonly<Record<Exclude<Since['is'], 'compared'>, Text>> = {
  'never-approved': term('Nothing was approved yet that it could be compared with.'),
  'not-kept': term('The design that was approved was not kept, so there is nothing to compare with.'),
  damaged: term('The design that was approved can’t be read any more.'),
}

/** The section. */
export function changesSection(source: Source, since: Since): Section {
  const { words } = source
  const heading = words('Changes since the last approval')
  if (since.is !== 'compared') {
    return { id: 'changes', heading, blocks: [{ block: 'paragraph', line: [words(reasons[since.is])] }] }
  }
  const { comparison, approval } = since
  const about: Line = [
    words(say`Compared with what “${shown(approval.author)}” approved on ${timeText(approval.at)}.`),
  ]
  const { moved } = comparison.counts
  const only: Line = [
    { muted: words(countOf(moved, term('One element only moved.'), say`${moved} elements only moved.`)) },
  ]
  const rows = [
    ...documentRows(source, comparison),
    ...elementRows(source, comparison),
    ...lineRows(source, comparison),
  ]
  return {
    id: 'changes',
    heading,
    ...(rows.length === 0 ? {} : { count: changeCount(comparison) }),
    blocks: [
      { block: 'paragraph', line: about },
      ...(meansTheSame(comparison)
        ? [{ block: 'paragraph', line: [words('Nothing has changed.')] } as const]
        : []),
      ...(rows.length === 0 ? [] : [changeTable(source, rows)]),
      ...(moved === 0 ? [] : [{ block: 'paragraph', line: only } as const]),
      ...problemParts(source, comparison),
    ],
  }
}

function changeCount({ counts }: Comparison): number {
  return counts.added + counts.removed + counts.changed + counts.lines + counts.document
}

function changeTable({ words }: Source, rows: readonly Row[]): Block {
  return {
    block: 'table',
    caption: words('Changes since the last approval'),
    columns: [
      { heading: words('Changed'), share: 26 },
      { heading: words('Field'), share: 30 },
      { heading: words('Before'), share: 22 },
      { heading: words('Now'), share: 22 },
    ],
    rows,
  }
}

const NOTHING: Cell = [[]]

function documentRows(source: Source, { document, before }: Comparison): readonly Row[] {
  const { words } = source
  return document.map(({ pointer, before: was, after: is }, i) => [
    i === 0 ? [[{ sign: 'changed', text: words('The design') }]] : NOTHING,
    ...fieldCells(source, before, { kind: '', pointer, was, is }),
  ])
}

const signs: Readonly<Record<ElementChange['status'], Sign>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'moved',
}

const states = {
  added: term('added'),
  removed: term('removed'),
  changed: term('changed'),
} as const

function elementRows(source: Source, { elements, before }: Comparison): readonly Row[] {
  const { words } = source
  return elements.flatMap((change): readonly Row[] => {
    const { status, name, kind, fields } = change
    if (status === 'moved') return []
    const what: Cell = [
      [{ sign: signs[status], text: shown(name) }],
      [{ muted: `${kindLabel(words, kind)} · ${words(states[status])}` }],
    ]
    if (status !== 'changed') return [[what, NOTHING, NOTHING, NOTHING]]
    return fields.map(({ pointer, before: was, after: is }, i) => [
      i === 0 ? what : NOTHING,
      ...fieldCells(source, before, { kind, pointer, was, is }),
    ])
  })
}

interface ChangedField {
  readonly kind: string
  readonly pointer: string
  readonly was: unknown
  readonly is: unknown
}

function fieldCells(
  { words, design }: Source,
  before: Design,
  { kind, pointer, was, is }: ChangedField,
): readonly Cell[] {
  const value = (of: Design, one: unknown): Line => [
    one === undefined ? { muted: words('nothing') } : { code: shown(valueText(of, pointer, one)) },
  ]
  return [[[words(fieldPlace(kind, pointer).text)]], [value(before, was)], [value(design, is)]]
}

/** Only what no element's fields say already. */
function lineRows(source: Source, { lines, before, after }: Comparison): readonly Row[] {
  const { words } = source
  return lines
    .filter(({ stored }) => stored)
    .map(({ from, to, meaning, status, before: was, after: is }) => {
      const graph = graphOf(status === 'removed' ? before : after)
      const text = sentence(shown(nameOf(graph, from)), meaning, shown(nameOf(graph, to)))
      const what: Cell = [
        [{ sign: signs[status], text: words(text) }],
        [{ muted: `${words('Line')} · ${words(states[status])}` }],
      ]
      const label = (of: string | undefined): Cell => [[of === undefined ? '' : shown(of)]]
      return [what, NOTHING, label(was?.label), label(is?.label)]
    })
}

function problemParts(source: Source, { problems, before }: Comparison): readonly Part[] {
  const { words } = source
  const part = (heading: Text, found: readonly Problem[], of: Pick<Source, 'graph'>): Part[] =>
    found.length === 0
      ? []
      : [
          {
            block: 'part',
            heading: [`${words(heading)} (${found.length})`],
            blocks: [
              {
                block: 'table',
                caption: words(heading),
                columns: [
                  { heading: words('Element'), share: 30 },
                  { heading: words('Problem'), share: 70 },
                ],
                rows: found.map((problem) => [
                  placeLines(of, problem),
                  [
                    [{ sign: problem.severity, text: words(severityWords[problem.severity]) }],
                    [words(problem)],
                  ],
                ]),
              },
            ],
          },
        ]
  return [
    ...part(term('New problems'), problems.appeared, source),
    ...part(term('Mended problems'), problems.mended, { graph: graphOf(before) }),
  ]
}

/** How much has changed. */
export function changesTile({ words }: Source, since: Since): readonly Tile[] {
  if (since.is !== 'compared') return []
  const { comparison } = since
  const { added, removed, changed } = comparison.counts
  const n = changeCount(comparison)
  return [
    {
      label: words('Changes since approval'),
      value: toText(n),
      detail: words(say`${added} added, ${removed} removed, ${changed} changed`),
      tone: n === 0 ? 'ok' : 'warning',
      to: 'changes',
    },
  ]
}
