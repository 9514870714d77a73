/** Asks what the design is to be compared with. */
import type { App } from '../store'

export type CompareSource = 'file' | 'version' | 'git' | 'approved' | 'two'

/** Opens the dialog; with what was compared last, or what is asked for. */
export function showCompare(app: App): void {
  app.patch({ overlay: { kind: 'compare' } })
}
