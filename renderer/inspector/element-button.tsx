import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'

/** An element by its name; pressed, it is selected and shown. */
export function ElementButton({ id }: { readonly id: string }) {
  const app = useApp()
  const graph = useGraph()
  return (
    <button
      type="button"
      className="inspector-element"
      onClick={() => {
        app.select([id])
        centerOn([id])
      }}
    >
      <ElementIcon kind={graph.element(id)?.kind ?? ''} />
      <span className="inspector-chip-text">{nameOf(graph, id)}</span>
    </button>
  )
}
