/** The outline, and what it needs to offer everything that the canvas does: lines and frames chosen from lists. */
import { focusCanvas } from '../canvas/camera'
import { isOutlineFocus, outlineState } from '../outline/outline-state'
import {
  linesOf,
  pickConnection,
  pickDisconnection,
  pickFrame,
  pickKind,
  pickNeighbour,
} from '../outline/picks'
import { showLeft } from '../panels/panel-state'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'
import { selectionOf } from './delete'

export const outlineCommands: readonly Command[] = [
  {
    id: 'outline.show',
    keys: ['Mod+Shift+KeyO'],
    menu: 'View',
    inTextFields: true,
    run: showOutline,
  },
  {
    id: 'outline.connect',
    keys: ['Shift+KeyK'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    separatorBefore: true,
    when: isOneSelected,
    run: pickConnection,
  },
  {
    id: 'outline.disconnect',
    keys: ['Shift+KeyX'],
    menu: 'Edit',
    contexts: ['element'],
    when: hasLines,
    run: pickDisconnection,
  },
  {
    id: 'outline.follow',
    keys: ['Shift+KeyG'],
    menu: 'Edit',
    contexts: ['element'],
    when: hasLines,
    run: pickNeighbour,
  },
  {
    id: 'outline.move',
    keys: ['Shift+KeyI'],
    menu: 'Edit',
    contexts: ['element'],
    when: (app) => selectionOf(app).selected.length > 0 || t('unusable.noElementSelected'),
    run: pickFrame,
  },
  {
    id: 'outline.add',
    keys: ['Insert', 'Shift+KeyE'],
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    when: (app) => selectionOf(app).selected.length < 2 || t('unusable.notOneSelected'),
    run: pickKind,
  },
]

function isOneSelected(app: App): true | string {
  return selectionOf(app).selected.length === 1 || t('unusable.notOneSelected')
}

function hasLines(app: App): true | string {
  const { graph, selected } = selectionOf(app)
  const [only] = selected
  if (selected.length !== 1 || only === undefined) return t('unusable.notOneSelected')
  return linesOf(graph, only).length > 0 || t('unusable.noLines')
}

/** Opens the outline with the keyboard in it; from there, back to the canvas. */
function showOutline(app: App): void {
  if (isOutlineFocus()) {
    focusCanvas()
    return
  }
  showLeft(app, 'outline')
  outlineState.setState(({ asked }) => ({ asked: asked + 1 }))
}
