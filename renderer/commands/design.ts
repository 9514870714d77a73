/** Questions to the design as a whole. */
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import { runnersOf } from '../../shared/what-if/what-if'
import { convertible } from '../convert/convertible'
import { judgedOf } from '../problems/judged'
import { type App, type Choice, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Command } from './command'

export const designCommands: readonly Command[] = [
  {
    id: 'design.fix',
    keys: ['Mod+Period'],
    menu: 'Edit',
    contexts: ['element', 'row', 'line'],
    separatorBefore: true,
    inTextFields: true,
    when: (app) => fixable(app).length > 0 || t('problems.noFixes'),
    run: offerFixes,
  },
  {
    id: 'design.what-if',
    keys: ['Mod+Shift+KeyE'],
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    when: (app) => runnersOf(designOf(app.store.getState())).length > 0 || t('unusable.nothingToSwitch'),
    run: (app) => app.patch({ overlay: { kind: 'what-if', runner: selectedRunner(app) } }),
  },
  {
    id: 'design.convert',
    menu: 'Edit',
    contexts: ['element'],
    when: (app) => toConvert(app) !== undefined || t('unusable.nothingToConvert'),
    run: (app) => {
      const of = toConvert(app)
      if (of !== undefined) app.patch({ overlay: { kind: 'convert', of } })
    },
  },
]

/** What is selected and has another side, else the first that has one. */
function toConvert(app: App): string | undefined {
  const state = app.store.getState()
  const all = convertible(graphOf(designOf(state)))
  return [...state.selection.ids].find((id) => all.includes(id)) ?? all[0]
}

function selectedRunner(app: App): string | undefined {
  const state = app.store.getState()
  const runners = runnersOf(designOf(state))
  return [...state.selection.ids].find((id) => runners.includes(id))
}

/** Problems with a fix, of what is selected; of everything while nothing is. */
function fixable(app: App): readonly Problem[] {
  const state = app.store.getState()
  const { ids } = state.selection
  const open = judgedOf(designOf(state)).open.filter(({ fix }) => fix !== undefined)
  return ids.size === 0 ? open : open.filter(({ element }) => ids.has(element))
}

/** As many as can be looked through; the panel has them all. */
const MOST = 30

function offerFixes(app: App): void {
  const state = app.store.getState()
  const graph = graphOf(designOf(state))
  const problems = fixable(app)
  const elements = new Set(problems.map(({ element }) => element))
  const [only] = elements
  const several = elements.size > 1
  const name = nameOf(graph, only ?? '')
  const title = several
    ? t(state.selection.ids.size > 0 ? 'problems.fixesOfMany' : 'problems.fixesOfDesign')
    : t('problems.fixesOf', { name })
  app.patch({
    overlay: {
      kind: 'choices',
      title,
      ...(problems.length > MOST && { text: t('problems.fixesCut', { most: MOST, all: problems.length }) }),
      choices: problems.slice(0, MOST).map((problem) => choiceOf(app, problem, several ? graph : undefined)),
    },
  })
}

/** A fix and what it mends; with the graph, of which element too. */
function choiceOf(app: App, problem: Problem, graph: Graph | undefined): Choice {
  const { element, severity, fix } = problem
  const message = words(problem)
  const title = words(fix?.title ?? '')
  return {
    text: title,
    severity,
    detail: graph ? `${nameOf(graph, element)}: ${message}` : message,
    choose: () => fix && app.edit(title, fix.apply),
  }
}
