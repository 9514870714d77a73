import './inspector.css'
import { useAppState, useDesign, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { ConnectionInspector } from './connection-inspector'
import { DesignForm } from './design-form'
import { ElementInspector } from './element-inspector'
import { ManySelected } from './many-selected'

/** The right panel: the configuration of what is selected, of the design itself when nothing is. */
export function Inspector() {
  const { ids } = useAppState((state) => state.selection)
  const design = useDesign()
  const graph = useGraph()
  const [first] = ids
  const connection = ids.size === 1 ? graph.connections.find((c) => c.id === first) : undefined
  const content = () => {
    if (first === undefined) return <DesignForm />
    if (ids.size > 1) return <ManySelected ids={[...ids]} />
    if (connection) return <ConnectionInspector key={first} connection={connection} />
    return design.elements[first] ? <ElementInspector key={first} id={first} /> : <DesignForm />
  }
  return (
    <section className="inspector" aria-label={t('inspector.title')}>
      {content()}
    </section>
  )
}
