/** What was said: open change requests first, then what else is open, then what is settled. */
import { isObject } from '../../../basics/json'
import { nameOf } from '../../../graph/graph'
import { say, type Text, term } from '../../../texts/text'
import { keptPointer } from '../../pin-pointer'
import { isOpen, isOrphan, kindLabel, type PlacedThread, threadsOf } from '../../threads'
import type { Block, Line, Part, Section } from '../report'
import { dotted, kindLabel as elementKind, type Source, shown } from '../source'
import { timeText } from '../times'

/** The section. */
export function threadsSection(source: Source): Section {
  const { design, words } = source
  const all = threadsOf(design)
  const open = all.filter(isOpen)
  const groups: readonly (readonly [Text, readonly PlacedThread[]])[] = [
    [term('Open change requests'), open.filter(({ kind }) => kind === 'change-request')],
    [term('Open threads'), open.filter(({ kind }) => kind !== 'change-request')],
    [term('Resolved threads'), all.filter((thread) => !isOpen(thread))],
  ]
  const parts = groups.flatMap(([heading, threads]): Part[] =>
    threads.length === 0
      ? []
      : [
          {
            block: 'part',
            heading: [`${words(heading)} (${threads.length})`],
            blocks: threads.map((thread) => threadPart(source, thread)),
          },
        ],
  )
  const none: Block = { block: 'paragraph', line: [words('Nobody has commented yet.')] }
  return {
    id: 'threads',
    heading: words('Threads'),
    count: all.length,
    blocks: parts.length === 0 ? [none] : parts,
  }
}

function threadPart(source: Source, thread: PlacedThread): Part {
  const { words } = source
  const { resolved, comments, kind } = thread
  const state: Line[number] = resolved
    ? { sign: 'ok', text: words(say`resolved by “${shown(resolved.author)}” on ${timeText(resolved.at)}`) }
    : { sign: 'open', text: words('open') }
  return {
    block: 'part',
    isCard: true,
    heading: [words(pinned(source, thread))],
    aside: dotted([{ strong: words(kindLabel(kind)) }, ...place(source, thread), state]),
    blocks: [
      {
        block: 'comments',
        comments: comments.map(({ author, written, edited, text }) => ({
          author: shown(author),
          written: timeText(written),
          at: written,
          isEdited: edited !== undefined,
          text: shown(text),
        })),
      },
    ],
  }
}

/** What it is pinned to. */
function pinned({ design, graph }: Source, thread: PlacedThread): Text {
  const { element, named, width } = thread.pin
  if (element === undefined)
    return width === undefined ? term('A point of the drawing') : term('A region of the drawing')
  if (!isOrphan(design, thread)) return say`“${shown(nameOf(graph, element))}”`
  return say`“${shown(named ?? element)}”, which is gone`
}

function place({ graph, words }: Source, { pin }: PlacedThread): readonly (Line[number] | undefined)[] {
  const { element, pointer, x, y } = pin
  if (element === undefined) {
    return [x === undefined || y === undefined ? undefined : { muted: `${Math.round(x)}, ${Math.round(y)}` }]
  }
  const found = graph.element(element)
  return [
    isObject(found) ? { muted: elementKind(words, found.kind) } : undefined,
    pointer ? { code: shown(keptPointer(found?.spec, pointer)) } : undefined,
  ]
}
