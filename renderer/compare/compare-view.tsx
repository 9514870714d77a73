import './compare.css'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Theme } from '../../shared/figures/tokens'
import { meansTheSame } from '../../shared/review/compare/comparison'
import { useAppState } from '../app-context'
import { PanelSplitter } from '../panels/panel-splitter'
import { usePanels } from '../panels/use-panels'
import { t } from '../strings/strings'
import { sayNow } from '../strings/words'
import { ChangeList } from './change-list'
import { changesOf } from './changes'
import { CompareHead } from './compare-head'
import { type Comparing, shownChanges } from './comparing'
import { overlayDrawn, sideDrawn } from './drawn'
import { Pane } from './pane'
import { Same } from './same'

/** What changed between two designs, in place of the canvas, while something is compared. */
export function CompareView({ theme }: { readonly theme: Theme }) {
  const comparing = useAppState((state) => state.comparing)
  return comparing ? <Shown comparing={comparing} theme={theme} /> : null
}

interface Props {
  readonly comparing: Comparing
  readonly theme: Theme
}

function Shown({ comparing, theme }: Props) {
  const section = useRef<HTMLElement>(null)
  const { sizes } = usePanels()
  const { comparison, form } = comparing
  useEffect(() => {
    // The next keys are for what is shown now.
    if (section.current?.contains(document.activeElement) !== true) focusFirst(section.current)
  }, [])
  const none =
    meansTheSame(comparison) && changesOf(comparison).every(({ status }) => comparing.hidden.has(status))
  return (
    <section ref={section} className="compare" aria-label={t('compare.title')} data-form={form}>
      <CompareHead comparing={comparing} />
      {none ? (
        <Same comparing={comparing} />
      ) : (
        <div className="compare-body">
          {form !== 'list' && <Drawings comparing={comparing} theme={theme} />}
          <aside id="panel-right" className="compare-side" aria-label={t('compare.list')}>
            {form !== 'list' && <PanelSplitter name="rightWidth" sizes={sizes} />}
            <ChangeList comparing={comparing} />
          </aside>
        </div>
      )}
    </section>
  )
}

/** Where the keys are of use, the first of these that is there. */
const FIRST = ['.compare-pane', '[role=row][tabindex="0"]', 'button']

function focusFirst(section: HTMLElement | null): void {
  const found = FIRST.flatMap((selector) => section?.querySelector<HTMLElement>(selector) ?? [])
  found[0]?.focus({ preventScroll: true })
}

function Drawings({ comparing, theme }: Props) {
  const { comparison, sides, nesting, form, names, hidden } = comparing
  const say = sayNow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown follows from these two; the rest comes and goes.
  const changes = useMemo(() => shownChanges(comparing), [comparison, hidden])
  const compared = useMemo(() => ({ comparison, sides, nesting }), [comparison, sides, nesting])
  const overlay = useMemo(() => overlayDrawn(compared, changes, say), [compared, changes, say])
  const both = useMemo(
    () =>
      form === 'sides'
        ? ([sideDrawn(compared, 'before', changes, say), sideDrawn(compared, 'after', changes, say)] as const)
        : undefined,
    [form, compared, changes, say],
  )
  if (!both) {
    return (
      <div className="compare-drawings">
        <Pane key="overlay" label={t('compare.drawing')} drawn={overlay} theme={theme} leads />
      </div>
    )
  }
  const [before, after] = both
  return (
    <div className="compare-drawings">
      <figure className="compare-half">
        <figcaption>
          <span>{t('compare.from')}</span> {names.before}
        </figcaption>
        <ReactFlowProvider>
          <Pane
            label={t('compare.drawingOf', { name: names.before })}
            drawn={before}
            theme={theme}
            leads={false}
          />
        </ReactFlowProvider>
      </figure>
      <figure className="compare-half">
        <figcaption>
          <span>{t('compare.to')}</span> {names.after}
        </figcaption>
        <Pane
          key="after"
          label={t('compare.drawingOf', { name: names.after })}
          drawn={after}
          reach={overlay}
          theme={theme}
          leads
        />
      </figure>
    </div>
  )
}
