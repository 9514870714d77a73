/** The gutter of the JSON editor for comments: what was said about a line, and the sign that starts a thread on it. */
import { type Extension, StateEffect, StateField, type Text } from '@codemirror/state'
import { type EditorView, GutterMarker, gutter, ViewPlugin } from '@codemirror/view'

/** How many open threads there are at a place of the text. */
export interface Talk {
  readonly from: number
  readonly count: number
}

export const setTalk = StateEffect.define<readonly Talk[]>()
const setHovered = StateEffect.define<number | undefined>()

const talkField = StateField.define<readonly Talk[]>({
  create: () => [],
  update: (before, { effects, changes }) => {
    const effect = effects.find((one) => one.is(setTalk))
    if (effect) return effect.value as readonly Talk[]
    return changes.empty ? before : before.map(({ from, count }) => ({ from: changes.mapPos(from), count }))
  },
})

/** The number of the line that the pointer is over. */
const hoveredField = StateField.define<number | undefined>({
  create: () => undefined,
  update: (before, { effects }) => {
    const effect = effects.find((one) => one.is(setHovered))
    return effect ? (effect.value as number | undefined) : before
  },
})

/** How many open threads a line has. */
function countOn(talk: readonly Talk[], doc: Text, line: number): number {
  return talk
    .filter(({ from }) => doc.lineAt(Math.min(from, doc.length)).number === line)
    .reduce((sum, { count }) => sum + count, 0)
}

class TalkMarker extends GutterMarker {
  constructor(readonly count: number) {
    super()
  }

  override eq(other: TalkMarker): boolean {
    return this.count === other.count
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = this.count > 0 ? 'cm-talk-mark' : 'cm-talk-add'
    mark.textContent = this.count > 0 ? String(this.count) : '+'
    return mark
  }
}

/** Comments at lines: `onLine` gets the place where a line's text begins when its sign is pressed. */
export function talkGutter(onLine: (from: number) => void): Extension {
  return [
    talkField,
    hoveredField,
    hovering,
    gutter({
      class: 'cm-talk',
      lineMarker: (view, block) => {
        const { doc, selection } = view.state
        const { number } = doc.lineAt(block.from)
        const count = countOn(view.state.field(talkField), doc, number)
        const here = number === view.state.field(hoveredField)
        const written = view.hasFocus && number === doc.lineAt(selection.main.head).number
        return count > 0 || here || written ? new TalkMarker(count) : null
      },
      lineMarkerChange: ({ startState, state, docChanged, selectionSet, focusChanged }) =>
        docChanged ||
        selectionSet ||
        focusChanged ||
        startState.field(talkField) !== state.field(talkField) ||
        startState.field(hoveredField) !== state.field(hoveredField),
      domEventHandlers: {
        mousedown: (view, block) => {
          onLine(placeOfLine(view.state.doc, block.from))
          return true
        },
      },
    }),
  ]
}

/** Where the text of a line begins that says which member it is: within its first sign. */
export function placeOfLine(doc: Text, offset: number): number {
  const line = doc.lineAt(Math.min(offset, doc.length))
  const indent = line.text.search(/\S/)
  return line.from + Math.max(indent, 0) + 1
}

const hovering = ViewPlugin.define((view) => {
  const moved = ({ clientY }: MouseEvent) => hover(view, lineAt(view, clientY))
  const left = () => hover(view, undefined)
  view.scrollDOM.addEventListener('mousemove', moved)
  view.scrollDOM.addEventListener('mouseleave', left)
  return {
    destroy: () => {
      view.scrollDOM.removeEventListener('mousemove', moved)
      view.scrollDOM.removeEventListener('mouseleave', left)
    },
  }
})

function lineAt(view: EditorView, y: number): number {
  return view.state.doc.lineAt(view.lineBlockAtHeight(y - view.documentTop).from).number
}

function hover(view: EditorView, line: number | undefined): void {
  if (view.state.field(hoveredField) !== line) view.dispatch({ effects: setHovered.of(line) })
}
