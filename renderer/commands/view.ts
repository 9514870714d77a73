import { graphOf } from '../../shared/graph/graph'
import { roleAnswers } from '../../shared/graph/role-lens'
import { showAll, viewNow, zoomBy, zoomTo } from '../canvas/camera'
import { isMapWanted } from '../canvas/minimap'
import { sceneOfApp } from '../canvas/scene-of-app'
import { stopTracing, tracing } from '../canvas/tracing'
import { toggleBottom } from '../panels/bottom-focus'
import { goToProblem } from '../problems/navigate'
import type { App } from '../store'
import { type Language, language } from '../strings/language'
import { t } from '../strings/strings'
import type { Command } from './command'

export const viewCommands: readonly Command[] = [
  {
    id: 'view.zoom-in',
    keys: ['Mod+Equal', 'Mod+Shift+Equal'],
    menu: 'View',
    run: () => zoomBy(1),
  },
  { id: 'view.zoom-out', keys: ['Mod+Minus'], menu: 'View', run: () => zoomBy(-1) },
  {
    id: 'view.zoom-100',
    keys: ['Mod+Digit0', 'Shift+Digit0'],
    menu: 'View',
    contexts: ['canvas'],
    run: () => zoomTo(1),
  },
  { id: 'view.fit', keys: ['Shift+Digit1'], menu: 'View', contexts: ['canvas'], run: () => showAll() },
  {
    id: 'view.fit-selection',
    keys: ['Shift+Digit2'],
    menu: 'View',
    contexts: ['element', 'row', 'line'],
    when: (app) => app.store.getState().selection.ids.size > 0 || t('unusable.nothingSelected'),
    run: (app) => showAll([...app.store.getState().selection.ids]),
  },
  {
    id: 'view.problems',
    keys: ['Mod+Shift+KeyM'],
    menu: 'View',
    separatorBefore: true,
    inTextFields: true,
    run: (app) => toggleBottom(app, 'problems'),
  },
  { id: 'view.cost', menu: 'View', run: (app) => toggleBottom(app, 'cost') },
  {
    id: 'view.next-problem',
    keys: ['F8'],
    menu: 'View',
    inTextFields: true,
    run: (app) => goToProblem(app, 1),
  },
  {
    id: 'view.previous-problem',
    keys: ['Shift+F8'],
    menu: 'View',
    inTextFields: true,
    run: (app) => goToProblem(app, -1),
  },
  {
    id: 'view.roles',
    keys: ['Shift+KeyR'],
    menu: 'View',
    contexts: ['element', 'row'],
    when: (app) => app.store.getState().selection.ids.size === 1 || t('unusable.notOneSelected'),
    run: toggleRoles,
  },
  {
    id: 'view.minimap',
    keys: ['Shift+KeyM'],
    menu: 'View',
    run: toggleMinimap,
  },
  {
    id: 'view.remove-tracing',
    menu: 'View',
    when: () => tracing.getState().layer !== undefined || t('unusable.nothingTraced'),
    run: stopTracing,
  },
  {
    id: 'view.theme',
    menu: 'View',
    separatorBefore: true,
    run: switchTheme,
  },
  { id: 'view.english', menu: 'View', separatorBefore: true, ...speaking('en') },
  { id: 'view.korean', menu: 'View', ...speaking('ko') },
]

function speaking(wanted: Language): Pick<Command, 'when' | 'run'> {
  return {
    when: () => language() !== wanted || t('unusable.spoken'),
    run: (app) => app.patch({ settings: { ...app.store.getState().settings, language: wanted } }),
  }
}

function toggleRoles(app: App): void {
  const { inspectorTab, selection, history } = app.store.getState()
  const on = inspectorTab !== 'roles'
  const [id] = selection.ids
  app.patch({ inspectorTab: on ? 'roles' : 'form' })
  app.announce(
    on ? t('roles.on', { count: roleAnswers(graphOf(history.design), id ?? '').length }) : t('roles.off'),
  )
}

/** Shown or hidden from now on, whatever was by default: a press always does something that is seen. */
function toggleMinimap(app: App): void {
  const { settings } = app.store.getState()
  const shown = isMapWanted(settings.panels.minimap, viewNow(), sceneOfApp(app).bounds)
  app.patch({ settings: { ...settings, panels: { ...settings.panels, minimap: shown ? 0 : 1 } } })
  app.announce(t(shown ? 'window.minimapOff' : 'window.minimapOn'))
}

function switchTheme(app: App): void {
  const { settings } = app.store.getState()
  const dark = document.documentElement.dataset.theme === 'dark'
  app.patch({ settings: { ...settings, theme: dark ? 'light' : 'dark' } })
}
