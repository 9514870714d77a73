/**
 * A picture of another drawing program under the drawing, to be drawn over. It is how somebody looks at a design and no
 * part of it: it can't be selected or moved, is in no file and on no picture, and goes with the document.
 */
import { createStore } from 'zustand/vanilla'
import type { FileRead } from '../../shared/pictures/carried/file-content'
import type { App } from '../store'
import { sceneOfApp } from './scene-of-app'

export interface Tracing {
  readonly name: string
  /** An address of this page. */
  readonly url: string
  /** Its top left corner. */
  readonly x: number
  readonly y: number
  /** The document that it lies under. */
  readonly slot: string
}

export const tracing = createStore<{ readonly layer: Tracing | undefined }>(() => ({ layer: undefined }))

/** Lays a picture under the drawing, in place of the one that lies there. */
export function trace(app: App, { name, text, bytes }: FileRead): void {
  stopTracing()
  const blob = bytes
    ? new Blob([bytes], { type: 'image/png' })
    : // As an image, an SVG runs nothing and loads nothing.
      new Blob([text], { type: 'image/svg+xml' })
  const { x, y } = sceneOfApp(app).bounds
  const { slot } = app.store.getState()
  tracing.setState({ layer: { name, url: URL.createObjectURL(blob), x, y, slot } })
}

/** Takes it away. */
export function stopTracing(): void {
  const { layer } = tracing.getState()
  if (layer) URL.revokeObjectURL(layer.url)
  tracing.setState({ layer: undefined })
}
