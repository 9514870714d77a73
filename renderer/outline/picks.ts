/** The lists that commands on the selection ask to choose from: where to connect, move, go, and what to add. */
import { describe } from '../../shared/consequences/draw-line'
import { type Verdict, verdict } from '../../shared/consequences/verdict'
import { kindOf } from '../../shared/elements/kinds'
import { sentence } from '../../shared/elements/meanings'
import { landing } from '../../shared/graph/add'
import { disconnect } from '../../shared/graph/connect'
import type { Connection } from '../../shared/graph/connection'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { kindsFor } from '../../shared/graph/likely'
import { type NestingName, parentsIn } from '../../shared/graph/nestings'
import { centerOn } from '../canvas/camera'
import { drawWithConsequences } from '../canvas/change'
import { addAtCentre } from '../canvas/drop'
import { type PaletteItem, paletteGroups } from '../palette/palette-items'
import { kindNamer } from '../search/kind-names'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { type ConnectOption, connectOptions } from './connect-options'
import { isFrame, moveInto, outermost, refusalOfMove } from './move-into'
import { type PickItem, pick } from './pick-state'

/** The selected elements, with the row of a card that is selected with one. */
function chosen(app: App) {
  const state = app.store.getState()
  const graph = graphOf(designOf(state))
  const ids = [...state.selection.ids].filter((id) => graph.element(id))
  return { graph, ids, row: state.selection.row?.pointer, nesting: state.nesting }
}

function named(graph: Graph, id: string): Pick<PickItem, 'title' | 'kind' | 'type' | 'keywords'> {
  const kind = graph.element(id)?.kind ?? ''
  const names = kindNamer()(kind)
  return { title: nameOf(graph, id), kind, type: names[0] ?? kind, keywords: [...names, id] }
}

/** Where a line from the selected element may go, and what it would mean. */
export function pickConnection(app: App): void {
  const { graph, ids, row } = chosen(app)
  const [from] = ids
  if (from === undefined) return
  pick({
    title: t('outline.connectTitle', { name: nameOf(graph, from) }),
    search: t('outline.connectSearch'),
    items: connectOptions(graph, from).map((option, index) =>
      connectItem(app, graph, from, option, row, index),
    ),
  })
}

function connectItem(
  app: App,
  graph: Graph,
  from: string,
  option: ConnectOption,
  row: string | undefined,
  index: number,
): PickItem {
  const { id, candidate, drawn, refused } = option
  const base = { key: `${index}`, ...named(graph, id) }
  if (!candidate) return { ...base, refused: words(refused ?? ''), choose: () => undefined }
  const detail = words(describe(graph, candidate))
  if (drawn) return { ...base, detail, refused: t('outline.alreadyConnected'), choose: () => undefined }
  const into = candidate.from === from ? row : undefined
  const ask = () => verdict(designOf(app.store.getState()), candidate, into)
  return {
    ...base,
    detail,
    check: () => reasonOf(ask()),
    choose: () => {
      const said = ask()
      if (said) offerInstead(app, said)
      else drawWithConsequences(app, candidate, into)
    },
  }
}

/** What has something that can be done instead may be chosen, and is asked about then. */
function reasonOf(said: Verdict | undefined): string | undefined {
  return said && !said.instead ? words(said.reason) : undefined
}

function offerInstead(app: App, { reason, instead }: Verdict): void {
  if (!instead) {
    app.notify({ kind: 'info', text: words(reason) })
    return
  }
  const title = words(instead.title)
  app.patch({
    overlay: {
      kind: 'choices',
      title: t('connect.refused'),
      text: words(reason),
      choices: [{ text: title, choose: () => app.edit(title, instead.apply) }],
    },
  })
}

/** The lines of an element, its own first. */
export function linesOf(graph: Graph, id: string): readonly Connection[] {
  return [...(graph.outgoing.get(id) ?? []), ...(graph.incoming.get(id) ?? [])]
}

