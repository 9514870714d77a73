/** What there is to step through, and its steps. Pure, of the state of the app. */
import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf } from '../../shared/figures/scene'
import { graphOf } from '../../shared/graph/graph'
import type { NestingName } from '../../shared/graph/nestings'
import { approvedDesign, lastApproval } from '../../shared/review/approvals'
import { type Comparison, compareDesigns } from '../../shared/review/compare/comparison'
import { type PathStep, requestPathsOf } from '../../shared/review/request-paths'
import type { PlacedThread } from '../../shared/review/threads'
import type { Translate } from '../../shared/texts/translate'
import { type Change, changesOf } from '../compare/changes'
import { type Comparing, hiddenAtFirst, type Names, shownChanges } from '../compare/comparing'
import { type Drawn, overlayDrawn } from '../compare/drawn'
import { whenOf } from '../document/when'
import { openInOrder } from '../review/threads/reading-order'
import { type AppState, designOf } from '../store'
import { t } from '../strings/strings'
import type { Programme } from './presenting-state'

export type Step =
  | { readonly is: 'thread'; readonly key: string; readonly thread: PlacedThread }
  | { readonly is: 'change'; readonly key: string; readonly change: Change }
  | { readonly is: 'station'; readonly key: string; readonly station: PathStep }

/** What the steps are steps through. */
export type Show = {
  readonly design: Design
  readonly scene: Scene
  readonly steps: readonly Step[]
} & (
  | { readonly is: 'threads' | 'path' }
  | { readonly is: 'changes'; readonly compared: Compared; readonly drawn: Drawn }
  /** There is nothing to compare with. */
  | { readonly is: 'no-changes' }
)

/** Two states of the design, and what they are called. */
export interface Compared {
  readonly comparison: Comparison
  /** Both with places for everything. */
  readonly sides: Comparing['sides']
  readonly nesting: Comparing['nesting']
  readonly names: Names
  readonly changes: readonly Change[]
}

export interface Offer {
  readonly id: Programme
  readonly label: string
}

type State = Pick<AppState, 'history' | 'nesting' | 'comparing'>

/** All that can be chosen, in the order of the choice. */
export function offersOf(state: State, say: Translate): readonly Offer[] {
  const paths = requestPathsOf(graphOf(designIn(state)))
  const count = threadsIn(state, say).length
  return [
    { id: 'threads', label: count === 0 ? t('presenting.threadsNone') : t('presenting.threads', { count }) },
    { id: 'changes', label: changesLabel(comparedIn(state)) },
    ...(paths.length === 0
      ? [{ id: 'path' as const, label: t('presenting.path') }]
      : paths.map(
          ({ id, title }): Offer => ({
            id: `path:${id}`,
            label: t('presenting.pathOf', { name: say(title) }),
          }),
        )),
  ]
}

function changesLabel(compared: Compared | undefined): string {
  if (!compared) return t('presenting.changes')
  return t('presenting.changesSince', { name: compared.names.before, count: compared.changes.length })
}

/** What somebody wants to see first: the comparison that is open, else what is to be talked about. */
export function firstProgramme(state: State, say: Translate): Programme {
  if (state.comparing) return 'changes'
  if (threadsIn(state, say).length > 0) return 'threads'
  if ((comparedIn(state)?.changes.length ?? 0) > 0) return 'changes'
  const [path] = requestPathsOf(graphOf(designIn(state)))
  return path ? `path:${path.id}` : 'threads'
}

/** The drawing and the steps of what was chosen; of a path that is not there any more, there are none. */
export function showOf(state: State, programme: Programme, say: Translate): Show {
  const design = designIn(state)
  const scene = sceneOf(design, { nesting: nestingIn(state), say })
  if (programme === 'threads') {
    const steps = threadsIn(state, say).map((thread): Step => ({ is: 'thread', key: thread.id, thread }))
    return { is: 'threads', design, scene, steps }
  }
  if (programme === 'changes') {
    const compared = comparedIn(state)
    if (!compared) return { is: 'no-changes', design, scene, steps: [] }
    const { changes } = compared
    const drawn = overlayDrawn(compared, changes, say)
    const steps = changes.map((change): Step => ({ is: 'change', key: change.key, change }))
    return { is: 'changes', design, scene: drawn.scene, steps, compared, drawn }
  }
  const path = requestPathsOf(graphOf(design)).find(({ id }) => programme === `path:${id}`)
  const steps = (path?.steps ?? []).map((station): Step => ({ is: 'station', key: station.key, station }))
  return { is: 'path', design, scene, steps }
}

/** A comparison has a nesting of its own. */
export function nestingIn({ comparing, nesting }: Pick<State, 'comparing' | 'nesting'>): NestingName {
  return comparing?.nesting ?? nesting
}

/** The design that is presented: of an open comparison the newer side. */
function designIn(state: State): Design {
  return state.comparing?.sides.after ?? designOf(state as AppState)
}

function threadsIn(state: State, say: Translate): readonly PlacedThread[] {
  const design = designIn(state)
  const nesting = nestingIn(state)
  return openInOrder(design, sceneOf(design, { nesting, say }), nesting)
}

/** What is compared: what is open beside the design, else the state that was approved last. */
function comparedIn(state: State): Compared | undefined {
  if (state.comparing) {
    const { comparison, sides, nesting, names } = state.comparing
    return { comparison, sides, nesting, names, changes: shownChanges(state.comparing) }
  }
  const design = designIn(state)
  const approval = lastApproval(design)
  const approved = approval && approvedDesign(approval)
  if (!approval || approved?.is !== 'design') return undefined
  const comparison = compareDesigns(approved.design, design)
  const before = t('presenting.approval', { when: whenOf(Date.parse(approval.at)) })
  return {
    comparison,
    sides: comparison,
    nesting: nestingIn(state),
    names: { before, after: t('presenting.now') },
    changes: changesOf(comparison).filter(({ status }) => !hiddenAtFirst.has(status)),
  }
}
