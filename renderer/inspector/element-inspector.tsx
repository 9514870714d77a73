import { lazy, Suspense, useCallback } from 'react'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { roleAnswers } from '../../shared/graph/role-lens'
import { useApp, useAppState, useGraph } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import { PlaceTalk } from '../review/fields/field-talk'
import type { InspectorTab } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { IconButton } from '../ui/icon-button'
import { CopyIcon, ExternalIcon, SwitchIcon } from '../ui/icons'
import { Tabs } from '../ui/tabs'
import { ElementForm } from './element-form'
import { FieldTree } from './field-tree'
import { PanelHead } from './panel-head'
import { revealJson } from './reveal-field'
import { Roles } from './roles-tab'
import { useElementPart, useName } from './spec-state'
import { flushTyping } from './typing'

// The editor is half of the app's code, and most sessions never open it.
const JsonTab = lazy(async () => ({ default: (await import('./json-tab')).JsonTab }))

/** One element: what it is, its form, all of its fields, its JSON, and who may do what. */
export function ElementInspector({ id }: { readonly id: string }) {
  const app = useApp()
  const name = useName(id)
  const kindId = useElementPart(id, (element) => element.kind) ?? ''
  // The view that was open last stays open for the next element.
  const tab = useAppState((state) => state.inspectorTab)
  const kind = kindOf(kindId)
  const showJson = useCallback((pointer: string) => revealJson(app, id, pointer), [app, id])
  const json = {
    id: 'json',
    title: t('inspector.json'),
    content: (
      <Suspense fallback={<div className="inspector-json" />}>
        <JsonTab id={id} />
      </Suspense>
    ),
  }
  const views = (known: Kind) => [
    {
      id: 'form',
      title: t('inspector.form'),
      content: <ElementForm id={id} kind={known} showJson={showJson} />,
    },
    {
      id: 'fields',
      title: t('inspector.fields'),
      content: <FieldTree id={id} kind={known} showJson={showJson} />,
    },
    json,
    { id: 'roles', title: t('roles.title'), content: <ElementRoles id={id} /> },
  ]
  return (
    <>
      <PanelHead
        icon={<ElementIcon kind={kindId} size={32} />}
        title={name}
        subtitle={
          <>
            {words(kind?.label ?? kindId)} · <code className="inspector-id">{id}</code>
          </>
        }
        actions={<Actions id={id} kind={kindId} docs={kind?.docs} />}
      />
      {!kind && <p className="inspector-hint">{t('inspector.unknownKind', { kind: kindId })}</p>}
      <Tabs
        label={t('inspector.views')}
        selected={kind ? tab : 'json'}
        onSelect={(next) => {
          flushTyping()
          app.patch({ inspectorTab: next as InspectorTab })
        }}
        items={kind ? views(kind) : [json]}
      />
    </>
  )
}

interface ActionsProps {
  readonly id: string
  readonly kind: string
  readonly docs: string | undefined
}

/** What can be done with an element from its head. */
function Actions({ id, kind, docs }: ActionsProps) {
  const app = useApp()
  const name = useName(id)
  const copyId = async () => {
    await navigator.clipboard.writeText(id).catch(() => undefined)
    app.notify({ kind: 'info', text: t('inspector.copied', { text: id }) })
  }
  return (
    <>
      <PlaceTalk id={id} pointer="" label={name} inTabOrder />
      {(kind === 'service' || kind === 'task') && (
        <IconButton
          icon={<SwitchIcon />}
          label={t('whatIf.title')}
          onPress={() => app.patch({ overlay: { kind: 'what-if', runner: id } })}
        />
      )}
      <IconButton icon={<CopyIcon />} label={t('inspector.copyId')} onPress={() => void copyId()} />
      {docs !== undefined && (
        <IconButton
          icon={<ExternalIcon />}
          label={t('inspector.docs')}
          onPress={() => void app.host.openExternal(docs)}
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
