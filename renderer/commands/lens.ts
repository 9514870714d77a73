/** Lenses show the lines of some concerns and fade the rest; and the two nestings of the design. */

import type { NestingName } from '../../shared/graph/nestings'
import { arrangeFirst } from '../canvas/arrange'
import { showAll } from '../canvas/camera'
import { type Lens, lenses, noLens } from '../canvas/lens'
import { drawIn } from '../compare/open-compare'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'

const IDS: Readonly<Record<Lens, CommandId>> = {
  traffic: 'lens.traffic',
  data: 'lens.data',
  identity: 'lens.identity',
  images: 'lens.images',
  logs: 'lens.logs',
  network: 'lens.network',
}

export const lensCommands: readonly Command[] = [
  {
    id: 'lens.nesting',
    keys: ['Alt+KeyN'],
    menu: 'View',
    separatorBefore: true,
    contexts: ['canvas'],
    run: switchNesting,
  },
  {
    id: 'lens.none',
    keys: ['Alt+Digit0'],
    menu: 'View',
    when: (app) => app.store.getState().lens.size > 0 || t('unusable.noLens'),
    run: (app) => setLens(app, noLens),
  },
  ...lenses.map(
    (lens, i): Command => ({
      id: IDS[lens],
      keys: [`Alt+Digit${i + 1}`],
      menu: 'View',
      run: (app) => toggleLens(app, lens),
    }),
  ),
]

/** Of what is in sight: of a comparison, or of the canvas. */
function switchNesting(app: App): Promise<void> {
  const { comparing, nesting } = app.store.getState()
  return comparing ? drawIn(app, otherThan(comparing.nesting)) : showNesting(app, otherThan(nesting))
}

function otherThan(nesting: NestingName): NestingName {
  return nesting === 'logical' ? 'network' : 'logical'
}

/** The command that switches a lens on and off. */
export function commandOf(lens: Lens): CommandId {
  return IDS[lens]
}

function toggleLens(app: App, lens: Lens): void {
  const next = new Set(app.store.getState().lens)
  if (!next.delete(lens)) next.add(lens)
  setLens(app, next)
}

function setLens(app: App, lens: ReadonlySet<Lens>): void {
  app.patch({ lens })
  const names = lenses.filter((one) => lens.has(one)).map((one) => t(`lens.${one}`))
  app.announce(names.length === 0 ? t('lens.saidNone') : t('lens.said', { names: names.join(', ') }))
}

/** Draws the design in a nesting; in one that nobody has arranged yet it is arranged first. */
export async function showNesting(app: App, nesting: NestingName): Promise<void> {
  if (app.store.getState().nesting === nesting) return
  app.patch({ nesting })
  app.announce(t(nesting === 'network' ? 'lens.saidNetwork' : 'lens.saidLogical'))
  const design = designOf(app.store.getState())
  const arranged = nesting === 'logical' || Object.keys(design.networkLayout ?? {}).length > 0
  if (arranged || Object.keys(design.elements).length === 0) requestAnimationFrame(() => showAll())
  else await arrangeFirst(app)
}
