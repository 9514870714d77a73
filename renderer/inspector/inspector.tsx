import './inspector.css'
import { useMemo } from 'react'
import { graphOf } from '../../shared/graph/graph'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { ConnectionInspector } from './connection-inspector'
import { DesignForm } from './design-form'
import { ElementInspector } from './element-inspector'
import { ManySelected } from './many-selected'

/** The right panel: the configuration of what is selected, of the design itself when nothing is. */
export function Inspector() {
  const selected = useAppState((state) => state.selection.ids)
  const ids = useMemo(() => [...selected], [selected])
  const only = ids.length === 1 ? ids[0] : undefined
  const isElement = useAppState(
    (state) => only !== undefined && Object.hasOwn(designOf(state).elements, only),
  )
  // Lines are looked for only where no element is meant: there are many of them.
  const connection = useAppState((state) =>
    only === undefined || isElement
      ? undefined
      : graphOf(designOf(state)).connections.find(({ id }) => id === only),
  )
  const content = () => {
    if (ids.length > 1) return <ManySelected ids={ids} />
    if (connection) return <ConnectionInspector key={only} connection={connection} />
    return only !== undefined && isElement ? <ElementInspector key={only} id={only} /> : <DesignForm />
  }
  return (
    <section className="inspector" aria-label={t('inspector.title')}>
      {content()}
    </section>
  )
}
