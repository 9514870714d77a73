/** The find bar's state, and going from one hit to another. */
import { createStore } from 'zustand/vanilla'
import type { Scene } from '../../shared/figures/scene'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { centerOn } from '../canvas/camera'
import { sceneOfApp } from '../canvas/scene-of-app'
import { kindNamer } from '../search/kind-names'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { find, type Hit, prepareFind } from './find'

interface FindState {
  readonly open: boolean
  readonly query: string
  /** The hit that was shown last. */
  readonly shown: string | undefined
  /** Goes up whenever the bar is asked for, so that its field takes the focus again. */
  readonly asked: number
}

export const findState = createStore<FindState>(() => ({
  open: false,
  query: '',
  shown: undefined,
  asked: 0,
}))

/** Shows the bar, or puts the focus in it. */
export function openFind(app: App): void {
  findState.setState(({ asked }) => ({ open: true, asked: asked + 1 }))
  prepareFind(graphOf(designOf(app.store.getState())), kindNamer())
}

/** Looks for what is typed, and shows the first hit, or the selected one if it is one. */
export function search(app: App, query: string): void {
  findState.setState({ query, shown: undefined })
  const hits = hitsOf(app)
  const { ids, row } = app.store.getState().selection
  const here = hits.findIndex((hit) => ids.has(hit.element) && hit.row === row?.pointer)
  if (hits.length > 0) show(app, hits, Math.max(here, 0))
  else if (query.trim() !== '') app.announce(t('find.none'))
}

/** The next or the previous hit, around the end. Without anything to look for it asks. */
export function goToHit(app: App, direction: 1 | -1): void {
  if (findState.getState().query.trim() === '') {
    openFind(app)
    return
  }
  const hits = hitsOf(app)
  if (hits.length === 0) {
    app.announce(t('find.none'))
    return
  }
  const last = indexOf(hits)
  const from = last === -1 && direction === -1 ? 0 : last
  show(app, hits, (from + direction + hits.length) % hits.length)
}

/** Everything that is found now, as it is read: from top to bottom, and from left to right. */
export function hitsOf(app: App): readonly Hit[] {
  const graph = graphOf(designOf(app.store.getState()))
  const hits = find(graph, findState.getState().query, kindNamer())
  if (hits.length < 2) return hits
  const scene = sceneOfApp(app)
  const placed = hits.map((hit) => {
    const rect = scene.byId.get(shownAt(graph, scene, hit.element))?.rect
    return { hit, x: rect?.x ?? 0, y: rect?.y ?? 0 }
  })
  return placed.sort((a, b) => a.y - b.y || a.x - b.x).map(({ hit }) => hit)
}

/** Which of the hits was shown last; -1 when none of them was. */
export function indexOf(hits: readonly Hit[]): number {
  const { shown } = findState.getState()
  return hits.findIndex((hit) => keyOf(hit) === shown)
}

function keyOf({ element, row }: Hit): string {
  return `${element}${row ?? ''}`
}

function show(app: App, hits: readonly Hit[], index: number): void {
  const hit = hits[index]
  if (!hit) return
  const graph = graphOf(designOf(app.store.getState()))
  const { element, row, place } = hit
  app.select([element], row === undefined ? undefined : { element, pointer: row })
  centerOn([shownAt(graph, sceneOfApp(app), element)])
  findState.setState({ shown: keyOf(hit) })
  const [kind = ''] = kindNamer()(graph.element(element)?.kind ?? '')
  app.announce(
    t('find.announced', {
      index: index + 1,
      count: hits.length,
      kind,
      name: nameOf(graph, element),
      place: place.field === 'name' || place.field === 'type' ? '' : placeText(hit),
    }),
  )
}

/** Where the words stand: “image: 1234…/orders-api:1.4.2”, cut to `most` characters in the middle. */
export function placeText({ place }: Hit, most = Number.POSITIVE_INFINITY): string {
  return t('find.place', { field: t(`find.field.${place.field}`), value: cut(place.value, most) })
}

/** The end of an identifier tells more than its beginning. */
function cut(value: string, most: number): string {
  if (value.length <= most) return value
  const head = Math.floor(most / 3)
  return `${value.slice(0, head)}…${value.slice(head + 1 - most)}`
}

/** What is drawn of an element: itself, or the card or closed frame that it is in. */
function shownAt(graph: Graph, scene: Scene, id: string): string {
  let at: string | undefined = id
  while (at !== undefined && !scene.byId.has(at)) at = graph.parent.get(at)
  return at ?? id
}
