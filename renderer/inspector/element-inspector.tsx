import { lazy, Suspense, useState } from 'react'
import { kindOf } from '../../shared/elements/kinds'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useDesign, useGraph } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CopyIcon, ExternalIcon } from '../ui/icons'
import { Tabs } from '../ui/tabs'
import { ElementForm } from './element-form'
import { PanelHead } from './panel-head'

// The editor is half of the app's code, and most sessions never open it.
const JsonTab = lazy(async () => ({ default: (await import('./json-tab')).JsonTab }))

/** The view that was open last stays open for the next element. */
let lastTab = 'form'

/** One element: what it is, its form, its JSON. */
export function ElementInspector({ id }: { readonly id: string }) {
  const app = useApp()
  const graph = useGraph()
  const element = useDesign().elements[id]
  const [tab, setTab] = useState(lastTab)
  const [jsonAt, setJsonAt] = useState('')
  if (!element) return null
  const kind = kindOf(element.kind)
  const open = (next: string) => {
    lastTab = next
    setTab(next)
  }
  const copyId = async () => {
    await navigator.clipboard.writeText(id).catch(() => undefined)
    app.notify({ kind: 'info', text: t('inspector.copied', { text: id }) })
  }
  const json = {
    id: 'json',
    title: t('inspector.json'),
    content: (
      <Suspense fallback={<div className="inspector-json" />}>
        <JsonTab id={id} at={jsonAt} />
      </Suspense>
    ),
  }
  const form = kind && {
    id: 'form',
    title: t('inspector.form'),
    content: (
      <ElementForm
        id={id}
        element={element}
        kind={kind}
        showJson={(pointer) => {
          setJsonAt(pointer)
          open('json')
        }}
      />
    ),
  }
  return (
    <>
      <PanelHead
        icon={<ElementIcon kind={element.kind} size={32} />}
        title={nameOf(graph, id)}
        subtitle={
          <>
            {kind?.label ?? element.kind} · <code className="inspector-id">{id}</code>
          </>
        }
        actions={
          <>
            <IconButton icon={<CopyIcon />} label={t('inspector.copyId')} onPress={() => void copyId()} />
            {kind && (
              <IconButton
                icon={<ExternalIcon />}
                label={t('inspector.docs')}
                onPress={() => void app.host.openExternal(kind.docs)}
              />
            )}
          </>
        }
      />
      {!kind && <p className="inspector-hint">{t('inspector.unknownKind', { kind: element.kind })}</p>}
      <Tabs
        label={t('inspector.views')}
        selected={form ? tab : 'json'}
        onSelect={(next) => {
          setJsonAt('')
          open(next)
        }}
        items={form ? [form, json] : [json]}
      />
    </>
  )
}