function lineItems(graph: Graph, id: string, choose: (line: Connection, other: string) => void): PickItem[] {
  return linesOf(graph, id).map((line, index) => {
    const other = line.from === id ? line.to : line.from
    const says = sentence(nameOf(graph, line.from), line.meaning, nameOf(graph, line.to))
    return { key: `${index}`, ...named(graph, other), detail: words(says), choose: () => choose(line, other) }
  })
}

/** Which line of the selected element goes. */
export function pickDisconnection(app: App): void {
  const { graph, ids } = chosen(app)
  const [id] = ids
  if (id === undefined) return
  pick({
    title: t('outline.disconnectTitle', { name: nameOf(graph, id) }),
    search: t('outline.disconnectSearch'),
    items: lineItems(graph, id, (line) =>
      app.edit(
        t('steps.disconnect', { from: nameOf(graph, line.from), to: nameOf(graph, line.to) }),
        (draft) => disconnect(draft, line),
      ),
    ),
  })
}

/** Where a line of the selected element leads. */
export function pickNeighbour(app: App): void {
  const { graph, ids } = chosen(app)
  const [id] = ids
  if (id === undefined) return
  pick({
    title: t('outline.followTitle', { name: nameOf(graph, id) }),
    search: t('outline.disconnectSearch'),
    items: lineItems(graph, id, (_, other) => {
      app.select([other])
      centerOn([other])
      app.announce(t('select.said', { name: nameOf(graph, other) }))
    }),
  })
}

/** Which frame the selected elements are put into. Those that can't hold them come last. */
export function pickFrame(app: App): void {
  const { graph, nesting, ids: all } = chosen(app)
  const parents = parentsIn(graph, nesting)
  const ids = outermost(parents, all)
  const frames = Object.keys(graph.design.elements).filter((id) => isFrame(graph, id) && !ids.includes(id))
  const item = (frame: string | undefined): PickItem => {
    const refusal = refusalOfMove(graph, nesting, ids, frame)
    const around = frame === undefined ? undefined : parents.get(frame)
    return {
      key: frame ?? '',
      ...(frame === undefined ? { title: t('outline.toCanvas') } : named(graph, frame)),
      ...(frame === undefined ? { detail: t('outline.toCanvasHint') } : {}),
      ...(around === undefined ? {} : { detail: nameOf(graph, around) }),
      ...(refusal === undefined ? {} : { refused: words(refusal) }),
      choose: () => moveInto(app, ids, frame),
    }
  }
  const items = [undefined, ...frames].map(item)
  pick({
    title:
      ids.length === 1
        ? t('outline.moveTitle', { name: nameOf(graph, ids[0] ?? '') })
        : t('outline.moveTitleSeveral', { count: ids.length }),
    search: t('outline.moveSearch'),
    items: [
      ...items.filter((one) => one.refused === undefined),
      ...items.filter((one) => one.refused !== undefined),
    ],
  })
}

/** What is put into the selected element, or onto the canvas when none is; what fits first. */
export function pickKind(app: App): void {
  const { graph, ids, nesting } = chosen(app)
  const [into] = ids
  const items = paletteGroups('').flatMap((group) => group.items)
  const byItem = new Map(items.map((item) => [item.item, item]))
  pick({
    title:
      into === undefined ? t('outline.addTitleCanvas') : t('outline.addTitle', { name: nameOf(graph, into) }),
    search: t('outline.addSearch'),
    items: kindsFor(graph, into, [...byItem.keys()], nesting).flatMap((kind) => {
      const found = byItem.get(kind)
      return found ? kindItem(app, graph, into, found, nesting) : []
    }),
  })
}

function kindItem(
  app: App,
  graph: Graph,
  into: string | undefined,
  item: PaletteItem,
  nesting: NestingName,
): PickItem {
  const there = into === undefined ? undefined : landing(graph, item.item, into, nesting)
  const fits = !there || there.frame === into
  return {
    key: item.item,
    kind: kindOf(item.item) ? item.item : 'task-definition',
    title: item.label,
    detail: item.summary,
    keywords: [...item.keywords, item.item],
    ...(fits ? {} : { refused: words(there.reason ?? '') }),
    choose: () => addAtCentre(app, item),
  }
}
