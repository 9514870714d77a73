import { lazy, Suspense, useState } from 'react'
import type { Element } from '../../shared/design/design'
import { kindOf } from '../../shared/elements/kinds'
import { nameOf } from '../../shared/graph/graph'
import { roleAnswers } from '../../shared/graph/role-lens'
import { useApp, useAppState, useDesign, useGraph } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import type { InspectorTab } from '../store'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CopyIcon, ExternalIcon, SwitchIcon } from '../ui/icons'
import { Tabs } from '../ui/tabs'
import { ElementForm } from './element-form'
import { PanelHead } from './panel-head'
import { Roles } from './roles-tab'

// The editor is half of the app's code, and most sessions never open it.
const JsonTab = lazy(async () => ({ default: (await import('./json-tab')).JsonTab }))

/** One element: what it is, its form, its JSON. */
export function ElementInspector({ id }: { readonly id: string }) {
  const app = useApp()
  const graph = useGraph()
  const element = useDesign().elements[id]
  // The view that was open last stays open for the next element.
  const tab = useAppState((state) => state.inspectorTab)
  const [jsonAt, setJsonAt] = useState('')
  if (!element) return null
  const kind = kindOf(element.kind)
  const open = (next: string) => app.patch({ inspectorTab: next as InspectorTab })
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
  const roles = { id: 'roles', title: t('roles.title'), content: <ElementRoles id={id} /> }
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
        actions={<Actions id={id} element={element} />}
      />
      {!kind && <p className="inspector-hint">{t('inspector.unknownKind', { kind: element.kind })}</p>}
      <Tabs
        label={t('inspector.views')}
        selected={form ? tab : 'json'}
        onSelect={(next) => {
          setJsonAt('')
          open(next)
        }}
        items={form ? [form, json, roles] : [json]}
      />
    </>
  )
}

/** What can be done with an element from its head. */
function Actions({ id, element }: { readonly id: string; readonly element: Element }) {
  const app = useApp()
  const kind = kindOf(element.kind)
  const copyId = async () => {
    await navigator.clipboard.writeText(id).catch(() => undefined)
    app.notify({ kind: 'info', text: t('inspector.copied', { text: id }) })
  }
  return (
    <>
      {(element.kind === 'service' || element.kind === 'task') && (
        <IconButton
          icon={<SwitchIcon />}
          label={t('whatIf.title')}
          onPress={() => app.patch({ overlay: { kind: 'what-if', runner: id } })}
        />
      )}
      <IconButton icon={<CopyIcon />} label={t('inspector.copyId')} onPress={() => void copyId()} />
      {kind && (
        <IconButton
          icon={<ExternalIcon />}
          label={t('inspector.docs')}
          onPress={() => void app.host.openExternal(kind.docs)}
        />
      )}
    </>
  )
}

/** A component of its own, so that the answers are worked out only while its tab is open. */
function ElementRoles({ id }: { readonly id: string }) {
  const graph = useGraph()
  const row = useAppState((state) => state.selection.row?.pointer)
  return <Roles answers={roleAnswers(graph, id, containerOf(row))} />
}

/** The container whose row is selected. */
function containerOf(row: string | undefined): number | undefined {
  const index = /^\/containerDefinitions\/(\d+)$/.exec(row ?? '')?.[1]
  return index === undefined ? undefined : Number(index)
}
